import { maxCellCharacters, maxColumns, maxRows, type Cell, type CellRow } from './cell-row.ts';
import { parseXml } from './parse-xml.ts';
import { collectText } from './rich-text.ts';
import { Unreadable } from './unreadable.ts';

/**
 * The cells with values of one sheet. Nothing but `row`, `c` and what is in them is looked at: a validation or a
 * dimension over a million rows costs nothing.
 */
export async function readSheet(
  chunks: AsyncIterable<Buffer>,
  sharedStrings: readonly string[],
): Promise<readonly CellRow[]> {
  const rows: CellRow[] = [];
  const inline = collectText();
  let row = 0;
  let column = -1;
  let cells = new Map<number, Cell>();
  let type = 'n';
  let isInData = false;
  let isInValue = false;
  let hasFormula = false;
  let value: string | undefined;

  const endCell = (): void => {
    const where = `第 ${row} 行第 ${column + 1} 列`;
    const text = type === 'inlineStr' ? inline.take() : value;
    if (text === undefined || text === '') {
      if (hasFormula && value === undefined) {
        throw new Unreadable(`${where}的公式没有计算结果。请在 Excel 里打开、保存一次再导入。`);
      }
      return;
    }
    const shown = type === 's' ? sharedStrings[/^\d+$/u.test(text) ? Number(text) : -1] : text;
    if (shown === undefined) throw new Unreadable(`${where}的内容已损坏。请在 Excel 里打开后另存。`);
    if (shown === '') return;
    if (shown.length > maxCellCharacters) throw new Unreadable(`${where}超过 ${maxCellCharacters} 个字。`);
    if (column >= maxColumns) throw new Unreadable(`${where}有内容，超出了 ${maxColumns} 列。`);
    cells.set(column, { text: type === 'b' ? (shown === '1' ? 'TRUE' : 'FALSE') : shown, isNumber: type === 'n' });
  };

  await parseXml(chunks, {
    open(name, attributes) {
      if (name === 'sheetData') isInData = true;
      if (!isInData) return;
      switch (name) {
        case 'row':
          row = rowNumber(attributes['r'], row);
          column = -1;
          cells = new Map();
          break;
        case 'c':
          column = columnNumber(attributes['r'], column);
          type = attributes['t'] ?? 'n';
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
          inline.open(name);
      }
    },
    close(name) {
      if (!isInData) return;
      inline.close(name);
      if (name === 'v') isInValue = false;
      if (name === 'c') endCell();
      if (name === 'row' && cells.size > 0) {
        if (rows.length >= maxRows) throw new Unreadable(`行数超过 ${maxRows}。请拆成几个文件。`);
        rows.push({ row, cells });
      }
      if (name === 'sheetData') isInData = false;
    },
    text(text) {
      if (isInValue) value += text;
      else inline.add(text);
    },
  });
  return rows;
}

/** Rows and cells may leave out where they stand: then they follow the one before. */
function rowNumber(given: string | undefined, before: number): number {
  const row = given === undefined ? before + 1 : Number(given);
  if (!Number.isInteger(row) || row <= before || row > 1_048_576) {
    throw new Unreadable('工作表里的行号不对。请在 Excel 里打开后另存。');
  }
  return row;
}

/** `B12` → 1. */
function columnNumber(reference: string | undefined, before: number): number {
  if (reference === undefined) return before + 1;
  const letters = /^([A-Z]{1,3})\d+$/u.exec(reference)?.[1];
  const column = Array.from(letters ?? '').reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
  if (column <= before) throw new Unreadable('工作表里的单元格位置不对。请在 Excel 里打开后另存。');
  return column;
}
