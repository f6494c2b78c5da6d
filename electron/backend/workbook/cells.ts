import type { Cell, CellValue, Formula, StyleName } from './sheet-model.ts';

export const cell = (style: StyleName, value: CellValue): Cell => ({ style, value });

/**
 * Text a person wrote. What begins like a formula is formatted as text too, so that it stays text when somebody
 * edits the cell and presses Enter.
 */
export const textCell = (value: string): Cell => cell(/^[=+\-@]/u.test(value) ? 'exactText' : 'text', value);

/** A cell that only fills a bordered table. */
export const blank = (style: StyleName = 'text'): Cell => cell(style, null);

export const formula = (text: string, result: string | number): Formula => ({ formula: text, result });

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

/** Row height for wrapped text in merged cells, which no program fits by itself. */
export function heightFor(text: string, columns: number): number {
  const lines = text
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(textWidth(line) / (columns * 0.92))), 0);
  return Math.min(400, 6 + lines * 15);
}
