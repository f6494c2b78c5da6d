import ExcelJS from 'exceljs';

export type Value =
  string | number | boolean | Date | null | { readonly formula: string; readonly result?: string | number };

export interface SheetPlan {
  readonly name: string;
  readonly rows: readonly (readonly Value[])[];
  readonly merges?: readonly string[];
  readonly hidden?: boolean;
  readonly hiddenRows?: readonly number[];
  readonly hiddenColumns?: readonly string[];
  /** Number formats by column letter. */
  readonly formats?: Readonly<Record<string, string>>;
}

/** A workbook as Excel would hold it. */
export async function makeXlsx(...sheets: readonly SheetPlan[]): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook();
  for (const { name, rows, merges = [], hidden = false, formats = {}, hiddenRows = [], hiddenColumns = [] } of sheets) {
    const sheet = workbook.addWorksheet(name, { state: hidden ? 'hidden' : 'visible' });
    for (const [index, cells] of rows.entries()) {
      for (const [column, value] of cells.entries()) {
        if (value !== null && value !== '')
          sheet.getRow(index + 1).getCell(column + 1).value = value as ExcelJS.CellValue;
      }
    }
    for (const [column, format] of Object.entries(formats)) {
      sheet.getColumn(column).eachCell((cell) => {
        cell.numFmt = format;
      });
    }
    for (const row of hiddenRows) sheet.getRow(row).hidden = true;
    for (const column of hiddenColumns) sheet.getColumn(column).hidden = true;
    for (const range of merges) sheet.mergeCells(range);
  }
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

/** One sheet without more. */
export const oneSheet = (rows: SheetPlan['rows'], merges: readonly string[] = []): Promise<Buffer> =>
  makeXlsx({ name: 'Sheet1', rows, merges });
