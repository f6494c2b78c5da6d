export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

interface CellKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly nativeEvent: { readonly isComposing: boolean };
  readonly currentTarget: {
    readonly value: string;
    readonly selectionStart: number | null;
    readonly selectionEnd: number | null;
  };
}

/**
 * Where a key leads to from a cell: Enter through the cells as they are read and out at the end, arrows as in a
 * spreadsheet, left and right only from the edge of what is typed. Undefined: the key belongs to the field.
 */
export function cellAfter(
  press: CellKey,
  at: CellPlace,
  size: { readonly rows: number; readonly columns: number },
): CellPlace | 'end' | undefined {
  if (press.nativeEvent.isComposing || press.ctrlKey || press.metaKey || press.altKey) return undefined;
  const { value, selectionStart, selectionEnd } = press.currentTarget;
  const steps = (by: number): CellPlace | 'end' | undefined => {
    const next = at.row * size.columns + at.column + by;
    if (next < 0) return undefined;
    if (next >= size.rows * size.columns) return 'end';
    return { row: Math.floor(next / size.columns), column: next % size.columns };
  };
  switch (press.key) {
    case 'Enter':
      return press.shiftKey ? steps(-1) : steps(1);
    case 'ArrowDown':
      return at.row + 1 < size.rows ? { ...at, row: at.row + 1 } : undefined;
    case 'ArrowUp':
      return at.row > 0 ? { ...at, row: at.row - 1 } : undefined;
    case 'ArrowRight':
      return selectionEnd === value.length && at.column + 1 < size.columns && !press.shiftKey
        ? { ...at, column: at.column + 1 }
        : undefined;
    case 'ArrowLeft':
      return selectionStart === 0 && at.column > 0 && !press.shiftKey ? { ...at, column: at.column - 1 } : undefined;
    default:
      return undefined;
  }
}
