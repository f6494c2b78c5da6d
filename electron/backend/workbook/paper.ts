import type { Column } from './sheet-model.ts';

/**
 * The sheet of paper reviewers print on: A4 landscape. Every sheet is one page wide, so its columns decide how small
 * its letters get; what follows from that is reckoned here and measured by the tests on printed pages.
 */
const inch = 72;
export const margins = { left: 0.3, right: 0.3, top: 0.4, bottom: 0.6, header: 0.3, footer: 0.3 } as const;
const paper = {
  width: 841.9 - (margins.left + margins.right) * inch,
  height: 595.3 - (margins.top + margins.bottom) * inch,
};

/**
 * Columns are measured in digits of a workbook's first font. Arial's are equally wide in every program and on every
 * system, in stand-ins such as Liberation Sans too; Calibri's grow by a quarter where it is missing, and a Chinese Excel
 * puts 宋体 in the place of a theme's font. Everything printed shrank with it.
 */
export const measuringFont = { name: 'Arial', size: 10 } as const;
const pointsPerCharacter = 5.57;

/** How wide all visible columns may be together, for letters of 10 points to come out at 7.5 or more. */
export const printableWidth = 190;

/** Below this, the smallest letters, of 9 points, come out smaller than 7. */
const leastScale = 0.79;

const shownWidth = (columns: readonly Column[]): number =>
  columns.reduce((sum, { width, hidden }) => sum + (hidden ? 0 : width), 0);

/** By how much a sheet is made smaller so that its columns fit one page. */
export const printScale = (columns: readonly Column[]): number =>
  Math.min(1, paper.width / (shownWidth(columns) * pointsPerCharacter));

/** Whether rows of these heights fit one page together and stay readable. */
export function fitsOnePage(columns: readonly Column[], heights: readonly number[]): boolean {
  const total = heights.reduce((sum, height) => sum + height, 0);
  return Math.min(printScale(columns), paper.height / total) >= leastScale;
}

/**
 * Rows, counted from 1, after which a page ends so that no block is torn apart that fits on one. `blocks` has the first
 * row of each.
 */
export function pageEnds(
  columns: readonly Column[],
  heights: readonly number[],
  { blocks, repeated }: { readonly blocks: readonly number[]; readonly repeated: number },
): readonly number[] {
  const sum = (from: number, to: number): number => heights.slice(from, to).reduce((all, height) => all + height, 0);
  const capacity = paper.height / printScale(columns) - sum(0, repeated);
  const ends: number[] = [];
  let used = sum(repeated, (blocks[0] ?? 1) - 1) % capacity;
  for (const [index, first] of blocks.entries()) {
    const height = sum(first - 1, (blocks[index + 1] ?? heights.length + 1) - 1);
    const isTorn = used + height > capacity;
    if (isTorn && height <= capacity && used > 0) {
      ends.push(first - 1);
      used = 0;
    }
    used = (used + height) % capacity;
  }
  return ends;
}
