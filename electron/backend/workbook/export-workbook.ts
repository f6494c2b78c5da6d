import { Worker } from 'node:worker_threads';
import { cancelled } from '../../../shared/errors/messages.ts';
import { writeOutput } from './output-file.ts';
import type { ReviewBookInput } from './review-book.ts';
import type { WorkbookOrder, WorkbookReport } from './worker-messages.ts';

export interface Progress {
  readonly done: number;
  readonly total: number;
  /** What is being done, in the user's words. */
  readonly label: string;
}

export interface WorkbookExport {
  readonly input: ReviewBookInput;
  /** Where the workbook shall be; replaced when it exists. */
  readonly output: string;
  /** The file of `workbook-worker`, which lies elsewhere once bundled. */
  readonly workerUrl: URL;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: Progress) => void;
}

/**
 * Writes the review workbook in a thread of its own. Durable under its final name when this resolves; otherwise
 * nothing is left behind and an existing file is as it was.
 *
 * @throws {AppError} cancelled, output in use or not writable, disk full
 */
export function exportWorkbook(order: WorkbookExport): Promise<{ readonly bytes: number }> {
  return writeOutput(order.output, order.signal, (file) => runWorker(order, file));
}

async function runWorker(order: WorkbookExport, file: string): Promise<{ readonly bytes: number }> {
  const worker = new Worker(order.workerUrl, { workerData: { input: order.input, file } satisfies WorkbookOrder });
  const { signal, onProgress } = order;
  const ended = new AbortController();
  try {
    return await new Promise((resolve, reject) => {
      signal.addEventListener('abort', () => reject(cancelled()), { once: true, signal: ended.signal });
      worker.on('message', (report: WorkbookReport) => {
        if (report.kind === 'progress') onProgress({ done: report.done, total: report.total, label: report.label });
        else if (report.kind === 'done') resolve({ bytes: report.bytes });
        else reject(asError(report));
      });
      worker.on('error', reject);
      worker.on('exit', (code) => reject(new Error(`the workbook worker ended with ${code} and no result`)));
    });
  } finally {
    ended.abort();
    await worker.terminate(); // before the temporary file goes: on Windows an open file cannot be removed
  }
}

function asError(report: Extract<WorkbookReport, { kind: 'failed' }>): Error {
  const error = Object.assign(new Error(report.message), { code: report.code });
  error.stack = report.stack;
  return error;
}
