import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { SourcePlace } from '../../../shared/contract/standard-draft.ts';

/** What a file brought in as a standard holds, before anything is understood. Plain data: it crosses between threads. */
export type Source =
  | {
      readonly kind: 'tables';
      /** The file's name without folder. */
      readonly fileName: string;
      readonly format: 'xlsx' | 'docx' | 'csv';
      readonly tables: readonly SourceTable[];
      /** What was left out or read in a way that the user should know of. */
      readonly problems: readonly Problem[];
    }
  | { readonly kind: 'pack'; readonly fileName: string; readonly pack: Pack };

export interface SourceTable {
  /** The sheet's name, or 表格 1, 正文 1, 表格 2 … in the order of a document. */
  readonly name: string;
  /** It is running text of a document: a row a paragraph, numbered as the document counts them. */
  readonly isText?: true;
  readonly format: 'xlsx' | 'docx' | 'csv';
  /** The sheet is hidden, hence not detected unless the user asks for it. */
  readonly hidden: boolean;
  /** Paragraphs between the table before and this one. */
  readonly before: readonly Paragraph[];
  /** Rows with at least one text, in the order of the file. */
  readonly rows: readonly SourceRow[];
}

export interface Paragraph {
  readonly text: string;
  /** 0 for 标题 1; undefined for ordinary text. */
  readonly level?: number | undefined;
  /** Counted from 1 over the whole document. */
  readonly number: number;
  /** Of the table of contents. */
  readonly isContents?: true;
  /** Only the beginning of it was kept. */
  readonly isCut?: true;
}

export interface SourceRow {
  /** From 1, as the program that wrote the file counts. */
  readonly row: number;
  readonly hidden?: true;
  /** By column, ascending. */
  readonly cells: readonly SourceCell[];
}

/**
 * A cell's text is what its program shows: numbers in at most 15 digits, with the decimals and percent sign of their
 * format; dates as 2026-03-01, with 08:30 after them when they have a time; TRUE and FALSE; #REF! and the like; of a formula the result that was
 * last computed.
 */
export interface SourceCell {
  /** From 0. */
  readonly column: number;
  readonly text: string;
  readonly kind: 'text' | 'number' | 'boolean' | 'date' | 'error';
  /** Of a number, before its format: 90 % is 0.9. */
  readonly value?: number;
  readonly formula?: true;
  /** The cell lies in a merged range and shows what stands in the range's first cell, here. */
  readonly from?: { readonly row: number; readonly column: number };
  /** The column is hidden. */
  readonly hidden?: true;
  /** Of a paragraph: 0 for 标题 1. */
  readonly level?: number;
}

/** `error`: it is wrong, or something was lost. `warning`: a guess was made, and somebody should look. */
export interface Problem {
  readonly severity: 'error' | 'warning';
  /** `Sheet1!C12`, `表格 2 第 5 行第 3 列`, `第 8 段`; empty when it is about the whole file. */
  readonly where: string;
  readonly message: string;
  /** It is about several clauses together: a total that does not add up. */
  readonly isOfSeveral?: true;
}

/** 2 → `C`. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Where a cell or a row stands, in the words of the program that the user opens the file with. */
export function placeOf(table: Pick<SourceTable, 'format' | 'name' | 'isText'>, row: number, column?: number): string {
  const { format, name } = table;
  if (table.isText) return `第 ${row} 段`;
  if (format === 'docx') return `${name} 第 ${row} 行${column === undefined ? '' : `第 ${column + 1} 列`}`;
  const cell = column === undefined ? `第 ${row} 行` : `${columnLetters(column)}${row}`;
  return format === 'csv' ? cell : `${name}!${cell}`;
}

/** `C` → 2. */
const columnOf = (letters: string): number =>
  [...letters].reduce((column, letter) => column * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** What `placeOf` puts after a table's name, and what is written there of a whole column. */
const localPlace = /^(?:第 (?<row>\d+) 行(?:第 (?<number>\d+) 列)?|(?<letters>[A-Z]{1,3})(?<cell>\d+)?)$/u;

/**
 * Where words of `placeOf` lead in the tables of a file. A whole column leads to its first cell, a whole table to its
 * first row; words about the whole file lead nowhere, nor do those about paragraphs that are in no table of running text.
 * Of two tables of one name the first is meant.
 */
export function placeFinder(tables: readonly SourceTable[]): (where: string) => SourcePlace | undefined {
  const byName = new Map<string, number>();
  for (const [index, { name }] of tables.entries()) if (!byName.has(name)) byName.set(name, index);
  const inWhole = (where: string): SourcePlace | undefined => {
    const table = byName.get(where);
    const row = table === undefined ? undefined : tables[table]?.rows[0]?.row;
    return table === undefined || row === undefined ? undefined : { table, row, column: undefined };
  };
  const texts = tables.flatMap(({ isText, rows }, table) =>
    isText ? rows.map(({ row }): readonly [number, SourcePlace] => [row, { table, row, column: 0 }]) : [],
  );
  const paragraphs = new Map(texts);
  const known = new Map<string, SourcePlace | undefined>();
  const find = (where: string): SourcePlace | undefined => {
    const paragraph = /^第 (\d+) 段$/u.exec(where)?.[1];
    if (paragraph !== undefined && tables[0]?.format === 'docx') return paragraphs.get(Number(paragraph));
    const [name, rest] = splitPlace(where, tables[0]?.format);
    const table = name === undefined ? 0 : byName.get(name);
    const found = localPlace.exec(rest)?.groups;
    if (table === undefined || !found) return inWhole(where);
    const { row, number, letters, cell } = found;
    const column = number !== undefined ? Number(number) - 1 : letters === undefined ? undefined : columnOf(letters);
    const at = Number(row ?? cell ?? firstRowWith(tables[table], column));
    return Number.isNaN(at) ? undefined : { table, row: at, column };
  };
  // All the points of a cell ask for the same place.
  return (where) => {
    if (!known.has(where)) known.set(where, find(where));
    return known.get(where);
  };
}

const firstRowWith = (table: SourceTable | undefined, column: number | undefined): number | undefined =>
  table?.rows.find(({ cells }) => cells.some((cell) => cell.column === column))?.row;

/** The table's name and the rest; a text file has one table, and its places name none. */
function splitPlace(where: string, format: SourceTable['format'] | undefined): readonly [string | undefined, string] {
  if (format === 'csv') return [undefined, where];
  const at = format === 'docx' ? where.lastIndexOf(' 第 ') : where.lastIndexOf('!');
  return [where.slice(0, Math.max(at, 0)), where.slice(at + 1)];
}
