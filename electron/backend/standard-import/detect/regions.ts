import { limits } from '../limits.ts';
import type { SourceRow, SourceTable } from '../source.ts';
import { parseCode } from './codes.ts';
import { speaksOfElse } from './continuation.ts';
import { fitRoles } from './fit-roles.ts';
import type { RunningText } from './plan-text.ts';
import { lineAbove, withTitleColumn } from './name-columns.ts';
import { assignRoles, roleOfHeader, type Role } from './roles.ts';
import { ownCells } from './row-cells.ts';
import { cleanText, keyOf } from './text.ts';

/** A part of a table with one header of its own. */
export interface Region {
  /** `2` for the third table, `2.1` for the second part of it. */
  readonly id: string;
  readonly table: SourceTable;
  readonly tableIndex: number;
  /** As the file counts; undefined when there is none. */
  readonly headerRow: number | undefined;
  /** Texts of the header by column; of a header of two rows, both. */
  readonly headers: ReadonlyMap<number, string>;
  readonly roles: ReadonlyMap<number, Role>;
  /** Rows above the header. */
  readonly titles: readonly SourceRow[];
  readonly rows: readonly SourceRow[];
  /** Of a table of running text. */
  readonly text?: RunningText;
}

/** A header stands near the top. */
const searchedRows = 40;

/** Cuts a table where a header begins. `headerRow` is the user's word for where the first one is. */
export function findRegions(table: SourceTable, tableIndex: number, headerRow?: number): readonly Region[] {
  const { rows } = table;
  const known = rows.findIndex((row, index) => index < searchedRows && isHeader(row));
  const first =
    headerRow === undefined
      ? known < 0
        ? rows.findIndex((_row, index) => index < searchedRows && isNumberedBelow(rows, index))
        : known
      : rows.findIndex(({ row }) => row === headerRow);
  if (first < 0) {
    const roles = new Map<number, Role>();
    return [
      { id: String(tableIndex), table, tableIndex, headerRow: undefined, headers: new Map(), roles, titles: [], rows },
    ];
  }
  const regions: Region[] = [];
  let at = first;
  let titles = rows.slice(0, first);
  while (at < rows.length) {
    const header = rows[at];
    if (!header) break;
    const second = rows[at + 1];
    const isDouble = second !== undefined && isSecondHeaderRow(header, second);
    const headers = headersOf(header, isDouble ? second : undefined);
    const start = at + (isDouble ? 2 : 1);
    let end = start;
    while (end < rows.length && !(regions.length < limits.regions && beginsRegion(rows[end], headers))) end++;
    const body = rows.slice(start, end).filter((row) => !repeats(row, headers));
    const id = regions.length === 0 ? String(tableIndex) : `${tableIndex}.${regions.length}`;
    const named = withTitleColumn(
      assignRoles(headers),
      body,
      lineAbove(regions.length === 0 ? table : { before: [] }, titles),
    );
    const roles = fitRoles(named, body);
    regions.push({ id, table, tableIndex, headerRow: header.row, headers, roles, titles, rows: body });
    titles = [];
    at = end;
  }
  return regions;
}

const beginsRegion = (row: SourceRow | undefined, headers: ReadonlyMap<number, string>): boolean =>
  row !== undefined && isHeader(row) && !repeats(row, headers);

function isHeader(row: SourceRow): boolean {
  const own = ownCells(row);
  if (own.length < 2) return false;
  const found = own.filter(({ text }) => roleOfHeader(text) !== undefined);
  const kinds = new Set(found.map(({ text }) => roleOfHeader(text)?.first));
  const speaks = [...kinds].some(
    (role) => role !== undefined && ['title', 'points', 'C', 'section', 'chapter', 'code'].includes(role),
  );
  return found.length >= 2 && kinds.size >= 2 && speaks && found.length * 2 >= own.length;
}

/** Rows that are enough to judge by. */
const judgedRows = 20;

/**
 * 序号 with numbers below it is a header, whatever the other columns are called: the table does not go on with the one
 * before.
 */
function isNumberedBelow(rows: readonly SourceRow[], at: number): boolean {
  const own = ownCells(rows[at] ?? { row: 0, cells: [] });
  const code = own.find(({ text }) => roleOfHeader(text)?.first === 'code');
  const isWords = own.length >= 2 && own.every(({ text }) => text.length <= 15 && !/\d|[。；;：:]$/u.test(text.trim()));
  const body = rows.slice(at + 1, at + 1 + judgedRows);
  if (!code || !isWords || speaksOfElse({ rows: rows.slice(at, at + 1) }) !== undefined) return false;
  const below = body.flatMap((row) => ownCells(row).filter(({ column }) => column === code.column));
  const numbered = below.filter(({ text }) => parseCode(text)?.rest === '');
  return numbered.length > 0 && numbered.length * 2 >= body.length;
}

/** A header of two rows: the second names what a merged cell of the first stands over. */
function isSecondHeaderRow(header: SourceRow, second: SourceRow): boolean {
  const own = ownCells(second);
  if (own.length === 0 || second.row !== header.row + 1) return false;
  const isUnderMerged = ({ column }: { readonly column: number }) =>
    header.cells.some((cell) => cell.column === column && (cell.from !== undefined || spreads(header, column)));
  const isWord = (text: string) => roleOfHeader(text) !== undefined || isGrade(text);
  return own.every((cell) => isWord(cell.text) && !parseCode(cell.text) && isUnderMerged(cell));
}

/** Beside A, B and C, which are header words, grades to tick. */
const isGrade = (text: string): boolean => /^[DE]$/u.test(keyOf(text.slice(0, 10)));

const spreads = (row: SourceRow, column: number): boolean =>
  row.cells.some(({ from }) => from?.row === row.row && from.column === column);

function headersOf(header: SourceRow, second: SourceRow | undefined): ReadonlyMap<number, string> {
  const texts = new Map<number, string>();
  for (const { column, text, from } of header.cells) {
    if (from?.row !== header.row || second) texts.set(column, cleanText(text));
  }
  for (const { column, text, from } of second?.cells ?? []) {
    if (from === undefined) texts.set(column, cleanText(text));
  }
  return texts;
}

/** The same header again on the next page. */
function repeats(row: SourceRow, headers: ReadonlyMap<number, string>): boolean {
  const own = ownCells(row);
  return own.length >= 2 && own.every(({ column, text }) => sameHeader(headers.get(column) ?? '', text));
}

/** What is much longer than a header is none, and not worth a closer look. */
const sameHeader = (header: string, text: string): boolean =>
  text.length <= header.length + 20 && keyOf(header) === keyOf(text);

/** Roles of a table without header, by what stands in its columns. */
export function guessRoles(rows: readonly SourceRow[]): ReadonlyMap<number, Role> {
  const columns = new Map<number, string[]>();
  for (const row of rows.slice(0, 200)) {
    for (const { column, text } of ownCells(row)) columns.set(column, [...(columns.get(column) ?? []), text]);
  }
  const found = new Map<number, Role>();
  let hasCode = false;
  let hasTitle = false;
  for (const [column, texts] of [...columns].toSorted(([left], [right]) => left - right)) {
    const coded = texts.filter((text) => {
      const parsed = parseCode(text);
      return parsed !== undefined && parsed.rest === '';
    });
    if (!hasCode && !hasTitle && coded.length * 2 > texts.length) {
      found.set(column, 'code');
      hasCode = true;
    } else if (hasTitle && texts.every((text) => /^\d+(?:\.\d+)?\s*分?$/u.test(text.trim())))
      found.set(column, 'score');
    else if (!hasTitle) {
      found.set(column, 'title');
      hasTitle = true;
    } else if (![...found.values()].includes('points')) found.set(column, 'points');
  }
  return found;
}
