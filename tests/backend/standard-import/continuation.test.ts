import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { splitPoints } from '../../../electron/backend/standard-import/detect/split-points.ts';
import { titleHeadings } from '../../../electron/backend/standard-import/detect/title-rows.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { problemStandard } from '../../support/problem-standard.ts';
import { temporaryFolder } from './files.ts';
import { makeDocx, tbl } from './make-docx.ts';
import { makeXlsx } from './make-xlsx.ts';

const folder = temporaryFolder();
const standard = tbl([
  ['编号', '条款名称', '要点'],
  ['1.1.1', '依法执业', '1.许可证在有效期内。\n2.按时校验。'],
  ['1.1.2', '信息公开', '公示齐全，更新及时。'],
]);

async function afterStandard(name: string, ...tables: readonly (readonly (readonly string[])[])[]) {
  const file = path.join(folder, `${name}.docx`);
  writeFileSync(file, await makeDocx(standard, ...tables.map((rows) => tbl(rows))));
  return readSource(file);
}

test.each([
  [
    '姓名和电话',
    [
      ['姓名', '电话'],
      ['张三', '13800000000'],
    ],
  ],
  [
    '编制和审核',
    [
      ['编制人', '审核人', '日期'],
      ['张三', '李四', '2025-03-01'],
    ],
  ],
  ['一行签字', [['编制人：张三', '审核人：李四']]],
  [
    '修订记录',
    [
      ['版本', '修订内容', '日期'],
      ['V1.1', '补充了第二章的要点。', '2025-03-01'],
    ],
  ],
  [
    '人名',
    [
      ['王五', '医务科', '主任'],
      ['赵六', '护理部', '主任'],
    ],
  ],
])('%s的表不是前一张表的续页', async (name, rows) => {
  const { tables, pack } = detectStandard(await afterStandard(name, rows));
  expect(tables[1]).toMatchObject({ used: false, reason: expect.stringContaining('需要时可以选用') as string });
  expect(pack?.chapters[0]?.sections[0]?.clauses).toHaveLength(2);
});

test.each([
  [
    '断句',
    [
      ['', '', '公示栏位置醒目。'],
      ['1.1.3', '人员', '证照齐全。'],
    ],
  ],
  ['只有余下的要点', [['', '', '3.有自查。']]],
  [
    '名称的余下',
    [
      ['', '与公示', '有公示。'],
      ['1.1.3', '人员', '证照齐全。'],
    ],
  ],
  ['星号编号', [['★1.1.3', '人员', '证照齐全。']]],
  ['短名称', [['1.1.3', '联系人', '有名单。']]],
])('续页：%s', async (name, rows) => {
  const { tables } = detectStandard(await afterStandard(name, rows));
  expect(tables[1]).toMatchObject({ used: true, continues: '0' });
});

test('有自己表头的工作表不沿用前一张的列，选用了也不', async () => {
  const file = path.join(folder, '红线.xlsx');
  const rows = [
    ['序号', '行为', '认定部门'],
    ['1', '收受回扣', '纪委'],
    ['2', '骗取医保', '医保局'],
  ];
  const head = ['编号', '条款名称', '要点'];
  writeFileSync(file, await makeXlsx({ name: '标准', rows: [head, ['1.1', '甲', '乙。']] }, { name: '红线', rows }));
  const source = await readSource(file);
  const { tables, problems } = detectStandard(source);
  expect(tables[1]).toMatchObject({ used: false, headerRow: 1 });
  expect(problems).toMatchObject([{ where: '红线!A1', message: expect.stringContaining('有 2 行带编号') as string }]);
  const chosen = detectStandard(source, { tables: { '1': { use: true, roles: { 1: 'title' } } } });
  expect(chosen.tables[1]).toMatchObject({ used: true, clauses: 2 });
  expect(chosen.tables[1]?.continues).toBeUndefined();
  expect(chosen.tables[1]?.columns.map(({ role }) => role)).toEqual(['code', 'title', 'ignore']);
  expect(detectStandard(source, { tables: { '1': { use: false } } }).problems).toEqual([]);
});

test('没有当作续页的表，用户选用后接着前一张表', async () => {
  const source = await afterStandard('选用', [
    ['甲', '张三', '2025-03-01'],
    ['乙', '李四', '2025-03-02'],
  ]);
  expect(detectStandard(source).tables[1]).toMatchObject({ used: false, clauses: 0 });
  const { tables } = detectStandard(source, { tables: { '1': { use: true } } });
  expect(tables[1]).toMatchObject({ used: true, continues: '0', clauses: 2 });
});

const titled = (...rows: readonly (readonly string[])[]) =>
  titleHeadings({
    titles: rows.map((texts, at) => ({
      row: at + 1,
      cells: texts.map((text, column) => ({ column, text, kind: 'text' as const })),
    })),
  }).map(({ text }) => text);

test('表头上面的章、节是标题', () => {
  for (const text of [
    '第七章 运行效率与管理',
    '第七部分 现场检查',
    '第二节 门诊',
    '一、基础管理（20分）',
    '（二）人员',
  ]) {
    expect(titled([text]), text).toEqual([text]);
  }
  expect(titled(['3 患者安全'])).toEqual(['3 患者安全']);
  expect(titled(['2.1 门诊'])).toEqual(['2.1 门诊']);
  expect(titled(['第七章', '运行管理'])).toEqual(['第七章 运行管理']);
  expect(titled(['第七章 运行管理', '单位：', '填表日期：2025-03-01'])).toEqual(['第七章 运行管理']);
  expect(titled(['第七章 运行管理'], ['第一节 预算'])).toEqual(['第七章 运行管理', '第一节 预算']);
});

test('标准的名称、单位、日期、附件、说明不是', () => {
  for (const text of [
    '某省三级医院评审标准（2025年版）',
    '2025 年度医院评审标准',
    '2025-03-01',
    '3 月份考核表',
    '附件2',
    '单位：',
    '填表日期：2025年3月1日',
    '一、填表说明',
    '1.本表由质控办填写',
    '1.带★的为核心条款。',
    '（1）甲',
  ]) {
    expect(titled([text]), text).toEqual([]);
  }
  expect(titled(['1.查阅资料'], ['2.现场查看']), '几行同级的是列举').toEqual([]);
});

const numbered = (sign: (at: number) => string, between: string): string =>
  Array.from({ length: 120 }, (_none, at) => `${sign(at + 1)}第 ${at + 1} 项制度；`).join(between);

test('一格里的一百多条要点，各成一条', () => {
  for (const sign of [(at: number) => `${at}.`, (at: number) => `${at}、`, (at: number) => `（${at}）`]) {
    expect(splitPoints(numbered(sign, '\n'))).toHaveLength(120);
  }
  expect(splitPoints(numbered((at) => `${at}.`, ''))).toHaveLength(120);
  expect(splitPoints('100.甲\n101.乙').map(({ text }) => text)).toEqual(['甲', '乙']);
});

test('年份、小数、急救电话不是要点的序号', () => {
  for (const text of ['2023.本院获批。', '100.5 分', '120、急救电话畅通。']) {
    expect(
      splitPoints(text).map((point) => point.text),
      text,
    ).toEqual([text]);
    expect(splitPoints(`1.甲，见\n${text}\n2.乙`), text).toHaveLength(2);
  }
});

test('问题文件：第七章自成一章，条款都在自己的章节里', async () => {
  const file = path.join(folder, '问题.xlsx');
  writeFileSync(file, await problemStandard({ isBeyondMending: false }));
  const { pack, problems } = detectStandard(await readSource(file));
  const shape = pack?.chapters.map(({ code, title, sections }) => [code, title, sections.length]);
  expect(shape?.slice(5)).toEqual([
    ['6', '医院管理', 8],
    ['7', '运行效率与管理', 8],
    ['8', '监测指标', 5],
  ]);
  expect(problems.filter(({ message }) => message.includes('开头'))).toEqual([]);
});
