import { cell, highestRow, lineHeight, mayWrap, shownText, textCell, wrappedHeight } from './cells.ts';
import type { Cell, Column, Row, SheetModel } from './sheet-model.ts';

/**
 * Sheet 长文附页: texts for which Excel has no row high enough, so that paper would show their beginning only. Their own
 * cells keep them whole, under a line that says where they are printed.
 */
export const longTextSheetName = '长文附页';
const longTextMark = `【打印不全，全文见“${longTextSheetName}”】`;

const textColumns = 112;
const columns = [{ width: 18 }, { width: 14 }, { width: 18 }, { width: textColumns }];
const headings = ['工作表', '条款或编号', '栏目', '全文'];
/** Half a page, so that little paper stays empty. */
const partHeight = 240;
const partLength = Math.floor((partHeight / lineHeight - 1) * (textColumns / 2) * 0.8);

/** The sheets with their long texts marked, and the sheet that prints them where there are any. */
export function withLongTexts(
  sheets: readonly SheetModel[],
  footer: SheetModel['footer'],
): { readonly sheets: readonly SheetModel[]; readonly annex: SheetModel | undefined } {
  const found: Row[] = [];
  const marked = sheets.map((sheet) => markedSheet(sheet, found));
  return { sheets: marked, annex: found.length === 0 ? undefined : annexOf(found, footer) };
}

function markedSheet(sheet: SheetModel, found: Row[]): SheetModel {
  if (sheet.hidden) return sheet;
  const [header] = sheet.rows;
  const rows = sheet.rows.map((row): Row => {
    if (row.height !== undefined || !row.cells.some((source, index) => isTooLong(source, sheet.columns[index])))
      return row;
    const cells = row.cells.map((source, index) => {
      if (source === undefined || !isTooLong(source, sheet.columns[index])) return source;
      const text = shownText(source);
      const place = [sheet.name, shownText(row.cells[0]), shownText(header?.cells[index]).replaceAll('\n', '')];
      found.push(...partsOf(text).map((part) => ({ cells: [...place, part].map(textCell) })));
      return cell(source.style, `${longTextMark}\n${text}`);
    });
    return { ...row, cells };
  });
  return { ...sheet, rows };
}

function isTooLong(source: Cell | undefined, column: Column | undefined): boolean {
  if (typeof source?.value !== 'string' || column === undefined || column.hidden) return false;
  return mayWrap(source.value, column) && wrappedHeight(source.value, column.width) > highestRow;
}

/** Cut between lines where they are short, anywhere where they are not. */
function partsOf(text: string): readonly string[] {
  const parts: string[] = [];
  let part = '';
  for (const line of text.split('\n')) {
    for (const piece of line.length > partLength ? piecesOf(line) : [line]) {
      const longer = part === '' ? piece : `${part}\n${piece}`;
      const fits = wrappedHeight(longer, textColumns) <= partHeight;
      if (!fits) parts.push(part);
      part = fits ? longer : piece;
    }
  }
  return [...parts, part].filter((each) => each !== '');
}

function piecesOf(line: string): readonly string[] {
  const characters = Array.from(line);
  const pieces: string[] = [];
  for (let from = 0; from < characters.length; from += partLength) {
    pieces.push(characters.slice(from, from + partLength).join(''));
  }
  return pieces;
}

const annexOf = (rows: readonly Row[], footer: SheetModel['footer']): SheetModel => ({
  name: longTextSheetName,
  hidden: false,
  columns,
  rows: [{ cells: headings.map((text) => cell('header', text)), height: 24 }, ...rows],
  frozen: { rows: 1, columns: 0 },
  filter: `A1:D${rows.length + 1}`,
  merges: [],
  blocks: undefined,
  entries: [],
  tones: [],
  footer,
});
