interface Position {
  readonly row: number;
  readonly column: number;
}

interface Press {
  readonly key: string;
  readonly ctrlKey: boolean;
}

/** Where a key leads in a grid, as in a spreadsheet; undefined when it is not for moving. */
export function moveInGrid(
  { key, ctrlKey }: Press,
  { row, column }: Position,
  { rows, columns }: { readonly rows: number; readonly columns: number },
  page: number,
): Position | undefined {
  const jump = Math.max(1, page);
  const to = (nextRow: number, nextColumn: number): Position => ({
    row: Math.min(rows - 1, Math.max(0, nextRow)),
    column: Math.min(columns - 1, Math.max(0, nextColumn)),
  });
  if (key === 'ArrowDown') return to(ctrlKey ? rows : row + 1, column);
  if (key === 'ArrowUp') return to(ctrlKey ? 0 : row - 1, column);
  if (key === 'ArrowRight') return to(row, ctrlKey ? columns : column + 1);
  if (key === 'ArrowLeft') return to(row, ctrlKey ? 0 : column - 1);
  if (key === 'PageDown') return to(row + jump, column);
  if (key === 'PageUp') return to(row - jump, column);
  if (key === 'Home') return to(ctrlKey ? 0 : row, 0);
  if (key === 'End') return to(ctrlKey ? rows : row, columns);
  return undefined;
}
