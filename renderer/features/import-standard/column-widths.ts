import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';

const [narrowest, widest, character, padding] = [84, 300, 12.5, 16];
/** Running text has one column, which pushes nothing out of sight. */
const ofText = 560;

/** Chinese characters are twice as wide as others. */
const widthOf = (text: string): number => {
  let width = 0;
  for (const one of text) width += one > '\u2e7f' ? 1 : 0.56;
  return width;
};

/** Columns as wide as their texts need, on two lines; within bounds, so that none pushes the others out of sight. */
export function columnWidths(rows: readonly SourceTableRow[], columns: number): readonly number[] {
  if (columns === 1) return [ofText];
  const widths = Array.from({ length: columns }, () => 0);
  for (const { cells } of rows) {
    for (const [at, { column, text, merged }] of cells.entries()) {
      const next = cells[at + 1];
      if (merged || (next?.merged && next.text === text)) continue;
      const longest = Math.max(...text.split('\n').map(widthOf));
      const needed = longest > 9 ? Math.max(9, longest / 2 + 0.5) : longest;
      widths[column] = Math.max(widths[column] ?? 0, needed);
    }
  }
  return widths.map((width) => Math.round(Math.min(widest, Math.max(narrowest, width * character + padding))));
}
