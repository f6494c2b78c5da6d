import { blank, cell, columnLetters, formula } from './cells.ts';
import type { ClauseTable, CountedKey } from './clause-table.ts';
import type { UnitKey } from './points-sheet.ts';
import type { Cell, CellValue, Row, StyleName } from './sheet-model.ts';

/** Sheet 结果汇总: what its tables have in common. */
export const summarySheetName = '结果汇总';
export const notApplicable = '不适用';

/** The sheets whose rows the summary counts; one is missing when the standard has no such clauses. */
export interface ClauseTables {
  readonly clauses?: ClauseTable<CountedKey | 'own' | 'kind'> | undefined;
  readonly prerequisites?: ClauseTable<CountedKey | 'code'> | undefined;
  readonly points?: ClauseTable<CountedKey | UnitKey> | undefined;
  readonly indicators?: ClauseTable | undefined;
}

/** Own results and reviewers' results stand side by side, five columns each. */
export type Side = 'own' | 'theirs';
const firstColumn = { own: 3, theirs: 8 } as const;
export const sideColumn = (side: Side, offset: number): string => columnLetters(firstColumn[side] + offset);
export const codeKey = { own: 'ownCode', theirs: 'theirCode' } as const;

/** Visible columns A to L; behind them hidden ones with whole numbers that exact comparisons need. */
export const visibleWidths = [34, 13, 10, 9, 9, 10, 10, 10, 10, 10, 10, 10] as const;
const hiddenOffsets = { earned: 0, full: 1, worth: 2, clauses: 3, weight: 4 } as const;
export type HiddenKey = keyof typeof hiddenOffsets;
const firstHidden = { own: 14, theirs: 19 } as const;
export const hiddenWidths = Array.from({ length: 11 }, () => 10);
export const hiddenAt = (side: Side, key: HiddenKey, row: number): string =>
  `${columnLetters(firstHidden[side] + hiddenOffsets[key])}${row}`;

/** How many cells reviewers have filled in stands in the first hidden column, beside the rules' headings. */
export const reviewedColumn = 'M';

/** The row of a scope in a table; undefined when the table leaves the scope out. */
export type RowOf = (scope: string) => number | undefined;

/** Where each table's rows stand, for formulas of other tables. */
export interface Places {
  readonly grades: Readonly<Record<Side, RowOf>>;
  readonly passing: RowOf;
  readonly indicators: RowOf;
  readonly scores: RowOf;
  /** Row of the first part of a weighted total. */
  readonly firstPart: number;
  /** Absolute address of the count of cells that reviewers have filled in. */
  readonly reviewed: string;
}

export const rowsFrom =
  (first: number, names: readonly string[]): RowOf =>
  (name) => {
    const index = names.indexOf(name);
    return index === -1 ? undefined : first + index;
  };

/** @throws {Error} when the table leaves the scope out */
export function rowIn(rowOf: RowOf, scope: string): number {
  const row = rowOf(scope);
  if (row === undefined) throw new Error(`the summary has no row for ${scope}`);
  return row;
}

/** `part ÷ whole`, cut and not rounded: 89.96 % must read 89.9 %. */
export const shareValue = (part: string, whole: string, percent: string | undefined): CellValue =>
  formula(
    `IF(${whole}=0,"${notApplicable}",INT(${part}*1000/${whole})/1000)`,
    percent === undefined ? notApplicable : Math.round(Number(percent) * 10) / 1000, // 66.6 → 0.666, the double that the formula yields
  );

export const headers = (style: 'header' | 'headerToFill', texts: readonly string[]): readonly Cell[] =>
  texts.map((text) => (text === '' ? blank(style) : cell(style, text)));

export const blanks = (count: number, style: StyleName = 'text'): readonly Cell[] =>
  Array.from({ length: count }, () => blank(style));

/** The two heading rows of a table with both sides, and the merges of the upper one. */
export function sideHeadings(row: number, first: readonly string[], measures: readonly string[]) {
  const upper: Row = {
    cells: [
      ...headers('header', [...first.map(() => ''), '自评', '', '', '', '']),
      ...headers('headerToFill', ['评审', '', '', '', '']),
    ],
  };
  const lower: Row = { cells: [...headers('header', [...first, ...measures]), ...headers('headerToFill', measures)] };
  return { rows: [upper, lower], merges: [`C${row}:G${row}`, `H${row}:L${row}`] };
}
