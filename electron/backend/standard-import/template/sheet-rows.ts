import { placeOf, type SourceCell, type SourceTable } from '../source.ts';

/** A row of a sheet of the template, by the names of its columns. */
export interface TemplateRow<Column extends string> {
  readonly where: (column?: Column) => string;
  readonly cell: (column: Column) => SourceCell | undefined;
  /** Undefined for an empty cell. */
  readonly text: (column: Column) => string | undefined;
  /** What is no number stays a text, to be complained of where it stands. */
  readonly number: (column: Column) => number | string | undefined;
}

export function rowsOf<Column extends string>(
  table: SourceTable | undefined,
  columns: Readonly<Record<Column, string>>,
): readonly TemplateRow<Column>[] {
  const [header, ...rows] = table?.rows ?? [];
  if (!table || !header) return [];
  const places = new Map(header.cells.map(({ text, column }) => [text.trim(), column]));
  return rows.map(({ row, cells }): TemplateRow<Column> => {
    const cell = (column: Column) => cells.find((one) => one.column === places.get(columns[column]));
    return {
      where: (column) => placeOf(table, row, column === undefined ? undefined : places.get(columns[column])),
      cell,
      text: (column) => cell(column)?.text,
      number: (column) => {
        const found = cell(column);
        return found?.value ?? (found && (numberOf(found.text) ?? found.text));
      },
    };
  });
}

/** `20`, `２０`, `20分` */
export function numberOf(text: string): number | undefined {
  const digits = /^\s*(?<digits>\d+(?:\.\d+)?)\s*分?\s*$/u.exec(text.normalize('NFKC'))?.groups?.['digits'];
  return digits === undefined ? undefined : Number(digits);
}
