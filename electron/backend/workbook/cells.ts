import type { Cell, CellValue, Column, Formula, StyleName } from './sheet-model.ts';

export const cell = (style: StyleName, value: CellValue): Cell => ({ style, value });

/**
 * Text a person wrote. What begins like a formula is formatted as text too, so that it stays text when somebody
 * edits the cell and presses Enter.
 */
export const textCell = (value: string): Cell => cell(/^[=+\-@]/u.test(value) ? 'exactText' : 'text', value);

/** A cell that only fills a bordered table. */
export const blank = (style: StyleName = 'text'): Cell => cell(style, null);

export const formula = (text: string, result: string | number): Formula => ({ formula: text, result });

/** A live number in a table. */
export const figure = (text: string, result: string | number): Cell => cell('figure', formula(text, result));

/** The letters of a column counted from 1: 1 → A, 27 → AA. */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Text as a literal in a formula. */
export const literal = (text: string): string => `"${text.replaceAll('"', '""')}"`;

/** How many columns wide a text is: a Chinese character takes two. */
export function textWidth(text: string): number {
  let width = 0;
  for (const character of text) width += (character.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1.1;
  return width;
}

/**
 * How wide a line in a column can get: whole Chinese characters of 13.3 pixels in columns of 7 pixels a character with an
 * edge of 5, and a little less, because punctuation does not begin a line.
 */
const lineWidth = (columns: number): number => Math.max(2, 2 * Math.floor((columns * 1.05 - 0.75) / 2) - 0.6);

/** How wide a column must be for a line of this width. */
export const columnFor = (width: number): number => (2 * Math.ceil((width + 0.6) / 2) + 0.75) / 1.05;

/** The height of wrapped text in so many columns, a little generous: a row too high is calmer than one that hides a line. */
export function wrappedHeight(text: string, columns: number): number {
  const perLine = lineWidth(columns);
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(textWidth(line) / perLine));
  return 4 + lines * lineHeight;
}

/** Of 10 points in 微软雅黑 and its stand-ins. */
export const lineHeight = 15;

/** Excel has no higher rows. */
export const highestRow = 409;

export const heightFor = (text: string, columns: number): number => Math.min(highestRow, wrappedHeight(text, columns));

/**
 * The height a row needs for its longest text. Written into the file because not every program fits rows when it
 * opens one: LibreOffice does not, and neither do previewers.
 */
export function heightOfRow(cells: readonly (Cell | undefined)[], columns: readonly Column[]): number {
  let height = 18;
  for (const [index, source] of cells.entries()) {
    const column = columns[index];
    const text = column && !column.hidden ? shownText(source) : '';
    if (column && mayWrap(text, column)) height = Math.max(height, heightFor(text, column.width));
  }
  return height;
}

export const mayWrap = (text: string, { width }: Column): boolean =>
  text.length * 2 > lineWidth(width) || text.includes('\n');

/** Numbers, dates and formulas of ours fit on one line. */
export function shownText(source: Cell | undefined): string {
  const value = source?.value ?? '';
  if (typeof value === 'string') return value;
  return typeof value === 'object' && 'path' in value ? value.text : '';
}
