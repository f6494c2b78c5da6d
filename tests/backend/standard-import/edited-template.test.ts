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
  expect(problemLines(draft).join()).toMatch(/错误 标准信息!B\d+：各条款分值加起来是 [\d.]+，不等于总分 [\d.]+。/u);
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

/** The cell of a column in the row of a clause, chapter or section. */
function cellOf(workbook: ExcelJS.Workbook, code: string, column: string): ExcelJS.Cell {
  const sheet = sheetOf(workbook, '条款');
  const header = sheet.getRow(1).values as string[];
  for (let row = 2; row <= sheet.rowCount; row++) {
    const cells = sheet.getRow(row).values as unknown[];
    if (cells[header.indexOf('编号')] === code) return sheet.getCell(row, header.indexOf(column));
  }
  throw new Error(code);
}
const valueOf = (workbook: ExcelJS.Workbook, key: string): ExcelJS.Cell => {
  const sheet = sheetOf(workbook, '标准信息');
  for (let row = 2; row <= sheet.rowCount; row++) if (sheet.getCell(row, 3).value === key) return sheet.getCell(row, 2);
  throw new Error(key);
};
const clausesIn = (found: typeof pack | undefined) =>
  found?.chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses)) ?? [];
const [graded, scored] = [
  clausesIn(pack).find(({ requirements }) => (requirements?.A?.length ?? 0) > 0),
  clausesIn(pack).find(({ points }) => points !== undefined),
];
if (!graded || !scored) throw new Error('no clause of the kind');

test('a year typed in Excel is the edition; “20分” is 20; marks people use count as yes and no', async () => {
  const draft = await edited((workbook) => {
    valueOf(workbook, 'edition').value = 2026;
    valueOf(workbook, 'totalPoints').value = `${pack.totalPoints}分`;
    cellOf(workbook, scored.code, '分值').value = `${scored.points} 分`;
    for (const [code, mark] of [
      [graded.code, '★'],
      [scored.code, '√'],
    ] as const) {
      cellOf(workbook, code, '核心').value = mark;
    }
    cellOf(workbook, graded.code, '可选').value = 'Y';
    cellOf(workbook, scored.code, '可选').value = '×';
    sheetOf(workbook, '要点')
      .getColumn(2)
      .eachCell((cell, row) => {
        if (row > 1 && cell.value === 'B') cell.value = row % 2 === 0 ? '【B】' : 'Ｂ级';
      });
  });
  expect(problemLines(draft)).toEqual([]);
  expect(draft.pack).toMatchObject({ edition: '2026', totalPoints: pack.totalPoints });
  const at = (code: string) => clausesIn(draft.pack).find((clause) => clause.code === code);
  expect(at(graded.code)).toMatchObject({ core: true, optional: true, requirements: graded.requirements });
  expect(at(scored.code)).toMatchObject({ core: true, optional: false, points: scored.points });
});

test('departments are parted as the editor parts them; a clause may lack grades', async () => {
  const draft = await edited((workbook) => {
    cellOf(workbook, graded.code, '责任科室').value = '护理部、产科；药学部\n院感科';
    const points = sheetOf(workbook, '要点');
    for (let row = points.rowCount; row > 1; row--) {
      const [code, tier] = [points.getCell(row, 1).value, points.getCell(row, 2).value];
      if (code === graded.code && tier !== 'C') points.spliceRows(row, 1);
    }
  });
  expect(problemLines(draft)).toEqual([]);
  expect(clausesIn(draft.pack).find(({ code }) => code === graded.code)).toMatchObject({
    departments: ['护理部', '产科', '药学部', '院感科'],
    requirements: { C: graded.requirements?.C, B: [], A: [] },
  });
});

test('faults are told in the words of the sheets, with the cell that is to be put right', async () => {
  const places = { title: '', points: '', edition: '' };
  const draft = await edited((workbook) => {
    const [title, points, edition] = [
      cellOf(workbook, graded.code, '名称'),
      cellOf(workbook, scored.code, '分值'),
      valueOf(workbook, 'edition'),
    ];
    Object.assign(places, { title: title.address, points: points.address, edition: edition.address });
    title.value = null;
    points.value = '二十';
    edition.value = null;
  });
  const lines = problemLines(draft);
  expect(lines).toContain(`错误 条款!${places.title}：条款 ${graded.code} 的名称为空。`);
  expect(lines).toContain(`错误 条款!${places.points}：条款 ${scored.code} 的分值应为数字。`);
  expect(lines).toContain(`错误 标准信息!${places.edition}：缺少版本。`);
  expect(lines.join('')).not.toMatch(/[a-z]{4}/u);
});
