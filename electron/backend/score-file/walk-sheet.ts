import { parseXml } from './parse-xml.ts';
import { collectText } from './rich-text.ts';
import { Unreadable } from './unreadable.ts';

/** A cell as the file holds it. */
export interface RawCell {
  /** From 0; the row from 1. */
  readonly column: number;
  readonly row: number;
  /** `n`, `s`, `str`, `inlineStr`, `b`, `e` or `d`. */
  readonly type: string;
  readonly style: number;
  /** Undefined where nothing stands, or a formula that was never computed. */
  readonly value: string | undefined;
  readonly hasFormula: boolean;
}

export interface SheetVisitor {
  /** Whatever stands before and after the rows. */
  readonly outside?: (element: string, attributes: Readonly<Record<string, string>>) => void;
  readonly startRow: (row: number, attributes: Readonly<Record<string, string>>) => void;
  readonly cell: (cell: RawCell) => void;
  readonly endRow: () => void;
  /** Cells were left out of the stream: then none may leave out where it stands. */
  readonly isSkipping?: () => boolean;
}

/**
 * The rows and cells of one sheet as they stream by. Nothing but `row`, `c` and what is in them is looked at: a validation
 * or a dimension over a million rows costs nothing.
 *
 * @throws {Unreadable} when rows or cells are out of order or out of the sheet
 */
export async function walkSheet(chunks: AsyncIterable<Buffer>, visitor: SheetVisitor): Promise<void> {
  const { isSkipping = () => false } = visitor;
  const inline = collectText();
  let row = 0;
  let column = -1;
  let type = 'n';
  let style = 0;
  let isInData = false;
  let isInValue = false;
  let hasFormula = false;
  let value: string | undefined;

  await parseXml(chunks, {
    open(element, attributes) {
      if (element === 'sheetData') isInData = true;
      if (!isInData) {
        visitor.outside?.(element, attributes);
        return;
      }
      switch (element) {
        case 'row':
          row = rowNumber(attributes['r'], row, isSkipping());
          column = -1;
          visitor.startRow(row, attributes);
          break;
        case 'c':
          column = columnNumber(attributes['r'], column, isSkipping());
          type = attributes['t'] ?? 'n';
          style = Number(attributes['s'] ?? 0);
          value = undefined;
          hasFormula = false;
          inline.start();
          break;
        case 'v':
          isInValue = true;
          value = '';
          break;
        case 'f':
          hasFormula = true;
          break;
        default:
          inline.open(element);
      }
    },
    close(element) {
      if (!isInData) return;
      inline.close(element);
      if (element === 'v') isInValue = false;
      if (element === 'c') {
        visitor.cell({ column, row, type, style, value: type === 'inlineStr' ? inline.take() : value, hasFormula });
      }
      if (element === 'row') visitor.endRow();
      if (element === 'sheetData') isInData = false;
    },
    text(text) {
      if (isInValue) value += text;
      else if (isInData) inline.add(text);
    },
  });
}

/** Rows and cells may leave out where they stand: then they follow the one before, which must not have been skipped. */
function rowNumber(given: string | undefined, before: number, isSkipping: boolean): number {
  const row = given === undefined && !isSkipping ? before + 1 : Number(given);
  if (!Number.isInteger(row) || row <= before || row > 1_048_576) {
    throw new Unreadable('工作表里的行号不对。请在 Excel 里打开后另存。');
  }
  return row;
}

/** `B12` → 1. */
function columnNumber(reference: string | undefined, before: number, isSkipping: boolean): number {
  if (reference === undefined && !isSkipping) return before + 1;
  const column = columnOf(/^([A-Z]{1,3})\d{1,7}$/u.exec(reference ?? '')?.[1] ?? '');
  if (column <= before || column >= 16_384) {
    throw new Unreadable('工作表里的单元格位置不对。请在 Excel 里打开后另存。');
  }
  return column;
}

/** `B` → 1; nothing → -1. */
export const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
