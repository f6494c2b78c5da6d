import type { Method } from '../../../../shared/domain/standard/standard.ts';
import type { ProblemList } from '../problem-list.ts';
import { columnLetters, placeOf, type SourceRow } from '../source.ts';
import type { Plan } from './plan-tables.ts';
import type { Region } from './regions.ts';
import { measureRoles, roleOfHeader, type Role } from './roles.ts';
import { ownCells } from './row-cells.ts';
import { excerpt, keyOf } from './text.ts';

/**
 * Told of one region after the other: columns that are filled in most rows and that nothing is read from, though
 * neither their header nor the user says that they are not to be imported. One word for columns of one name.
 */
export function createLeftColumns(problems: ProblemList) {
  const told = new Set<string>();
  return ({ region, method }: Pick<Plan, 'region' | 'method'>, wished: ReadonlySet<number>): void => {
    const { headers, table, headerRow, tableIndex } = region;
    for (const column of filledColumns(region.rows)) {
      const header = headers.get(column) ?? '';
      const key = keyOf(header) || `${tableIndex} ${column}`;
      if (wished.has(column) || told.has(key) || !isLeft(region, method, column, header)) continue;
      told.add(key);
      const label = table.format === 'docx' ? `第 ${column + 1} 列` : `${columnLetters(column)} 列`;
      const name = header === '' ? `没有表头的${label}` : `“${excerpt(header)}”一列（${label}）`;
      const message = `${name}没有用上，里面的内容没有导入。需要的话请指明这一列的用途。`;
      problems.warning('没有导入的列', placeOf(table, headerRow ?? region.rows[0]?.row ?? 1, column), message);
    }
  };
}

const ofMeasures: ReadonlySet<Role> = new Set(measureRoles);

function isLeft({ roles }: Region, method: Method, column: number, header: string): boolean {
  const role = roles.get(column);
  const used = new Set(roles.values());
  if (role === undefined) return true;
  // Grades of points, where there are no points to grade.
  if (role === 'tier') return !used.has('points');
  if (role === 'score') return method === 'graded' || method === 'indicator';
  if (role !== 'ignore') return ofMeasures.has(role) && method !== 'indicator';
  const wish = roleOfHeader(header);
  const mayBeLeft = wish?.first === 'ignore' || wish?.second === 'ignore';
  // Another column of the same kind was taken.
  return wish !== undefined && !mayBeLeft && used.has(wish.first satisfies Role);
}

/** Columns with a text of their own in most rows; rows with one text only are headings or remarks. */
function filledColumns(rows: readonly SourceRow[]): readonly number[] {
  const counts = new Map<number, number>();
  let judged = 0;
  for (const row of rows) {
    const own = ownCells(row);
    if (own.length < 2) continue;
    judged++;
    for (const { column } of own) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  return [...counts].flatMap(([column, count]) => (count * 2 > judged ? [column] : [])).toSorted((a, b) => a - b);
}
