/** Entry of the thread that reads the text out of one Word or Excel file. One order, one answer, then it ends. */
import { parentPort, workerData } from 'node:worker_threads';
import { readDocumentText } from './read-document-text.ts';
import { Unshowable } from './unshowable.ts';
import type { DocumentOrder, DocumentReport } from './worker-messages.ts';

const report = (message: DocumentReport) => parentPort?.postMessage(message);

try {
  const { path }: DocumentOrder = workerData;
  report({ kind: 'done', text: await readDocumentText(path) });
} catch (cause) {
  if (cause instanceof Unshowable) report({ kind: 'refused', why: cause.message });
  else {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    report({ kind: 'failed', message: error.message, stack: error.stack ?? '' });
  }
}
