/** Entry of the thread that reads a standard out of a user's file. One order, one answer, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/errors/app-error.ts';
import { importStandardHere } from './import-standard.ts';
import type { ImportOrder, ImportReport } from './worker-messages.ts';

const report = (message: ImportReport) => parentPort?.postMessage(message);

try {
  const { file, corrections }: ImportOrder = workerData;
  report({ kind: 'done', result: await importStandardHere(file, corrections) });
} catch (cause) {
  if (cause instanceof AppError) {
    report({ kind: 'refused', code: cause.code, message: cause.message, details: cause.details });
  } else {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    report({ kind: 'failed', message: error.message, stack: error.stack ?? '' });
  }
}
