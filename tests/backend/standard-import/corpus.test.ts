import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import * as sheetjs from '@e965/xlsx';
import { beforeAll, describe, expect, test } from 'vitest';
import { detectStandard } from '../../../electron/backend/standard-import/detect/detect-standard.ts';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import {
  columnLetters,
  type Source,
  type SourceCell,
  type SourceTable,
} from '../../../electron/backend/standard-import/source.ts';
import { validatePack } from '../../../electron/backend/standard/read-pack.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { corpus } from './corpus.ts';
import { temporaryFolder } from './files.ts';
import { outline, problemLines } from './outline.ts';

const folder = temporaryFolder();
const trees = path.join(import.meta.dirname, 'trees');
const fileOf = (name: string) => path.join(folder, name);

beforeAll(async () => {
  for (const { name, make } of corpus) writeFileSync(fileOf(name), await make());
});

/**
 * What a file becomes, as it was checked by eye and written down in `trees/`. `WRITE_TREES=1` writes them anew: read the
 * difference before keeping it.
 */
async function described(name: string): Promise<string> {
  const draft = detectStandard(await readSource(fileOf(name)));
  const tables = draft.tables.map(
    ({ id, used, reason, method, continues, clauses, columns }) =>
      `# 表 ${id}：${used ? `${method}，${clauses} 条${continues === undefined ? '' : `，接表 ${continues}`}` : reason}；${columns.map(({ label, role }) => `${label}=${role}`).join(' ')}`,
  );
  return [outline(draft), ...problemLines(draft).map((line) => `! ${line}`), ...tables, ''].join('\n');
}

test('at least 25 layouts, one file each', () => {
  expect(corpus.length).toBeGreaterThanOrEqual(25);
  expect(new Set(corpus.map(({ name }) => name)).size).toBe(corpus.length);
});

test.each(corpus.map(({ name }) => name))('%s', async (name) => {
  const file = path.join(trees, `${path.parse(name).name}.txt`);
  const found = await described(name);
  if (process.env['WRITE_TREES'] === '1') {
    mkdirSync(trees, { recursive: true });
    writeFileSync(file, found);
  }
  expect(found).toBe(readFileSync(file, 'utf8'));
});

test.each(corpus.map(({ name }) => name))('%s: the draft is a pack that the format accepts', async (name) => {
  const { pack, problems } = detectStandard(await readSource(fileOf(name)));
  if (!pack) throw new Error('no pack');
  // A total that the file declares is kept as it is, for the user to put it or the scores right.
  const isOff = problems.some(({ message }) => /^(?:合计|标题)写明/u.test(message));
  expect(validatePack(pack).problems).toEqual(isOff ? [expect.stringContaining('不等于 totalPoints')] : []);
  expect(clausesOf(toStandard(pack, '0'.repeat(64))).length).toBeGreaterThan(0);
});

test('every problem says where, and a clause knows its cell', async () => {
  const { sources, problems } = detectStandard(await readSource(fileOf('15 重复和跳号.xlsx')));
  expect(sources['5.1.3-2']).toEqual({ where: 'Sheet1!A4', points: ['Sheet1!C4'] });
  expect(problems.map(({ where }) => where)).toEqual(['Sheet1!A4', 'Sheet1!A3', 'Sheet1!A5', 'Sheet1!A6']);
  const word = detectStandard(await readSource(fileOf('24 续行断句.docx')));
  expect(word.sources['1.1.1']).toEqual({
    where: '表格 1 第 2 行第 1 列',
    points: ['表格 1 第 2 行第 3 列', '表格 1 第 2 行第 3 列', '表格 2 第 1 行第 3 列'],
  });
});

/** Texts of the cells that a table has of its own, by address. */
const cellsOf = (table: SourceTable): Record<string, string> =>
  Object.fromEntries(
    table.rows.flatMap(({ row, cells }) =>
      cells.flatMap(({ column, text, from }) => (from ? [] : [[`${columnLetters(column)}${row}`, text]])),
    ),
  );

describe('an independent reader sees the same', () => {
  const compared = corpus
    .filter(({ name }) => name.endsWith('.xlsx') && !/^(?:09|10|20|32|35)/u.test(name))
    .slice(0, 20);

  test('at least ten files', () => expect(compared.length).toBeGreaterThanOrEqual(10));

  test.each(compared.map(({ name }) => name))('%s: SheetJS, cell by cell and as a tree', async (name) => {
    const ours = await readSource(fileOf(name));
    if (ours.kind !== 'tables') throw new Error('no tables');
    const book = sheetjs.read(readFileSync(fileOf(name)));
    const tables = book.SheetNames.map((sheet, index) => tableOf(sheet, book, index));
    expect(tables.map(cellsOf)).toEqual(ours.tables.map(cellsOf));
    const theirs: Source = { ...ours, tables };
    expect(outline(detectStandard(theirs))).toBe(outline(detectStandard(ours)));
    expect(problemLines(detectStandard(theirs))).toEqual(problemLines(detectStandard(ours)));
  });

  /** A sheet as SheetJS reads it, in the form of our reader. */
  function tableOf(name: string, book: sheetjs.WorkBook, index: number): SourceTable {
    const sheet = book.Sheets[name] ?? {};
    const cells = new Map<number, SourceCell[]>();
    const add = (row: number, cell: SourceCell) => cells.set(row, [...(cells.get(row) ?? []), cell]);
    const textAt = (row: number, column: number) =>
      sheet[sheetjs.utils.encode_cell({ r: row, c: column })] as sheetjs.CellObject | undefined;
    const range = sheetjs.utils.decode_range(sheet['!ref'] ?? 'A1');
    for (let row = range.s.r; row <= range.e.r; row++) {
      for (let column = range.s.c; column <= range.e.c; column++) {
        const merge = sheet['!merges']?.find(({ s, e }) => row >= s.r && row <= e.r && column >= s.c && column <= e.c);
        const cell = merge ? textAt(merge.s.r, merge.s.c) : textAt(row, column);
        const text = cell?.w ?? (cell?.v === undefined ? '' : String(cell.v));
        if (text.trim() === '') continue;
        const isCovered = merge !== undefined && (merge.s.r !== row || merge.s.c !== column);
        add(row + 1, {
          column,
          text,
          kind: cell?.t === 'n' ? 'number' : 'text',
          ...(isCovered && { from: { row: merge.s.r + 1, column: merge.s.c } }),
        });
      }
    }
    return {
      name,
      format: 'xlsx',
      hidden: book.Workbook?.Sheets?.[index]?.Hidden === 1,
      before: [],
      rows: [...cells]
        .map(([row, list]) => ({ row, cells: list }))
        .filter((row) => row.cells.some(({ from }) => from === undefined) || row.cells.length > 0),
    };
  }

  const office = ['/usr/bin/soffice', '/usr/bin/libreoffice'].find((program) => existsSync(program));
  const toConvert = ['02 合并的章节列.xlsx', '06 分值与扣分.xlsx', '19 数字编号丢了零.xlsx', '36 科室合并几条.xlsx'];

  test.skipIf(office === undefined)('LibreOffice to CSV, cell by cell', async () => {
    const out = path.join(folder, 'csv');
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    // 44: comma, 34: quote, 76: UTF-8; cells as they are shown.
    const filter = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true';
    execFileSync(
      office ?? '',
      [profile, '--headless', '--convert-to', filter, '--outdir', out, ...toConvert.map(fileOf)],
      { stdio: 'ignore' },
    );
    for (const name of toConvert) {
      const [ours, theirs] = [
        await readSource(fileOf(name)),
        await readSource(path.join(out, name.replace('.xlsx', '.csv'))),
      ];
      if (ours.kind !== 'tables' || theirs.kind !== 'tables') throw new Error('no tables');
      expect(theirs.tables.map(cellsOf), name).toEqual(ours.tables.map(cellsOf));
    }
  });

  const toSave = [
    '04 CBA分三列两行表头.xlsx',
    '09 指标.xlsx',
    '13 一张表里几段.xlsx',
    '23 四级标题.xlsx',
    '33 一二三级指标.xlsx',
  ];
  const toSaveAsWord = [
    '63 三个部分的正文.docx',
    '65 正文自动编号.docx',
    '24 续行断句.docx',
    '25 合并单元格.docx',
    '26 自动编号.docx',
    '28 续表重复表头.docx',
  ];

  test.skipIf(office === undefined).each([
    ['xlsx', toSave],
    ['docx', toSaveAsWord],
  ])('saved again by LibreOffice as .%s: the same trees', async (format, names) => {
    const out = path.join(folder, 'saved');
    const profile = `-env:UserInstallation=file://${path.join(folder, 'profile')}`;
    execFileSync(office ?? '', [profile, '--headless', '--convert-to', format, '--outdir', out, ...names.map(fileOf)], {
      stdio: 'ignore',
    });
    for (const name of names) {
      const [ours, saved] = [await readSource(fileOf(name)), await readSource(path.join(out, name))].map((source) =>
        detectStandard(source),
      );
      if (!ours || !saved) throw new Error(name);
      expect(outline(saved), name).toBe(outline(ours));
      expect(problemLines(saved), name).toEqual(problemLines(ours));
    }
  });
});
