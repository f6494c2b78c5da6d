import { Unreadable } from '../score-file/unreadable.ts';
import { columnOf, walkSheet, type RawCell } from '../score-file/walk-sheet.ts';
import { limits, within, type Budget } from './limits.ts';
import { fillMerged, type MergedRange } from './merged-cells.ts';
import { showNumber, type Shown } from './number-format.ts';
import { emptyCells, skipLooks } from './skip-looks.ts';
import { createProblemList } from './problem-list.ts';
import { columnLetters, type Problem, type SourceCell, type SourceRow } from './source.ts';

export interface WorkbookContext {
  readonly strings: readonly string[];
  /** By style index of a cell. */
  readonly formats: readonly Shown[];
  readonly uses1904: boolean;
  readonly budget: Budget;
}

export interface SheetContent {
  readonly rows: readonly SourceRow[];
  readonly problems: readonly Problem[];
}

/** The texts of one sheet; nothing but rows, cells, merged ranges and hidden columns is looked at. */
export async function readSheetSource(
  chunks: AsyncIterable<Buffer>,
  name: string,
  { strings, formats, uses1904, budget }: WorkbookContext,
): Promise<SheetContent> {
  const rows: SourceRow[] = [];
  const problems = createProblemList();
  const merges: MergedRange[] = [];
  const hiddenColumns = new Set<number>();
  let skipped = false;
  let current = 0;
  let isRowHidden = false;
  let cells: SourceCell[] = [];

  const whereOf = ({ column, row }: RawCell) => `${name}!${columnLetters(column)}${row}`;
  const add = (raw: RawCell, cell: Omit<SourceCell, 'column'>) => {
    const { column } = raw;
    if (cell.text.trim() === '') return;
    if (column >= limits.columns) {
      const message = `这一格在第 ${limits.columns} 列以外，没有读取。请把标准的表格移到前面的列。`;
      problems.warning('没有读取的单元格', whereOf(raw), message);
      return;
    }
    if (cell.text.length > limits.cellCharacters) {
      throw new Unreadable(
        `${whereOf(raw)} 超过 ${limits.cellCharacters} 个字，Excel 的单元格放不下。请拆开后再导入。`,
      );
    }
    budget.spend('cells', 1);
    budget.spend('characters', cell.text.length);
    cells.push({
      column,
      ...cell,
      ...(raw.hasFormula && { formula: true }),
      ...(hiddenColumns.has(column) && { hidden: true }),
    });
  };

  const readCell = (cell: RawCell): void => {
    const { type, style, value } = cell;
    if (value === undefined) {
      if (cell.hasFormula) {
        const message = '公式没有计算结果，按空白读取。请在 Excel 里打开、保存一次再导入。';
        problems.error('没有计算结果的公式', whereOf(cell), message);
      }
      return;
    }
    switch (type) {
      case 's': {
        const text = /^\d+$/u.test(value) ? strings[Number(value)] : undefined;
        if (text === undefined) throw new Unreadable(`${whereOf(cell)} 的内容已损坏。请在 Excel 里打开后另存。`);
        return add(cell, { text, kind: 'text' });
      }
      case 'b':
        return add(cell, { text: value === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' });
      case 'e':
        return add(cell, { text: value, kind: 'error' });
      case 'd':
        return add(cell, { text: value.replace(/T00:00(?::00(?:\.0+)?)?$/u, '').replace('T', ' '), kind: 'date' });
      case 'n': {
        const number = value.trim() === '' ? Number.NaN : Number(value);
        if (!Number.isFinite(number)) return add(cell, { text: value, kind: 'text' });
        const shown = formats[style] ?? { as: 'general' };
        const text = showNumber(number, shown, uses1904);
        return add(cell, { text, kind: shown.as === 'date' ? 'date' : 'number', value: number });
      }
      default:
        return add(cell, { text: value, kind: 'text' });
    }
  };

  const parts = skipLooks(chunks, emptyCells, () => {
    skipped = true;
  });
  await walkSheet(within(parts, budget), {
    isSkipping: () => skipped,
    outside(element, attributes) {
      if (element === 'mergeCell') addMerge(merges, attributes['ref']);
      if (element === 'col' && isTrue(attributes['hidden'])) {
        const last = Math.min(Number(attributes['max']), limits.columns);
        for (let hidden = Number(attributes['min']); hidden <= last; hidden++) hiddenColumns.add(hidden - 1);
      }
    },
    startRow(row, attributes) {
      current = row;
      isRowHidden = isTrue(attributes['hidden']);
      cells = [];
    },
    cell: readCell,
    endRow() {
      if (cells.length === 0) return;
      budget.spend('rows', 1);
      rows.push(isRowHidden ? { row: current, hidden: true, cells } : { row: current, cells });
    },
  });
  return { rows: fillMerged(rows, merges), problems: problems.list() };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

function addMerge(merges: MergedRange[], reference = ''): void {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(reference);
  if (!found) return;
  const [left = '', top = '', right = '', bottom = ''] = found.slice(1);
  if (merges.length >= limits.merges) throw new Unreadable('合并的单元格过多。请取消不必要的合并，另存后再导入。');
  merges.push({ top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) });
}
