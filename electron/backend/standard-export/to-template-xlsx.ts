import type ExcelJS from 'exceljs';
import { fileUnreadable } from '../../../shared/errors/messages.ts';
import { cellStyles } from '../workbook/cell-styles.ts';
import { cellLimit, cellText } from '../workbook/cell-text.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { templateRows, type TemplateCell, type TemplateSheet } from './template-rows.ts';

/**
 * The pack as a workbook in our template: people read and edit it, and the import reads it back as the same pack.
 *
 * @throws {AppError} `file/unreadable` when a list does not fit into a cell of Excel.
 */
export async function toTemplateXlsx(pack: Pack): Promise<Uint8Array> {
  const { default: Workbook } = await import('exceljs/lib/doc/workbook.js');
  const workbook = new Workbook();
  workbook.title = cellText(pack.title);
  workbook.creator = workbook.lastModifiedBy = '达标';
  // The same pack makes the same file.
  workbook.created = workbook.modified = new Date(0);
  for (const sheet of templateRows(pack)) addSheet(workbook, sheet, pack.id);
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

function addSheet(workbook: ExcelJS.Workbook, { name, widths, header, rows }: TemplateSheet, packId: string): void {
  const sheet = workbook.addWorksheet(name, {
    views: [header ? { state: 'frozen', ySplit: 1 } : { state: 'normal', showGridLines: false }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      ...(header && { printTitlesRow: '1:1' }),
    },
  });
  sheet.columns = widths.map((width) => ({ width }));
  for (const [index, text] of (header ?? []).entries()) {
    const cell = sheet.getRow(1).getCell(index + 1);
    cell.value = text;
    cell.style = cellStyles.header;
  }
  const top = header ? 2 : 1;
  for (const [index, cells] of rows.entries()) {
    const row = sheet.getRow(top + index);
    for (const [column, value] of cells.entries()) {
      if (value === undefined || value === '') continue;
      const cell = row.getCell(column + 1);
      cell.value = excelValue(value, `${packId} ${name} 第 ${top + index} 行`);
      cell.style = typeof value === 'string' ? cellStyles.exactText : cellStyles.centred;
    }
  }
  if (header && rows.length > 0) {
    sheet.autoFilter = { from: { row: 1, column: 1 }, to: { row: rows.length + 1, column: header.length } };
  }
}

function excelValue(value: Exclude<TemplateCell, undefined>, where: string): ExcelJS.CellValue {
  if (typeof value !== 'string') return value;
  if (value.length > cellLimit)
    throw fileUnreadable(where, `这一格超过 ${cellLimit} 个字，Excel 放不下。请改为导出 YAML。`);
  return cellText(value);
}
