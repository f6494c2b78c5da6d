import type ExcelJS from 'exceljs';
import { cellStyles, toneStyles } from './cell-styles.ts';
import { heightOfRow, literal } from './cells.ts';
import { cellText, footerText, linkTarget } from './cell-text.ts';
import { mendParts, writtenWidth } from './exceljs-gaps.ts';
import { fitsOnePage, margins, pageEnds } from './paper.ts';
import type { BookModel, Cell, CellValue, Entry, SheetModel } from './sheet-model.ts';

/** Excel keeps at most 65,530 links in a sheet; files beyond stay readable text. */
const linkLimit = 65_000;

/**
 * Turns the model into the bytes of an .xlsx file. The only place that knows exceljs; loaded when first needed,
 * and only the part that writes: it loads in half the time, and a bundler does not stumble over the zip reader's
 * optional cloud storage.
 */
export async function writeWorkbook(book: BookModel, onSheet: (name: string) => void): Promise<Uint8Array> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
  workbook.title = cellText(book.title);
  workbook.creator = workbook.lastModifiedBy = cellText(book.author);
  workbook.created = workbook.modified = book.createdAt;
  workbook.calcProperties = { fullCalcOnLoad: true };
  for (const sheet of book.sheets) {
    onSheet(sheet.name);
    addSheet(workbook, sheet);
  }
  mendParts(workbook.xlsx);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, model: SheetModel): void {
  const { frozen } = model;
  const isFrozen = frozen.rows + frozen.columns > 0;
  const sheet = workbook.addWorksheet(model.name, {
    state: model.hidden ? 'veryHidden' : 'visible',
    views: [
      isFrozen
        ? { state: 'frozen', ySplit: frozen.rows, xSplit: frozen.columns, showGridLines: false }
        : { state: 'normal', showGridLines: false },
    ],
    pageSetup: {
      paperSize: 9, // A4
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0, // as many as it takes
      horizontalCentered: true,
      margins: { ...margins },
      ...(frozen.rows > 0 && { printTitlesRow: `1:${frozen.rows}` }),
    },
  });
  sheet.columns = model.columns.map(({ width, hidden }) => ({ width: writtenWidth(width), hidden: hidden ?? false }));
  const heights = writeRows(sheet, model);
  addPages(sheet, model, heights);
  for (const range of model.merges) sheet.mergeCells(range);
  if (model.filter !== undefined) sheet.autoFilter = model.filter;
  addEntries(sheet, model);
  addTones(sheet, model);
  if (!model.hidden) {
    sheet.headerFooter.oddFooter = `&L${footerText(model.footer.left, 60)}&C第 &P 页，共 &N 页&R${footerText(model.footer.right, 60)}`;
  }
  // no password: against slips of the hand, not against people
  void sheet.protect('', { sort: true, autoFilter: true, formatColumns: true, formatRows: true });
}

/** One page where that stays readable; else pages that end between blocks. */
function addPages(sheet: ExcelJS.Worksheet, model: SheetModel, heights: readonly number[]): void {
  const { columns, blocks, frozen } = model;
  if (blocks === undefined) return;
  if (fitsOnePage(columns, heights)) sheet.pageSetup.fitToHeight = 1;
  else
    for (const row of pageEnds(columns, heights, { blocks, repeated: frozen.rows })) sheet.getRow(row).addPageBreak();
}

/** Returns the height of each row. */
function writeRows(sheet: ExcelJS.Worksheet, model: SheetModel): readonly number[] {
  let links = 0;
  const heights: number[] = [];
  for (const [index, { cells, height }] of model.rows.entries()) {
    const row = sheet.getRow(index + 1);
    row.height = height ?? heightOfRow(cells, model.columns);
    heights.push(row.height);
    for (const [column, source] of cells.entries()) {
      if (!source) continue;
      const target = row.getCell(column + 1);
      const isLink = isLinkCell(source);
      if (isLink) links++;
      target.style = cellStyles[isLink && links > linkLimit ? 'text' : source.style];
      target.value = excelValue(source.value, links <= linkLimit);
    }
  }
  return heights;
}

const isLinkCell = (cell: Cell): boolean =>
  typeof cell.value === 'object' && cell.value !== null && 'path' in cell.value;

function excelValue(value: CellValue, linked: boolean): ExcelJS.CellValue {
  if (value === null || typeof value === 'number') return value;
  if (typeof value === 'string') return value === '' ? null : cellText(value);
  if ('formula' in value) return { formula: value.formula, result: value.result };
  if ('day' in value) return dayValue(value.day);
  return linked ? { text: cellText(value.text), hyperlink: linkTarget(value.path) } : cellText(value.text);
}

/** A real date, so that it can be filtered by month. What is no date in Excel's calendar stays text. */
function dayValue(day: string): ExcelJS.CellValue {
  const date = new Date(`${day}T00:00:00Z`);
  const isDay = /^\d{4}-\d{2}-\d{2}$/u.test(day) && !Number.isNaN(date.getTime());
  return isDay && day > '1900-03-01' && date.toISOString().startsWith(day) ? date : cellText(day);
}

/** exceljs keeps a rectangle given as one address as one rule; its types only know how to set cell by cell. */
function addEntries(sheet: ExcelJS.Worksheet, { entries }: SheetModel): void {
  const { dataValidations } = sheet as unknown as {
    dataValidations: { add(range: string, validation: ExcelJS.DataValidation): void };
  };
  for (const entry of entries) {
    dataValidations.add(entry.range, {
      ...conditionOf(entry),
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: '评审填写',
      error: entry.hint.slice(0, hintLimit),
    });
  }
}

/** Excel calls a file damaged whose drop-down list is longer than 255 characters, or the message longer than 225. */
const listLimit = 255;
const hintLimit = 225;

function conditionOf(entry: Entry): Pick<ExcelJS.DataValidation, 'type' | 'formulae' | 'operator'> {
  if ('options' in entry) {
    const list = entry.options.join(',');
    if (list.length > listLimit) throw new Error(`a list of ${list.length} characters`);
    return { type: 'list', formulae: [`"${list}"`] };
  }
  if (entry.orText === undefined) return { type: 'decimal', operator: 'between', formulae: [0, entry.upTo] };
  const [first = ''] = entry.range.split(':');
  const isScore = `AND(ISNUMBER(${first}),${first}>=0,${first}<=${entry.upTo})`;
  return { type: 'custom', formulae: [`OR(${first}=${literal(entry.orText)},${isScore})`] };
}

function addTones(sheet: ExcelJS.Worksheet, { tones }: SheetModel): void {
  let priority = 0;
  for (const { range, tones: rules } of tones) {
    sheet.addConditionalFormatting({
      ref: range,
      rules: rules.map(({ text, tone }) => ({
        type: 'cellIs',
        operator: 'equal',
        formulae: [`"${text}"`],
        style: toneStyles[tone],
        priority: ++priority,
      })),
    });
  }
}
