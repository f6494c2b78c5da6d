import type { SourceRow } from '../source.ts';
import { parseCodeCell } from './codes.ts';
import { readTick } from './marks.ts';
import { ownCells } from './row-cells.ts';
import type { Role } from './roles.ts';
import { hasTierMarks, isBareTier } from './split-points.ts';

type Roles = ReadonlyMap<number, Role>;

/** Mends what the header says of the columns by what stands in them. */
export const fitRoles = (found: Roles, rows: readonly SourceRow[]): Roles =>
  withTierColumn(withoutTicks(withTierMarks(withNumberedGroups(withoutKinds(found, rows), rows), rows), rows), rows);

const textsOf = (rows: readonly SourceRow[], column: number): readonly string[] =>
  rows.flatMap((row) => ownCells(row).flatMap((cell) => (cell.column === column ? [cell.text] : [])));

/** 定量 and 定性 say what kind an indicator is, not which way it should go. */
function withoutKinds(found: Roles, rows: readonly SourceRow[]): Roles {
  const column = columnOf(found, 'direction');
  const texts = column === undefined ? [] : textsOf(rows, column);
  const kinds = texts.filter((text) => /^(?:定[量性]|计[量数])(?:指标)?$/u.test(text.trim()));
  if (column === undefined || kinds.length === 0 || kinds.length * 2 < texts.length) return found;
  return new Map(found).set(column, 'ignore');
}

const columnOf = (found: Roles, role: Role): number | undefined => [...found].find(([, one]) => one === role)?.[0];

/**
 * 一 组织管理 over 1 领导小组, 2 工作计划: the column beside the numbers, though called 检查项目, names chapters in some rows
 * and clauses in the others; what stands beside it says what they ask for.
 */
function withNumberedGroups(found: Roles, rows: readonly SourceRow[]): Roles {
  const [code, title] = [columnOf(found, 'code'), columnOf(found, 'title')];
  const group = columnOf(found, 'section') ?? columnOf(found, 'chapter');
  const hasPoints = [...found.values()].some((role) => role === 'points' || role === 'C');
  if (code === undefined || title === undefined || group === undefined || hasPoints || group > title) return found;
  let outer = 0;
  let inner = 0;
  for (const row of rows) {
    const own = ownCells(row);
    const at = (column: number) => own.find((cell) => cell.column === column)?.text;
    const kind = parseCodeCell(at(code) ?? '')?.kind;
    if (kind === undefined || at(group) === undefined) {
      if (kind === 'plain' || kind === 'paren') return found;
      continue;
    }
    if ((kind === 'han' || kind === 'hanParen') && at(title) === undefined) outer++;
    else if (kind === 'plain' || kind === 'paren') inner++;
    else return found;
  }
  return outer === 0 || inner === 0 ? found : new Map(found).set(group, 'title').set(title, 'points');
}

/** A column called 评分标准 that holds 【C】 … 【B】 … is one of points. */
function withTierMarks(found: Roles, rows: readonly SourceRow[]): Roles {
  if ([...found.values()].some((role) => role === 'points' || role === 'C')) return found;
  const marked = new Map<number, number>();
  for (const row of rows) {
    for (const { column, text } of ownCells(row)) {
      if (hasTierMarks(text)) marked.set(column, (marked.get(column) ?? 0) + 1);
    }
  }
  const [most] = [...marked].toSorted((left, right) => right[1] - left[1]);
  if (!most) return found;
  const role = found.get(most[0]);
  if (role === 'title' && ![...found.values()].includes('code')) return found;
  const wasTitle = role === 'title';
  const next = new Map(found).set(most[0], 'points' satisfies Role);
  if (wasTitle) {
    const stand = [...found].findLast(([, one]) => one === 'section' || one === 'chapter')?.[0];
    if (stand !== undefined) next.set(stand, 'title');
  }
  return next;
}

/** Columns A, B, C to tick what a clause was graded hold no points. */
function withoutTicks(found: Roles, rows: readonly SourceRow[]): Roles {
  const tiers = [...found].filter(([, role]) => role === 'C' || role === 'B' || role === 'A');
  const texts = tiers.flatMap(([column]) => textsOf(rows, column));
  const isBeside = [...found.values()].includes(texts.length === 0 ? 'points' : 'title');
  if (!isBeside || texts.some((text) => readTick(text) === undefined)) return found;
  const next = new Map(found);
  for (const [column] of tiers) next.set(column, 'ignore');
  return next;
}

/** One header over two columns, 【C】 or 【B】符合“C”，并 in the first and what it asks for in the second. */
function withTierColumn(found: Roles, rows: readonly SourceRow[]): Roles {
  const [points] = [...found].find(([, role]) => role === 'points') ?? [];
  if (points === undefined || [...found.values()].includes('tier')) return found;
  if ((found.get(points + 1) ?? 'ignore') !== 'ignore') return found;
  const marks = textsOf(rows, points);
  const bare = marks.filter(isBareTier).length;
  const isWording = textsOf(rows, points + 1).some((text) => /\p{Script=Han}{2}/u.test(text));
  if (bare === 0 || bare * 10 < marks.length * 6 || !isWording) return found;
  return new Map(found).set(points, 'tier').set(points + 1, 'points');
}
