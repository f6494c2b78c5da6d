/**
 * Entry of the thread that builds a workbook: formatting thousands of cells takes seconds in which the backend could
 * not save a mark. One order, one file, then it ends.
 */
import { open } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { errnoOf } from '../files/disk-errors.ts';
import { reviewBook } from './review-book.ts';
import type { WorkbookOrder, WorkbookReport } from './worker-messages.ts';
import { writeWorkbook } from './write-workbook.ts';

const report = (message: WorkbookReport) => parentPort?.postMessage(message);

try {
  const { input, file }: WorkbookOrder = workerData;
  const book = reviewBook(input);
  const total = book.sheets.length + 2; // packing and writing are steps too
  let done = 0;
  const step = (label: string) => report({ kind: 'progress', done: done++, total, label });
  const bytes = await writeWorkbook(book, (sheet) => step(sheet.startsWith('_') ? '压缩工作簿' : `生成“${sheet}”`));
  step('写入工作簿');
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
  report({ kind: 'done', bytes: bytes.length });
} catch (cause) {
  const error = cause instanceof Error ? cause : new Error(String(cause));
  report({ kind: 'failed', code: errnoOf(cause), message: error.message, stack: error.stack ?? '' });
}
