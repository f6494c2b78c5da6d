/** One cell with a value. A number was typed as one: 1.10 has become 1.1 by then. */
export interface Cell {
  readonly text: string;
  readonly isNumber: boolean;
}

/** One row of a table as it stands in the file: its row number there (from 1), its cells by column (from 0). */
export interface CellRow {
  readonly row: number;
  readonly cells: ReadonlyMap<number, Cell>;
}

/** The rows of a file. */
export interface CellTable {
  readonly rows: readonly CellRow[];
  /** Its dates are days since 1904, as Excel on old Macs counted, not since 1900. */
  readonly uses1904: boolean;
}

export const maxRows = 200_000;
export const maxColumns = 200;
/** What Excel allows in a cell. */
export const maxCellCharacters = 32_767;
