import type { SourceRow, SourceTable } from '../source.ts';
import { parseCode, type ParsedCode } from './codes.ts';
import { readVeto, takeMarks } from './marks.ts';
import { ownCells } from './row-cells.ts';
import type { Role } from './roles.ts';
import { readTier } from './split-points.ts';
import { joinLines } from './text.ts';

type Roles = ReadonlyMap<number, Role>;

/**
 * Which column names the clause: when none is called so, the text that there is. It is one of points, though, where
 * another column grades each row, or where the line above the table is numbered like a clause.
 */
export function withTitleColumn(found: Roles, rows: readonly SourceRow[], above: string | undefined): Roles {
  const read = withoutCounts(withVetoTexts(found, rows), rows);
  if (columnOf(read, 'title') !== undefined) return read;
  const isList = gradesRows(read, rows) || (!isJudgedByRow(read) && isNumberedClause(above ?? ''));
  for (const stand of [...(isList ? [] : (['points'] as const)), 'section', 'chapter'] as const) {
    const column = [...read].findLast(([, role]) => role === stand)?.[0];
    if (column !== undefined) return new Map(read).set(column, 'title');
  }
  return read;
}

const columnOf = (found: Roles, role: Role): number | undefined => [...found].find(([, one]) => one === role)?.[0];

const textsOf = (rows: readonly SourceRow[], column: number | undefined): readonly string[] =>
  rows.flatMap((row) => ownCells(row).flatMap((cell) => (cell.column === column ? [cell.text] : [])));

const mostly = (texts: readonly string[], holds: (text: string) => boolean): boolean =>
  texts.length > 0 && texts.filter(holds).length * 10 >= texts.length * 7;

/** 否决项 may stand above the violations themselves. */
function withVetoTexts(found: Roles, rows: readonly SourceRow[]): Roles {
  const column = columnOf(found, 'veto');
  const texts = textsOf(rows, column);
  const isNamed = columnOf(found, 'title') !== undefined || columnOf(found, 'points') !== undefined;
  if (column === undefined || isNamed || texts.some((text) => readVeto(text) !== undefined)) return found;
  return new Map(found).set(column, 'title');
}

/** 1, 2, 3 beside points that are graded row by row count these. */
function withoutCounts(found: Roles, rows: readonly SourceRow[]): Roles {
  const column = columnOf(found, 'code');
  if (column === undefined || columnOf(found, 'title') !== undefined) return found;
  const graded = rows.filter((row) => ownCells(row).length > 1);
  const kinds = textsOf(graded, column).map((text) => parseCode(text));
  const isCount = kinds.every((code) => code?.rest === '' && (code.kind === 'plain' || code.kind === 'paren'));
  const without = new Map(found).set(column, 'ignore' satisfies Role);
  return isCount && gradesRows(without, rows) ? without : found;
}

/** A column of grades beside one of points, and no number of a clause in every row. */
function gradesRows(found: Roles, rows: readonly SourceRow[]): boolean {
  const tiers = textsOf(rows, columnOf(found, 'tier'));
  const codes = textsOf(rows, columnOf(found, 'code'));
  return (
    columnOf(found, 'points') !== undefined &&
    mostly(tiers, (text) => readTier(text) !== undefined) &&
    codes.length * 2 <= tiers.length
  );
}

/** Each row has a number, a score or a section of its own. */
const isJudgedByRow = (found: Roles): boolean =>
  [...found.values()].some((role) => ['code', 'score', 'part', 'chapter', 'section'].includes(role));

/** 1.1.1 ★医疗服务 */
const isNumberedClause = (line: string): boolean => {
  const code = codeOfClause(line);
  return code?.kind === 'dotted' && code.rest !== '';
};

const longestName = 120;

/** The number of a line that can be the name of a clause: neither a chapter nor a section nor a sentence. */
export function codeOfClause(line: string): ParsedCode | undefined {
  if (line.length > longestName || /[。；;]$/u.test(line)) return undefined;
  const code = parseCode(takeMarks(line).text);
  const isOuter = code?.kind === 'part' || code?.kind === 'chapter' || code?.kind === 'section';
  return isOuter ? undefined : code;
}

/** What stands right above the header: the last row there, or the last paragraph before the table. */
export function lineAbove({ before }: Pick<SourceTable, 'before'>, titles: readonly SourceRow[]): string | undefined {
  const last = titles.at(-1);
  if (!last) return before.at(-1) && joinLines(before.at(-1)?.text ?? '');
  const own = ownCells(last);
  return own.length === 1 ? joinLines(own[0]?.text ?? '') : undefined;
}
