import { blank, cell, columnLetters, heightOfRow, textCell } from './cells.ts';
import { fittedColumns, type WantedColumn } from './fitted-columns.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { Cell, Entry, SheetModel, ToneRule } from './sheet-model.ts';

/** Columns that every sheet with one row a clause has; the hidden ones travel with their rows through sorting. */
export type CommonKey =
  'code' | 'chapter' | 'title' | 'core' | 'department' | 'note' | 'evidence' | 'counted' | 'chapterKey' | 'id';

/** What formulas on other sheets look at. */
export type CountedKey = 'core' | 'counted' | 'chapterKey' | 'ownCode' | 'theirCode' | 'review';

export interface TableColumn<Key extends string> extends WantedColumn {
  readonly key: Key;
  readonly header: string;
  /** For reviewers to fill in. */
  readonly toFill?: boolean;
}

/** Where the columns of a sheet with one row a clause stand, for formulas. */
export interface ClauseTable<Key extends string = CountedKey> {
  readonly sheet: string;
  readonly columns: readonly TableColumn<string>[];
  /** A column's data with the sheet's name, absolute: for formulas on other sheets. */
  range(key: Key): string;
  /** One cell of a column, `index` counted from 0: `K2`. */
  at(key: Key, index: number): string;
  /** A column's rows from `first` to `last`, counted from 0; without them all. */
  down(key: Key, first?: number, last?: number): string;
}

/** The whole of it, for the sheet itself. */
export interface KeyedTable<Key extends string> extends ClauseTable<Key> {
  readonly columns: readonly TableColumn<Key>[];
}

export const countedText = '计入';
const notCountedText = '不计入';

/** A chapter's code as text that COUNTIFS cannot take for a number or a date: `1.10` would match `1.1`. */
export const chapterKey = (code: string): string => `第${code}章`;

/** The hidden columns at the end of such a sheet, `counted` shown where it differs between rows. */
export const hiddenColumns = (clauses: readonly ScoredClause[]) =>
  [
    { key: 'counted', header: '是否计入', width: 8, hidden: clauses.every((scored) => scored.counted) },
    { key: 'chapterKey', header: '章代码', width: 10, hidden: true },
    { key: 'id', header: '行标识（勿改）', width: 12, hidden: true },
    { key: 'ownCode', header: '自评代码', width: 8, hidden: true },
    { key: 'theirCode', header: '评审代码', width: 8, hidden: true },
  ] as const;

export function clauseTable<Key extends string>(
  sheet: string,
  columns: readonly TableColumn<Key>[],
  rows: number,
): KeyedTable<Key> {
  const letters = new Map(columns.map(({ key }, index) => [key, columnLetters(index + 1)]));
  const letter = (key: Key): string => {
    const found = letters.get(key);
    if (found === undefined) throw new Error(`${sheet} has no column ${key}`);
    return found;
  };
  const lastRow = Math.max(2, rows + 1);
  return {
    sheet,
    columns,
    range: (key) => `${sheet}!$${letter(key)}$2:$${letter(key)}$${lastRow}`,
    at: (key, index) => `${letter(key)}${index + 2}`,
    down: (key, first = 0, last = lastRow - 2) => `${letter(key)}${first + 2}:${letter(key)}${last + 2}`,
  };
}

export function commonCells({ clause, state, chapterTitle, counted }: ScoredClause): Record<CommonKey, Cell> {
  return {
    code: cell('exactText', clause.code),
    chapter: textCell(chapterTitle),
    title: textCell(clause.title),
    core: cell('centred', clause.core ? '★' : null),
    department: textCell(state.leadDepartment),
    note: textCell(state.note),
    evidence: cell('centred', state.evidence.length),
    counted: cell('centred', counted ? countedText : notCountedText),
    chapterKey: cell('text', chapterKey(clause.chapter)),
    id: cell('exactText', clause.id),
  };
}

interface TableContent<Key extends string> {
  readonly rows: readonly Readonly<Record<Key, Cell>>[];
  readonly entries: readonly Entry[];
  readonly tones: readonly ToneRule[];
  readonly footer: SheetModel['footer'];
}

/** The sheet of a table: header row and first column stay, everything can be filtered. */
export function tableSheet<Key extends string>(table: KeyedTable<Key>, content: TableContent<Key>): SheetModel {
  const { columns } = table;
  const headings = columns.map(({ header, toFill }) => cell(toFill ? 'headerToFill' : 'header', header));
  const rows = content.rows.map((row) => columns.map(({ key }) => row[key]));
  const fitted = fittedColumns(columns, rows);
  return {
    name: table.sheet,
    hidden: false,
    columns: fitted,
    rows: [
      { cells: headings, height: Math.max(34, heightOfRow(headings, fitted)) },
      ...rows.map((cells) => ({ cells })),
    ],
    frozen: { rows: 1, columns: 1 },
    filter: `A1:${columnLetters(columns.length)}${Math.max(2, content.rows.length + 1)}`,
    merges: [],
    blocks: undefined,
    entries: content.entries,
    tones: content.tones,
    footer: content.footer,
  };
}

export const reviewCells = { review: blank('toFillCentred'), remark: blank('toFill') } as const;

/** Neighbouring rows of one kind, as first and last index: one drop-down list serves them all. */
export function runsOf<Row, Kind>(
  rows: readonly Row[],
  kindOf: (row: Row) => Kind,
): readonly { readonly kind: Kind; readonly first: number; readonly last: number }[] {
  const runs: { kind: Kind; first: number; last: number }[] = [];
  for (const [index, row] of rows.entries()) {
    const kind = kindOf(row);
    const run = runs.at(-1);
    if (run?.kind === kind) run.last = index;
    else runs.push({ kind, first: index, last: index });
  }
  return runs;
}
