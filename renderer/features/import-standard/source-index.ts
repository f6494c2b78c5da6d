import type { SourcePlace, SourceTableRow, StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { regionAt, regionsOf } from './draft-regions.ts';

/** What became of a row: `unused` is in no clause, as far as can be told. */
export type RowUse = 'title' | 'header' | 'heading' | 'clause' | 'point' | 'unused';

interface Made {
  readonly code: string;
  /** Of the clause's own place or its points; undefined is the whole row. */
  readonly column: number | undefined;
  readonly isClause: boolean;
}

/** From the rows of the file to what was made of them. */
export interface SourceIndex {
  readonly draft: StandardDraft;
  readonly made: ReadonlyMap<string, readonly Made[]>;
  /** By table: the rows in which clauses begin, ascending, with the last clause that begins there. */
  readonly starts: ReadonlyMap<number, readonly { readonly row: number; readonly code: string }[]>;
  readonly headings: ReadonlySet<string>;
}

const keyOf = (table: number, row: number): string => `${table}:${row}`;
const bare = (text: string): string => text.replace(/[\s\p{P}]/gu, '');

export function indexSource(draft: StandardDraft): SourceIndex {
  const made = new Map<string, Made[]>();
  const starts = new Map<number, { row: number; code: string }[]>();
  const add = ({ table, row, column }: SourcePlace, code: string, isClause: boolean) => {
    const key = keyOf(table, row);
    const there = made.get(key);
    if (there) there.push({ code, column, isClause });
    else made.set(key, [{ code, column, isClause }]);
  };
  for (const [code, { clause, points }] of Object.entries(draft.places)) {
    if (clause) {
      add(clause, code, true);
      starts.set(clause.table, [...(starts.get(clause.table) ?? []), { row: clause.row, code }]);
    }
    for (const point of points) if (point) add(point, code, false);
  }
  for (const list of starts.values()) list.sort((left, right) => left.row - right.row);
  const headings = new Set(
    (draft.pack?.chapters ?? []).flatMap((chapter) =>
      [chapter, ...chapter.sections].flatMap(({ code, title }) => [bare(title), bare(`${code}${title}`)]),
    ),
  );
  headings.delete('');
  return { draft, made, starts, headings };
}

/** The clause that was made of a cell; of the cells around it when the cell itself gave nothing. */
export function clauseAt({ draft, made, starts }: SourceIndex, place: SourcePlace): string | undefined {
  const { table, row, column } = place;
  const here = made.get(keyOf(table, row));
  if (here)
    return (here.find((one) => one.column === column) ?? here.find(({ isClause }) => isClause) ?? here[0])?.code;
  const regions = regionsOf(draft, table);
  const above = starts.get(table)?.findLast((start) => start.row <= row);
  return above && regionAt(regions, above.row) === regionAt(regions, row) ? above.code : undefined;
}

/** Columns of a row in which a clause or its points stand. */
export const columnsOf = ({ made }: SourceIndex, table: number, row: number, code: string): ReadonlySet<number> =>
  new Set(
    (made.get(keyOf(table, row)) ?? []).flatMap((one) =>
      one.code === code && one.column !== undefined ? [one.column] : [],
    ),
  );

export function rowUse(index: SourceIndex, table: number, { row, cells }: SourceTableRow): RowUse {
  const region = regionAt(regionsOf(index.draft, table), row);
  if (!region?.used) return 'unused';
  const { headerRow, columns } = region;
  if (headerRow !== undefined && row < headerRow) return 'title';
  const own = cells.filter(({ merged }) => !merged);
  const headerOf = new Map(columns.map(({ column, header }) => [column, bare(header)]));
  const isHeader = own.length > 1 && own.every(({ column, text }) => headerOf.get(column)?.endsWith(bare(text)));
  if (row === headerRow || isHeader) return 'header';
  const here = index.made.get(keyOf(table, row));
  if (here) return here.some(({ isClause }) => isClause) ? 'clause' : 'point';
  if (own.some(({ text }) => index.headings.has(bare(text)))) return 'heading';
  const named = new Set(columns.filter(({ role }) => role === 'code' || role === 'title').map(({ column }) => column));
  return cells.some(({ column, merged }) => merged && named.has(column)) ? 'point' : 'unused';
}
