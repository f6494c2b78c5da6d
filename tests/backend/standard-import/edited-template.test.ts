import { writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { expect, test } from 'vitest';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { toTemplateXlsx } from '../../../electron/backend/standard-export/to-template-xlsx.ts';
import { mixedPack } from '../../support/mixed-pack.ts';
import { temporaryFolder } from './files.ts';
import { problemLines } from './outline.ts';

const folder = temporaryFolder();
const pack = mixedPack('points');

/** The template after a person has worked on it. */
async function edited(edit: (workbook: ExcelJS.Workbook) => void) {
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.load((await toTemplateXlsx(pack)).buffer as ArrayBuffer);
  edit(workbook);
  const file = path.join(folder, 'edited.xlsx');
  writeFileSync(file, Buffer.from(await workbook.xlsx.writeBuffer()));
  return detectStandard(await readSource(file));
}
const sheetOf = (workbook: ExcelJS.Workbook, name: string): ExcelJS.Worksheet => {
  const sheet = workbook.getWorksheet(name);
  if (!sheet) throw new Error(name);
  return sheet;
};

test('saved by another program, columns moved and rows added around', async () => {
  const draft = await edited((workbook) => {
    sheetOf(workbook, '条款').spliceColumns(3, 0, ['我的备注', '随手记']);
    sheetOf(workbook, '目标').spliceColumns(1, 0, []);
  });
  expect(draft.problems).toEqual([]);
  expect(draft.pack).toStrictEqual(pack);
});

test('a point changed, a score changed: the pack says so, the total complains', async () => {
  const draft = await edited((workbook) => {
    sheetOf(workbook, '要点').getCell('C2').value = '改过的要点';
    const scores = sheetOf(workbook, '条款').getColumn(7);
    scores.eachCell((cell, row) => {
      if (row > 1 && typeof cell.value === 'number') cell.value += 1;
    });
  });
  expect(draft.pack?.chapters[0]?.sections[0]?.clauses[0]?.requirements?.C?.[0]).toBe('改过的要点');
  expect(problemLines(draft).join()).toMatch(/不等于 totalPoints/u);
});

test('what cannot be placed or understood is listed with its cell', async () => {
  const draft = await edited((workbook) => {
    sheetOf(workbook, '条款').getCell('D4').value = '打勾';
    sheetOf(workbook, '条款').getCell('A3').value = '小节';
    sheetOf(workbook, '要点').getCell('A2').value = '没有这条';
  });
  const lines = problemLines(draft).join('\n');
  expect(lines).toContain('错误 条款!D4：“打勾”看不懂，应为等级、符合性、分值、前置要求、监测指标之一。');
  expect(lines).toContain('错误 条款!A3：层级应为章、节或条款');
  expect(lines).toContain('错误 要点!A2：要点的条款编号“没有这条”在“条款”表里没有');
});
