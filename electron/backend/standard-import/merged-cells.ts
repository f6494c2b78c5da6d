import { Unreadable } from '../score-file/unreadable.ts';
import { limits } from './limits.ts';
import type { SourceCell, SourceRow } from './source.ts';

/** Rows from 1, columns from 0, both ends included. */
export interface MergedRange {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/**
 * Lets every cell of a merged range show what stands in its first one. Only rows and columns that have texts are
 * filled: a range over the whole sheet costs no more than the table itself.
 */
export function fillMerged(rows: readonly SourceRow[], ranges: readonly MergedRange[]): readonly SourceRow[] {
  const lastColumn = Math.max(-1, ...rows.map(({ cells }) => cells.at(-1)?.column ?? -1));
  const covers = new Map<number, SourceCell[]>();
  let covered = 0;
  for (const range of ranges) {
    let at = firstFrom(rows, range.top);
    const origin = rows[at]?.row === range.top ? cellAt(rows[at], range.left) : undefined;
    if (!origin) continue; // an empty range shows nothing
    for (; at < rows.length; at++) {
      const row = rows[at]?.row ?? Infinity;
      if (row > range.bottom) break;
      for (let column = range.left; column <= Math.min(range.right, lastColumn); column++) {
        if (row === range.top && column === range.left) continue;
        if (++covered > limits.cells) throw new Unreadable('合并的单元格过多。请取消不必要的合并，另存后再导入。');
        const cell = { ...origin, column, from: { row: range.top, column: range.left } };
        const list = covers.get(row);
        if (list) list.push(cell);
        else covers.set(row, [cell]);
      }
    }
  }
  return rows.map((row) => {
    const more = covers.get(row.row);
    if (!more) return row;
    const cells = new Map([...row.cells, ...more].map((cell) => [cell.column, cell]));
    return { ...row, cells: [...cells.values()].toSorted((left, right) => left.column - right.column) };
  });
}

const cellAt = (row: SourceRow | undefined, column: number): SourceCell | undefined =>
  row?.cells.find((cell) => cell.column === column);

function firstFrom(rows: readonly SourceRow[], wanted: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.row ?? Infinity) < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
}
