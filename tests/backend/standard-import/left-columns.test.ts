import { expect, test } from 'vitest';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { detectStandard, type Corrections } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { temporaryFolder } from './files.ts';
import { makeXlsx, type Value } from './make-xlsx.ts';
import { problemLines } from './outline.ts';

const folder = temporaryFolder();
const head = ['编号', '条款名称', '要点'];

async function problemsOf(sheets: readonly (readonly (readonly Value[])[])[], corrections?: Corrections) {
  const file = path.join(folder, '各列.xlsx');
  writeFileSync(file, await makeXlsx(...sheets.map((rows, at) => ({ name: `第${at + 1}张`, rows }))));
  return problemLines(detectStandard(await readSource(file), corrections));
}

const left = (place: string, name: string) =>
  `提醒 ${place}：${name}没有用上，里面的内容没有导入。需要的话请指明这一列的用途。`;

test('多数行有内容、没有读取的列各提醒一次，同名的列只提醒一次', async () => {
  const sheets = [
    [
      [...head, '填表人', '', '偶尔'],
      ['1.1', '甲', '一。', '张三', 'x', 'y'],
      ['1.2', '乙', '二。', '李四', 'x', ''],
    ],
    [
      [...head, '填表人'],
      ['2.1', '丙', '三。', '王五'],
      ['2.2', '丁', '四。', '王五'],
    ],
  ];
  expect(await problemsOf(sheets)).toEqual([
    left('第1张!D1', '“填表人”一列（D 列）'),
    left('第1张!E1', '没有表头的E 列'),
  ]);
});

test('用户指明不导入的列，和本来就留给打分的列，不提醒', async () => {
  const rows = [
    [...head, '填表人', '自评得分'],
    ['1.1', '甲', '一。', '张三', '3'],
  ];
  expect(await problemsOf([rows], { tables: { '0': { roles: { 3: 'ignore' } } } })).toEqual([]);
});

test('认得出、在这种表里却用不上的列也提醒', async () => {
  const rows = [
    [...head, '频次', '条款编码'],
    ['1.1', '甲', '一。', '每月', 'a'],
    ['1.2', '乙', '二。', '每季', 'b'],
  ];
  expect(await problemsOf([rows])).toEqual([
    left('第1张!D1', '“频次”一列（D 列）'),
    left('第1张!E1', '“条款编码”一列（E 列）'),
  ]);
});

test('用户把一列指明为否决标记，打勾的条款就是前置要求', async () => {
  const rows = [
    [...head, '红线'],
    ['1.1', '甲', '一。', '√'],
    ['1.2', '乙', '二。', '×'],
    ['1.3', '丙', '三。', ''],
  ];
  const file = path.join(folder, '红线.xlsx');
  writeFileSync(file, await makeXlsx({ name: '标准', rows }));
  const { pack, problems } = detectStandard(await readSource(file), { tables: { '0': { roles: { 3: 'veto' } } } });
  const clauses = pack?.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  expect(clauses?.map(({ code, method, veto }) => [code, method ?? pack?.method, veto])).toEqual([
    ['1.1', 'prerequisite', true],
    ['1.2', 'checklist', undefined],
    ['1.3', 'checklist', undefined],
  ]);
  expect(problems).toEqual([]);
});
