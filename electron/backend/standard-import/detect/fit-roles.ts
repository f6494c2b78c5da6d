import type { SourceRow } from '../source.ts';
import { readTick } from './marks.ts';
import { ownCells } from './row-cells.ts';
import type { Role } from './roles.ts';
import { hasTierMarks } from './split-points.ts';
import { keyOf } from './text.ts';

type Roles = ReadonlyMap<number, Role>;

/** Mends what the header says of the columns by what stands in them. */
export const fitRoles = (found: Roles, rows: readonly SourceRow[]): Roles =>
  withTierColumn(withoutTicks(withTierMarks(found, rows), rows), rows);

const textsOf = (rows: readonly SourceRow[], column: number): readonly string[] =>
  rows.flatMap((row) => ownCells(row).flatMap((cell) => (cell.column === column ? [cell.text] : [])));

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

/** One header over two columns, 【C】 in the first and what it asks for in the second. */
function withTierColumn(found: Roles, rows: readonly SourceRow[]): Roles {
  const [points] = [...found].find(([, role]) => role === 'points') ?? [];
  if (points === undefined || found.has(points + 1) || [...found.values()].includes('tier')) return found;
  const marks = textsOf(rows, points);
  const isBare = (text: string) => /^[【[(〔]?[CBA][】\])〕]?(?:级|款|档)?[:：]?$/u.test(keyOf(text.slice(0, 20)));
  const bare = marks.filter(isBare).length;
  if (bare === 0 || bare * 10 < marks.length * 8 || textsOf(rows, points + 1).length === 0) return found;
  return new Map(found).set(points, 'tier').set(points + 1, 'points');
}
