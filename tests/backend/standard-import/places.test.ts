import { writeFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readSource } from '../../../electron/backend/standard-import/read-source.ts';
import { placeFinder, placeOf, type SourceTable } from '../../../electron/backend/standard-import/source.ts';
import { understand } from '../../../electron/backend/standard-import/understand.ts';
import { corpus } from './corpus.ts';
import { temporaryFolder } from './files.ts';
import { makeXlsx } from './make-xlsx.ts';

const folder = temporaryFolder();
async function understandFile(name: string, contents: Uint8Array | string) {
  const file = path.join(folder, name);
  writeFileSync(file, contents);
  const source = await readSource(file);
  if (source.kind === 'pack') throw new Error(name);
  return { source, understood: understand(source) };
}

const tableOf = (name: string, format: SourceTable['format']): SourceTable => ({
  name,
  format,
  hidden: false,
  before: [],
  rows: [],
});
/** Names that look like places themselves. */
const sheetName = fc.oneof(
  fc.string({ minLength: 1, maxLength: 31 }),
  fc.constantFrom('Sheet1', 'A!C12', 'C12', '2026', '第 3 行', '表格 2 第 5 行', ' ', '!', 'A!', "'附表' 1", 'A'),
);

test('the words of a place lead back to it', () => {
  const row = fc.integer({ min: 1, max: 1_048_576 });
  const column = fc.option(fc.integer({ min: 0, max: 16_383 }), { nil: undefined });
  const tables = fc.oneof(
    fc
      .uniqueArray(sheetName, { minLength: 1, maxLength: 6 })
      .map((names) => names.map((name) => tableOf(name, 'xlsx'))),
    fc
      .integer({ min: 1, max: 12 })
      .map((count) => Array.from({ length: count }, (_table, at) => tableOf(`表格 ${at + 1}`, 'docx'))),
    fc.constant([tableOf('CSV', 'csv')]),
  );
  fc.assert(
    fc.property(tables, fc.nat(), row, column, (all, pick, at, cell) => {
      const table = pick % all.length;
      const chosen = all[table];
      if (!chosen) throw new Error('no table');
      expect(placeFinder(all)(placeOf(chosen, at, cell))).toEqual({ table, row: at, column: cell });
    }),
  );
});

test('a whole column leads to its first cell, a whole table to its first row, other words nowhere', async () => {
  const { source } = await understandFile(
    '列.xlsx',
    await makeXlsx(
      { name: '说明', rows: [['甲']] },
      { name: '正文', rows: [[], ['编号'], ['1', '甲'], ['2', '乙', '丙']] },
    ),
  );
  const find = placeFinder(source.tables);
  expect(find('正文!C')).toEqual({ table: 1, row: 4, column: 2 });
  expect(find('正文!B')).toEqual({ table: 1, row: 3, column: 1 });
  expect(find('正文')).toEqual({ table: 1, row: 2, column: undefined });
  for (const where of ['', '第 8 段', '正文!Z', '附表!A1', '没有的表', '正文!a1', '正文!A1:B2']) {
    expect(find(where), where).toBeUndefined();
  }
});

test('two sheets whose names differ by an exclamation mark', () => {
  const find = placeFinder([tableOf('A', 'xlsx'), tableOf('A!B', 'xlsx')]);
  expect(find('A!B2')).toEqual({ table: 0, row: 2, column: 1 });
  expect(find('A!B!B2')).toEqual({ table: 1, row: 2, column: 1 });
});

const withTables = corpus.filter(({ name }) => !/\.ya?ml$/u.test(name));
test.each(withTables)(
  '$name: clauses and points have their cell in the file, problems their row',
  async ({ name, make }) => {
    const { source, understood } = await understandFile(name, await make());
    const { tables } = source;
    const cellAt = (place: { table: number; row: number; column: number | undefined }) =>
      tables[place.table]?.rows
        .find(({ row }) => row === place.row)
        ?.cells.find(({ column }) => place.column === undefined || column === place.column);
    for (const [code, { clause, points }] of Object.entries(understood.places)) {
      for (const place of [clause, ...points]) expect(place && cellAt(place), code).toBeDefined();
    }
    for (const { where, message, place } of understood.problems) {
      const paragraph = Number(/^第 (\d+) 段$/u.exec(where)?.[1]);
      const isInText = tables.some(({ isText, rows }) => isText && rows.some(({ row }) => row === paragraph));
      if (where === '' || (paragraph > 0 && !isInText)) expect(place).toBeUndefined();
      else expect(place && cellAt({ ...place, column: undefined }), `${where} ${message}`).toBeDefined();
    }
  },
);
