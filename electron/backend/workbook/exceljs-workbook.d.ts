/** The part of exceljs that we write with; its own types describe the whole library only. */
declare module 'exceljs/lib/doc/workbook.js' {
  import type { Workbook as WorkbookType } from 'exceljs';

  const Workbook: typeof WorkbookType;
  export default Workbook;
}
