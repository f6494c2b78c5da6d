import { placeOf, type SourceCell, type SourceRow } from '../source.ts';
import type { Region } from './regions.ts';
import { ownCells } from './row-cells.ts';
import type { Role } from './roles.ts';

/** The columns of a region by role, worked out once for all its rows. */
export interface Layout {
  readonly region: Region;
  readonly columns: (role: Role) => readonly number[];
  readonly points: readonly { readonly role: 'points' | 'C' | 'B' | 'A'; readonly column: number }[];
  /** No column numbers or names the clauses: a line above their points does. */
  readonly isNameless: boolean;
  /** Left of all columns that are used. */
  readonly firstColumn: number;
}

export function layoutOf(region: Region): Layout {
  const byRole = new Map<Role, number[]>();
  for (const [column, role] of region.roles) byRole.set(role, [...(byRole.get(role) ?? []), column]);
  const columns = (role: Role): readonly number[] => byRole.get(role) ?? [];
  const used = [...region.roles].flatMap(([column, role]) => (role === 'ignore' ? [] : [column]));
  return {
    region,
    columns,
    points: (['points', 'C', 'B', 'A'] as const).flatMap((role) => columns(role).map((column) => ({ role, column }))),
    isNameless: columns('code').length === 0 && columns('title').length === 0,
    firstColumn: Math.min(...used),
  };
}

/** One row, seen by roles. */
export interface RowView {
  readonly layout: Layout;
  readonly row: SourceRow;
  /** Cells that begin here. What a merged range covers says nothing new. */
  readonly cells: readonly SourceCell[];
  /** No merged range from above reaches into the row. */
  readonly isAlone: boolean;
  /** The cell of the first column of this role that begins in this row. */
  readonly of: (role: Role) => SourceCell | undefined;
  readonly at: (column: number) => SourceCell | undefined;
  readonly where: (column?: number) => string;
}

export function viewRow(layout: Layout, row: SourceRow): RowView {
  const cells = ownCells(row);
  const byColumn = new Map(row.cells.map((cell) => [cell.column, cell]));
  const begins = ({ from }: SourceCell) => from === undefined || from.row === row.row;
  return {
    layout,
    row,
    cells,
    isAlone: row.cells.every(begins),
    of: (role) => {
      const [column] = layout.columns(role);
      const cell = column === undefined ? undefined : byColumn.get(column);
      return cell && begins(cell) ? cell : undefined;
    },
    at: (column) => byColumn.get(column),
    where: (column) => placeOf(layout.region.table, row.row, column),
  };
}
