import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import * as XLSX from '@e965/xlsx';
import { temporaryFolder } from '../support/backend.ts';
import { dabiao, json, withRound } from './dabiao.ts';

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = temporaryFolder();
  workspace = path.join(folder, '某某卫生院');
});

test('从建工作区到导出：评分、佐证、结论、工作簿、佐证文件夹', async () => {
  const standards = json(await dabiao('standards', '--json')) as readonly { readonly id: string }[];
  expect(standards).toHaveLength(55);
  expect(standards.find(({ id }) => id === 'jcx-township-2022')).toMatchObject({
    clauses: { graded: 109 },
    targets: [{ id: 'basic', label: '基本标准' }, { id: 'recommended' }],
  });
  expect(standards.find(({ id }) => id === 'tier2-2012')).toMatchObject({ clauses: { graded: 321, indicator: 105 } });
  const init = await dabiao(
    'init',
    '--workspace',
    workspace,
    '--institution',
    '某某卫生院',
    '--type',
    '乡镇卫生院',
    '--json',
  );
  expect(json(init)).toMatchObject({ institution: '某某卫生院' });
  const made = await dabiao(
    'round',
    'new',
    '--workspace',
    workspace,
    '--standard',
    'jcx-township-2022',
    '--target',
    'recommended',
    '--title',
    '自评',
    '--json',
  );
  const { id } = json(made) as { id: string };

  const scores = path.join(folder, '评分.csv');
  const rows = [
    'clause,tier,point,mark,grade,reason,note',
    '1.1.1,C,1,符合,,,',
    '1.1.1,C,2,met,,,',
    '1.1.1,C,3,符合,,,',
    '1.1.2,,,,D,,"原因,多行\n第二行"',
  ];
  writeFileSync(scores, rows.join('\n'));
  expect(json(await dabiao('score', '--workspace', workspace, '--from', scores, '--json'))).toMatchObject({
    rows: 4,
    clauses: 2,
  });

  const evidence = path.join(folder, '许可证.pdf');
  writeFileSync(evidence, '%PDF-1.4');
  const attached = json(
    await dabiao('attach', '--workspace', workspace, '--round', id, '--clause', '1.1.1', evidence, '--json'),
  );
  expect(attached).toMatchObject({ added: [{ number: '1.1.1-01', title: '许可证', clauses: ['1.1.1'] }] });

  const verdict = json(await dabiao('verdict', '--workspace', workspace, '--json')) as { gap: { clause: string }[] };
  expect(verdict).toMatchObject({
    target: 'recommended',
    reached: false,
    vetoes: [],
    unscored: 107,
    rules: [
      {
        scope: 'all',
        grade: 'C',
        atLeast: 1,
        applicable: true,
        count: 1,
        denominator: 109,
        percent: '0.9',
        missing: 108,
        holds: false,
      },
      { grade: 'B', atLeast: 0.8, count: 0, missing: 88 },
      { grade: 'A', atLeast: 0.2, count: 0, missing: 22 },
    ],
  });
  expect(verdict.gap[0]).toEqual({ clause: expect.any(String) as string, grade: null, wanted: 'C', pointsToMeet: 2 });
  expect(json(await dabiao('verdict', '--workspace', workspace, '--target', 'basic', '--json'))).toMatchObject({
    target: 'basic',
    rules: [{ count: 1 }],
  });

  const workbook = path.join(folder, '工作簿.xlsx');
  expect((await dabiao('export', 'workbook', '--workspace', workspace, '--out', workbook)).code).toBe(0);
  expect(XLSX.read(readFileSync(workbook)).SheetNames.slice(0, 3)).toEqual(['封面', '结果汇总', '条款评分']);
  const bundle = path.join(folder, '资料');
  expect(json(await dabiao('export', 'bundle', '--workspace', workspace, '--out', bundle, '--json'))).toMatchObject({
    files: 3,
  });
  expect(
    existsSync(path.join(bundle, '佐证材料', '1 功能任务与资源配置', '1.1.1 基本功能', '1.1.1-01 许可证.pdf')),
  ).toBe(true);
}, 60_000);

describe('拒绝', () => {
  test('评分文件有错：全部列出，行号对得上，一条也不导入', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    const scores = path.join(folder, '评分.csv');
    writeFileSync(
      scores,
      [
        'clause,tier,point,mark,grade',
        '9.9.9,C,1,met,',
        '1.1.1,C,99,met,',
        '1.1.1,C,1,也许,',
        '1.1.1,,,,A',
        '1.1.1,X,1,met,',
        '1.1.2,C,1,met,',
      ].join('\n'),
    );
    const refused = await dabiao('score', '--workspace', workspace, '--from', scores, '--json');
    expect(refused.code).toBe(1);
    const { error } = JSON.parse(refused.stderr) as { error: { code: string; details: string[] } };
    expect(error.code).toBe('scores/refused');
    for (const line of [2, 3, 4, 5, 6])
      expect(
        error.details.some((text) => text.includes(`第 ${line} 行`)),
        `第 ${line} 行`,
      ).toBe(true);
    expect(error.details.some((text) => text.includes('第 7 行'))).toBe(false);
    expect(json(await dabiao('verdict', '--workspace', workspace, '--json'))).toMatchObject({ unscored: 109 });
  }, 60_000);

  test('没有工作区、没有轮次、没有条款：退出码 1，中文说明在标准错误', async () => {
    const missing = await dabiao('verdict', '--workspace', workspace);
    expect(missing).toMatchObject({ code: 1, stdout: '' });
    expect(missing.stderr).toContain('不是达标的工作区');
    await dabiao('init', '--workspace', workspace, '--institution', '某某卫生院', '--type', '乡镇卫生院');
    expect((await dabiao('verdict', '--workspace', workspace)).stderr).toContain('还没有评估轮次');
    expect((await dabiao('round', 'new', '--workspace', workspace, '--standard', 'nope', '--target', 'x')).code).toBe(
      1,
    );
  }, 60_000);

  test('输出位置被占用（是个文件夹）：不留半个文件', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    const out = path.join(folder, '占用.xlsx');
    mkdirSync(path.join(out, '里面'), { recursive: true });
    const refused = await dabiao('export', 'workbook', '--workspace', workspace, '--out', out);
    expect(refused.code).toBe(1);
    expect(refused.stderr).toContain('占用.xlsx');
  }, 60_000);

  test('佐证文件缺失：导出资料时逐个点名带条款，--skip-missing 跳过并说明', async () => {
    await withRound(workspace, 'jcx-township-2022', 'recommended');
    const file = path.join(folder, '许可证.pdf');
    writeFileSync(file, '%PDF-1.4');
    await dabiao('attach', '--workspace', workspace, '--clause', '1.1.1', file);
    rmSync(path.join(workspace, 'evidence'), { recursive: true });
    const order = ['export', 'bundle', '--workspace', workspace, '--out', path.join(folder, '资料'), '--json'];
    const refused = await dabiao(...order);
    expect(refused.code).toBe(1);
    expect(JSON.parse(refused.stderr)).toMatchObject({
      error: {
        code: 'export/evidence-faulty',
        details: ['1.1.1 基本功能：1.1.1-01 许可证，文件已不在工作区里'],
      },
    });
    expect(json(await dabiao(...order, '--skip-missing'))).toMatchObject({ files: 2, skipped: 1 });
  }, 60_000);

  test.each([
    [['frob']],
    [['init', '--workspace', 'x']],
    [['standards', '--frob']],
    [['standards', '--round', 'x']],
    [['init', '--workspace', 'x', '--institution', '某', '--type', '飞船']],
    [['attach', '--workspace', 'x', '--clause', '1.1.1']],
    [['verdict', '--workspace', 'x', '多余的']],
  ])('用法不对 %j：退出码 2', async (args) => {
    const result = await dabiao(...args, '--json');
    expect(result).toMatchObject({ code: 2, stdout: '' });
    expect(JSON.parse(result.stderr)).toMatchObject({ error: { code: 'cli/usage' } });
  });
});
