import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as XLSX from '@e965/xlsx';
import { beforeEach, expect, test } from 'vitest';
import { repoRoot, temporaryFolder } from '../support/backend.ts';
import { dabiao, json } from './dabiao.ts';

let folder: string;
let workspace: string;
beforeEach(() => {
  folder = temporaryFolder();
  workspace = path.join(folder, '某某卫生院');
});

/** An official text as a hospital has it: codes, points and what is deducted. */
const official = [
  ['××省基层医疗机构感染管理考核标准（2026版）', '', '', '', ''],
  ['条款编号', '考核内容', '考核要点', '分值', '扣分标准'],
  ['1', '组织管理', '', '', ''],
  ['1.1', '★院感组织健全', '1.成立院感管理小组\n2.每季度召开会议', '10', '缺一项扣5分'],
  ['1.2', '制度落实', '1.有制度并及时更新', '10', '无制度不得分'],
  ['2', '手卫生', '', '', ''],
  ['2.1', '手卫生设施', '1.配备洗手设施\n2.速干手消毒剂在有效期内', '20', '缺一项扣10分'],
  ['合计', '', '', '40', ''],
];

function writeOfficial(): string {
  const book = XLSX.utils.book_new();
  XLSX.utils.book_append_sheet(book, XLSX.utils.aoa_to_sheet(official), '考核标准');
  const file = path.join(folder, '官方考核标准.xlsx');
  writeFileSync(file, XLSX.write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer);
  return file;
}

const addToWorkspace = (file: string, id: string) =>
  dabiao('import', 'standard', file, '--id', id, '--workspace', workspace, '--apply', '--json');

test('官方 Excel 读成本院标准：先看，再加入，建轮次、评分、判定、导出工作簿', async () => {
  const file = writeOfficial();
  const seen = json(await dabiao('import', 'standard', file, '--id', 'yuangan-2026', '--json')) as {
    standard: { id: string; totalPoints: number; chapters: { sections: { clauses: { code: string }[] }[] }[] };
    problems: unknown[];
  };
  const codes = seen.standard.chapters.flatMap(({ sections }) =>
    sections.flatMap(({ clauses }) => clauses.map(({ code }) => code)),
  );
  expect(seen.standard).toMatchObject({ id: 'yuangan-2026', totalPoints: 40 });
  expect(codes).toEqual(['1.1', '1.2', '2.1']);

  await dabiao('init', '--workspace', workspace, '--institution', '某某卫生院', '--type', '乡镇卫生院');
  const added = await addToWorkspace(file, 'yuangan-2026');
  expect(json(added)).toMatchObject({ revision: 1 });
  const again = await addToWorkspace(file, 'yuangan-2026');
  expect(json(again)).toMatchObject({ revision: 1 });

  const [target] = (seen.standard as unknown as { targets: { id: string }[] }).targets;
  await dabiao('round', 'new', '--workspace', workspace, '--standard', 'yuangan-2026', '--target', target?.id ?? '');
  const scores = path.join(folder, '评分.csv');
  writeFileSync(
    scores,
    [
      'clause,tier,point,mark',
      '1.1,yes,1,符合',
      '1.1,yes,2,符合',
      '1.2,yes,1,符合',
      '2.1,yes,1,符合',
      '2.1,yes,2,不符合',
    ].join('\n'),
  );
  await dabiao('score', '--workspace', workspace, '--from', scores);
  expect(json(await dabiao('verdict', '--workspace', workspace, '--json'))).toMatchObject({
    total: { score: '30.00', full: '40' },
  });
  const workbook = path.join(folder, '评审工作簿.xlsx');
  await dabiao('export', 'workbook', '--workspace', workspace, '--out', workbook);
  expect(XLSX.read(readFileSync(workbook)).SheetNames).toContain('分值评分');
});

test('编号与内置标准相同、没有工作区、编号不合规：拒绝并说明', async () => {
  const file = writeOfficial();
  await dabiao('init', '--workspace', workspace, '--institution', '某某卫生院', '--type', '乡镇卫生院');
  const taken = await addToWorkspace(file, 'tier2-2012');
  expect(taken.code).toBe(1);
  expect(taken.stderr).toContain('standard/id-built-in');
  expect((await dabiao('import', 'standard', file, '--apply')).code).toBe(2);
  expect((await dabiao('import', 'standard', file, '--id', '院感')).code).toBe(2);
});

test('内置标准写成 YAML 和 Excel，再读回来一模一样', async () => {
  for (const extension of ['yaml', 'xlsx']) {
    const out = path.join(folder, `sanitary-village.${extension}`);
    expect((await dabiao('export', 'standard', 'sanitary-village', '--out', out)).code).toBe(0);
    const back = json(await dabiao('import', 'standard', out, '--json')) as { standard: unknown; problems: unknown[] };
    expect(back.problems).toEqual([]);
    const original = path.join(repoRoot, 'resources/standards/sanitary-village.yaml');
    const source = json(await dabiao('import', 'standard', original, '--json')) as { standard: unknown };
    expect(back.standard).toEqual(source.standard);
  }
  const missing = path.join(folder, 'x.yaml');
  expect((await dabiao('export', 'standard', 'no-such', '--out', missing)).code).toBe(1);
  expect(existsSync(missing)).toBe(false);
});

test('检查标准包：好的说可以用，坏的列出全部错误', async () => {
  const good = path.join(repoRoot, 'resources/standards/hospice-pilot.yaml');
  expect(json(await dabiao('standards', 'validate', good, '--json'))).toEqual({ valid: true, problems: [] });
  const bad = path.join(folder, 'hospice-pilot.yaml');
  writeFileSync(bad, readFileSync(good, 'utf8').replace('atLeast: 0.9', 'atLeast: 9'));
  const found = json(await dabiao('standards', 'validate', bad, '--json')) as { valid: boolean; problems: string[] };
  expect(found.valid).toBe(false);
  expect(found.problems.join()).toContain('大于 1');
});
