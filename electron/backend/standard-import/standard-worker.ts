/** Entry of the thread that reads a standard out of a user's file: it reads once, then answers until it is ended. */
import { parentPort, workerData } from 'node:worker_threads';
import { AppError } from '../../../shared/errors/app-error.ts';
import { readSource } from './read-source.ts';
import { rowsOf } from './source-rows.ts';
import { understand } from './understand.ts';
import type { Order, Report, WorkerTask } from './worker-messages.ts';

const { file }: WorkerTask = workerData;
const reading = readSource(file);
reading.catch(() => undefined); // told with the answer to each order

async function answer(order: Order): Promise<Report> {
  const { id } = order;
  try {
    const source = await reading;
    const result = order.kind === 'detect' ? understand(source, order.wish) : rowsOf(source, order.wish);
    return { id, kind: 'done', result };
  } catch (cause) {
    if (cause instanceof AppError) {
      return { id, kind: 'refused', code: cause.code, message: cause.message, details: cause.details };
    }
    const error = cause instanceof Error ? cause : new Error(String(cause));
    return { id, kind: 'failed', message: error.message, stack: error.stack ?? '' };
  }
}

parentPort?.on('message', (order: Order) => void answer(order).then((report) => parentPort?.postMessage(report)));
