import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';
import type { Source } from './source.ts';

export interface RowsWanted {
  /** Which of the source's tables, from 0. */
  readonly table: number;
  /** Among the rows with a text, from 0. */
  readonly from: number;
  readonly count: number;
}

/** Rows of a table as they are shown beside what was understood; none where the file has none. */
export function rowsOf(source: Source, { table, from, count }: RowsWanted): readonly SourceTableRow[] {
  const rows = source.kind === 'pack' ? [] : (source.tables[table]?.rows ?? []);
  return rows.slice(from, from + count).map(({ row, cells }) => ({
    row,
    cells: cells.map(({ column, text, kind, from: first }) => ({
      column,
      text,
      kind,
      ...(first && { merged: true as const }),
    })),
  }));
}
