import { parseXml } from '../score-file/parse-xml.ts';
import { collectText } from '../score-file/rich-text.ts';
import { Unreadable } from '../score-file/unreadable.ts';
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
  const inline = collectText();
  let skipped = false;
  let row = 0;
  let isRowHidden = false;
  let column = -1;
  let cells: SourceCell[] = [];
  let type = 'n';
  let style = 0;
  let isInData = false;
  let isInValue = false;
  let hasFormula = false;
  let value: string | undefined;

  const where = () => `${name}!${columnLetters(column)}${row}`;
  const add = (cell: Omit<SourceCell, 'column'>) => {
    if (cell.text.trim() === '') return;
    if (column >= limits.columns) {
      const message = `这一格在第 ${limits.columns} 列以外，没有读取。请把标准的表格移到前面的列。`;
      problems.warning('没有读取的单元格', where(), message);
      return;
    }
    if (cell.text.length > limits.cellCharacters) {
      throw new Unreadable(`${where()} 超过 ${limits.cellCharacters} 个字，Excel 的单元格放不下。请拆开后再导入。`);
    }
    budget.spend('cells', 1);
    budget.spend('characters', cell.text.length);
    cells.push({
      column,
      ...cell,
      ...(hasFormula && { formula: true }),
      ...(hiddenColumns.has(column) && { hidden: true }),
    });
  };

  const endCell = (): void => {
    const raw = type === 'inlineStr' ? inline.take() : value;
    if (raw === undefined) {
      if (hasFormula) {
        const message = '公式没有计算结果，按空白读取。请在 Excel 里打开、保存一次再导入。';
        problems.error('没有计算结果的公式', where(), message);
      }
      return;
    }
    switch (type) {
      case 's': {
        const text = /^\d+$/u.test(raw) ? strings[Number(raw)] : undefined;
        if (text === undefined) throw new Unreadable(`${where()} 的内容已损坏。请在 Excel 里打开后另存。`);
        return add({ text, kind: 'text' });
      }
      case 'b':
        return add({ text: raw === '1' ? 'TRUE' : 'FALSE', kind: 'boolean' });
      case 'e':
        return add({ text: raw, kind: 'error' });
      case 'd':
        return add({ text: raw.replace(/T00:00(?::00(?:\.0+)?)?$/u, '').replace('T', ' '), kind: 'date' });
      case 'n': {
        const number = raw.trim() === '' ? Number.NaN : Number(raw);
        if (!Number.isFinite(number)) return add({ text: raw, kind: 'text' });
        const shown = formats[style] ?? { as: 'general' };
        const text = showNumber(number, shown, uses1904);
        return add({ text, kind: shown.as === 'date' ? 'date' : 'number', value: number });
      }
      default:
        return add({ text: raw, kind: 'text' });
    }
  };

  const parts = skipLooks(chunks, emptyCells, () => {
    skipped = true;
  });
  await parseXml(within(parts, budget), {
    open(element, attributes) {
      if (element === 'sheetData') isInData = true;
      if (!isInData) {
        if (element === 'mergeCell') addMerge(merges, attributes['ref']);
        if (element === 'col' && isTrue(attributes['hidden'])) {
          const last = Math.min(Number(attributes['max']), limits.columns);
          for (let hidden = Number(attributes['min']); hidden <= last; hidden++) hiddenColumns.add(hidden - 1);
        }
        return;
      }
      switch (element) {
        case 'row':
          row = rowNumber(attributes['r'], row, skipped);
          isRowHidden = isTrue(attributes['hidden']);
          column = -1;
          cells = [];
          break;
        case 'c':
          column = columnNumber(attributes['r'], column, skipped);
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
      if (element === 'c') endCell();
      if (element === 'row' && cells.length > 0) {
        budget.spend('rows', 1);
        rows.push(isRowHidden ? { row, hidden: true, cells } : { row, cells });
      }
      if (element === 'sheetData') isInData = false;
    },
    text(text) {
      if (isInValue) value += text;
      else if (isInData) inline.add(text);
    },
  });
  return { rows: fillMerged(rows, merges), problems: problems.list() };
}

const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true';

const position = '工作表里的单元格位置不对。请在 Excel 里打开后另存。';

function addMerge(merges: MergedRange[], reference = ''): void {
  const found = /^([A-Z]{1,3})(\d{1,7}):([A-Z]{1,3})(\d{1,7})$/u.exec(reference);
  if (!found) return;
  const [left = '', top = '', right = '', bottom = ''] = found.slice(1);
  if (merges.length >= limits.merges) throw new Unreadable('合并的单元格过多。请取消不必要的合并，另存后再导入。');
  merges.push({ top: Number(top), left: columnOf(left), bottom: Number(bottom), right: columnOf(right) });
}

const columnOf = (letters: string): number =>
  Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;

/** Rows and cells may leave out where they stand: then they follow the one before, which must not have been skipped. */
function rowNumber(given: string | undefined, before: number, skipped: boolean): number {
  const row = given === undefined && !skipped ? before + 1 : Number(given);
  if (!Number.isInteger(row) || row <= before || row > 1_048_576) throw new Unreadable(position);
  return row;
}

function columnNumber(reference: string | undefined, before: number, skipped: boolean): number {
  if (reference === undefined && !skipped) return before + 1;
  const letters = /^([A-Z]{1,3})\d{1,7}$/u.exec(reference ?? '')?.[1] ?? '';
  const column = columnOf(letters);
  if (column <= before || column >= 16_384) throw new Unreadable(position);
  return column;
}
