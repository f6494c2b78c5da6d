import { columnFor, shownText, textWidth } from './cells.ts';
import { printableWidth } from './paper.ts';
import type { Cell, Column } from './sheet-model.ts';

export interface WantedColumn {
  /** In characters; text never makes a column wider, it wraps. */
  readonly width: number;
  /** How narrow the column may get where its texts are short or the paper is; without it the width stands. */
  readonly least?: number | undefined;
  readonly hidden?: boolean | undefined;
}

type Rows = readonly (readonly (Cell | undefined)[])[];

interface Fitting {
  width: number;
  readonly most: number;
  /** How much text wraps in the column; long texts weigh most, because the longest makes the row high. */
  readonly weight: number;
}

const step = 0.5;

/**
 * Columns together no wider than a readable page: each as narrow as it may be, and what room is left goes to those whose
 * texts make rows high.
 */
export function fittedColumns(columns: readonly WantedColumn[], rows: Rows): readonly Column[] {
  const fittings = columns.map((column, index) => fittingOf(column, rows, index));
  const shown = fittings.filter((_fitting, index) => !columns[index]?.hidden);
  let room = printableWidth - shown.reduce((sum, { width }) => sum + width, 0);
  while (room >= step) {
    const next = shown.filter(({ width, most }) => width + step <= most).toSorted((a, b) => gain(b) - gain(a))[0];
    if (next === undefined) break;
    next.width += step;
    room -= step;
  }
  return fittings.map(({ width }, index) => ({ width, hidden: columns[index]?.hidden }));
}

const gain = ({ width, weight }: Fitting): number => weight / width ** 4 - weight / (width + step) ** 4;

function fittingOf(column: WantedColumn, rows: Rows, index: number): Fitting {
  if (column.hidden || column.least === undefined) return { width: column.width, most: column.width, weight: 0 };
  let [longest, weight, least] = [0, 0, column.least];
  for (const cells of rows) {
    const source = cells[index];
    const text = shownText(source);
    if (text === '') least = Math.max(least, widthOfNumber(source));
    const width = textWidth(text);
    weight += width ** 4;
    const isOneLine = width <= longest || !text.includes('\n');
    longest = Math.max(longest, isOneLine ? width : Math.max(...text.split('\n').map(textWidth)));
  }
  return {
    width: least,
    most: Math.max(least, Math.min(column.width, Math.ceil(columnFor(longest) / step) * step)),
    weight,
  };
}

/** Numbers do not wrap: a column too narrow for one shows `####`. */
function widthOfNumber(source: Cell | undefined): number {
  const value = source?.value;
  const shown = typeof value === 'object' && value !== null && 'result' in value ? value.result : value;
  return typeof shown === 'number' ? Math.ceil(String(shown).length * 1.1 + 1.5) : 0;
}
