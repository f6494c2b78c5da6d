import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';

/** Rows that are fetched together. */
export const pageSize = 200;

export type Pages = ReadonlyMap<string, readonly SourceTableRow[]>;

export const pageKey = (table: number, page: number): string => `${table}:${page}`;

export const rowAt = (pages: Pages, table: number, index: number): SourceTableRow | undefined =>
  pages.get(pageKey(table, Math.floor(index / pageSize)))?.[index % pageSize];

/** A row by its number in the file, if it was fetched. */
export function rowNumbered(pages: Pages, table: number, row: number): SourceTableRow | undefined {
  for (const [key, rows] of pages) {
    const [first, last] = [rows[0], rows.at(-1)];
    if (key.startsWith(`${table}:`) && first && last && first.row <= row && row <= last.row)
      return rows.find((one) => one.row === row);
  }
  return undefined;
}

/** The pages that hold these rows and are not there yet. */
export function missingPages(pages: Pages, table: number, first: number, last: number): readonly number[] {
  const found: number[] = [];
  for (let page = Math.floor(Math.max(0, first) / pageSize); page * pageSize <= last; page++) {
    if (!pages.has(pageKey(table, page))) found.push(page);
  }
  return found;
}

/**
 * Where a row of the file stands among the rows with a text, or would stand. Pages are asked for until it is found:
 * rows without a text are not counted, so that only the file's own order leads there.
 */
export async function locateRow(
  row: number,
  rows: number,
  load: (page: number) => Promise<readonly SourceTableRow[]>,
): Promise<number> {
  let [low, high] = [0, Math.max(0, Math.ceil(rows / pageSize) - 1)];
  let page = Math.min(high, Math.floor((row - 1) / pageSize));
  for (;;) {
    const here = await load(page);
    const [first, last] = [here[0]?.row ?? 0, here.at(-1)?.row ?? 0];
    if (row < first && page > low) high = page - 1;
    else if (row > last && page < high) low = page + 1;
    else {
      const at = here.findIndex((one) => one.row >= row);
      return page * pageSize + (at < 0 ? Math.max(0, here.length - 1) : at);
    }
    page = Math.floor((low + high) / 2);
  }
}
