import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { takeScore } from '../../../electron/backend/standard-import/detect/amounts.ts';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { temporaryFolder } from './files.ts';
import { makeXlsx, type SheetPlan, type Value } from './make-xlsx.ts';

const folder = temporaryFolder();

async function detected(name: string, ...sheets: readonly SheetPlan[]) {
  const file = path.join(folder, `${name}.xlsx`);
  writeFileSync(file, await makeXlsx(...sheets));
  const { pack, problems } = detectStandard(await readSource(file));
  const of = (severity: string) => problems.filter((one) => one.severity === severity);
  return { total: pack?.totalPoints, errors: of('error'), warnings: of('warning') };
}

const head = ['编号', '条款名称', '要点', '分值'];
const sheet = (rows: readonly (readonly Value[])[], name = 'Sheet1'): SheetPlan => ({ name, rows });

test('合计行写明的总分就是总分，哪怕各条款加起来不是', async () => {
  const rows = [head, ['1.1.1', '甲', '有。', 40], ['1.1.2', '乙', '有。', 55]];
  const { total, errors } = await detected('合计', sheet([...rows, ['合计', '', '', 100]]));
  expect(total).toBe(100);
  expect(errors).toEqual([
    {
      severity: 'error',
      where: 'Sheet1!A4',
      message: '合计写明 100 分，各条款的分值加起来是 95 分。请核对。',
      isOfSeveral: true,
    },
  ]);
  expect(await detected('没有合计', sheet(rows))).toEqual({ total: 95, errors: [], warnings: [] });
});

test('标题写明的总分也是；有合计行时以合计行为准', async () => {
  const rows = [['护理检查标准（100分）'], head, ['1.1.1', '甲', '有。', 40], ['1.1.2', '乙', '有。', 55]];
  const { total, errors } = await detected('标题', sheet(rows));
  expect(total).toBe(100);
  expect(errors).toMatchObject([{ where: 'Sheet1!A1', message: expect.stringContaining('标题写明 100 分') as string }]);
  const both = await detected('都有', sheet([...rows, ['总分', '', '', 95]]));
  expect(both).toMatchObject({ total: 95, errors: [], warnings: [{ where: 'Sheet1!A1' }] });
  expect(both.warnings[0]?.message).toContain('标题写明 100 分，合计写明 95 分');
  const veto = sheet(
    [
      ['序号', '否决事项'],
      ['1', '骗取医保基金'],
    ],
    '一票否决',
  );
  expect(await detected('另有否决', sheet(rows), veto)).toMatchObject({ total: 100, errors: [{ where: 'Sheet1!A1' }] });
  const others = [head, ['2.1.1', '丙', '有。', 10]];
  expect(await detected('两张', sheet(rows), sheet(others, '其他'))).toMatchObject({ total: 105, errors: [] });
});

test('小计和每张表的合计不是全部的总分', async () => {
  const partial = [head, ['1.1.1', '甲', '有。', 40], ['小计', '', '', 50], ['2.1.1', '乙', '有。', 55]];
  const { total, errors } = await detected('小计', sheet(partial));
  expect(total).toBe(95);
  expect(errors).toMatchObject([{ where: 'Sheet1!A3' }]);
  const first = [head, ['1.1.1', '甲', '有。', 40], ['合计', '', '', 40]];
  const second = [head, ['2.1.1', '乙', '有。', 55], ['合计', '', '', 60]];
  const sheets = await detected('两张表', sheet(first, '管理'), sheet(second, '服务'));
  expect(sheets.total).toBe(95);
  expect(sheets.errors).toMatchObject([{ where: '服务!A3' }]);
  const grand = await detected(
    '总计',
    sheet(first, '管理'),
    sheet([...second.slice(0, 2), ['总计', '', '', 100]], '服务'),
  );
  expect(grand.total).toBe(100);
  expect(grand.errors).toMatchObject([{ where: '服务!A3' }]);
});

test.each([
  ['组织管理（20分）', '组织管理', 20],
  ['组织管理（20 分）：', '组织管理', 20],
  ['有文件（5分）；有职责', '有文件（5分）；有职责', undefined],
  ['有文件（5分）；有职责（5分）', '有文件（5分）；有职责（5分）', undefined],
] as const)('分值只在末尾取：%s', (text, title, score) => {
  expect(takeScore(text)).toEqual({ title, score });
});
