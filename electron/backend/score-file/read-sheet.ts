import { maxCellCharacters, maxColumns, maxRows, type Cell, type CellRow } from './cell-row.ts';
import { Unreadable } from './unreadable.ts';
import { walkSheet, type RawCell } from './walk-sheet.ts';

/** The cells with values of one sheet. */
export async function readSheet(
  chunks: AsyncIterable<Buffer>,
  sharedStrings: readonly string[],
): Promise<readonly CellRow[]> {
  const rows: CellRow[] = [];
  let current = 0;
  let cells = new Map<number, Cell>();

  const add = ({ row, column, type, value, hasFormula }: RawCell): void => {
    const where = `第 ${row} 行第 ${column + 1} 列`;
    if (value === undefined || value === '') {
      if (hasFormula && value === undefined) {
        throw new Unreadable(`${where}的公式没有计算结果。请在 Excel 里打开、保存一次再导入。`);
      }
      return;
    }
    const shown = type === 's' ? sharedStrings[/^\d+$/u.test(value) ? Number(value) : -1] : value;
    if (shown === undefined) throw new Unreadable(`${where}的内容已损坏。请在 Excel 里打开后另存。`);
    if (shown === '') return;
    if (shown.length > maxCellCharacters) throw new Unreadable(`${where}超过 ${maxCellCharacters} 个字。`);
    if (column >= maxColumns) throw new Unreadable(`${where}有内容，超出了 ${maxColumns} 列。`);
    cells.set(column, { text: type === 'b' ? (shown === '1' ? 'TRUE' : 'FALSE') : shown, isNumber: type === 'n' });
  };

  await walkSheet(chunks, {
    startRow: (row) => {
      current = row;
      cells = new Map();
    },
    cell: add,
    endRow: () => {
      if (cells.size === 0) return;
      if (rows.length >= maxRows) throw new Unreadable(`行数超过 ${maxRows}。请拆成几个文件。`);
      rows.push({ row: current, cells });
    },
  });
  return rows;
}
