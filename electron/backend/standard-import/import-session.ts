import path from 'node:path';
import { Worker } from 'node:worker_threads';
import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { cancelled, draftClosed, fileUnreadable } from '../../../shared/errors/messages.ts';
import type { Corrections } from './detect/detect-standard.ts';
import type { RowsWanted } from './source-rows.ts';
import type { Understood } from './understand.ts';
import type { OrderKind, Orders, Report, WorkerTask } from './worker-messages.ts';

export interface SessionOptions {
  readonly file: string;
  /** The file of `standard-worker`, which lies elsewhere once bundled. */
  readonly workerUrl: URL;
  /** Milliseconds after which an order is given up, and the thread with it. */
  readonly timeLimit?: number | undefined;
}

/** A file in a thread of its own, which keeps what it read: the file is not opened again. */
export interface ImportSession {
  /**
   * Understands the file. Who cancels hears no answer; the thread goes on to the next order.
   *
   * @throws {AppError} cancelled; draft/closed; `file/unreadable`, `file/gone`, `file/locked`, `standard/pack-invalid`
   */
  readonly detect: (corrections: Corrections, signal: AbortSignal) => Promise<Understood>;
  /** @throws {AppError} as above, but for cancelled */
  readonly rows: (wanted: RowsWanted) => Promise<readonly SourceTableRow[]>;
  readonly isEnded: () => boolean;
  /** Orders without an answer are refused. */
  readonly end: () => Promise<void>;
}

/** A slow PC needs a second for a large standard; the hostile files that we know are refused within two on ours. */
const usualTimeLimit = 20_000;
/** Enough for the limits of `limits.ts`; a larger heap would only be filled later. */
const heapMiB = { old: 80, young: 12 };

interface Pending {
  readonly resolve: (result: never) => void;
  readonly reject: (cause: Error) => void;
  readonly timer: NodeJS.Timeout;
}

/**
 * Starts reading. The thread is ended by `end`, by an order that takes too long, and when it needs more memory than a
 * standard can need. Nothing is written anywhere.
 */
export function openImportSession({ file, workerUrl, timeLimit = usualTimeLimit }: SessionOptions): ImportSession {
  const name = path.basename(file);
  const worker = new Worker(workerUrl, {
    workerData: { file } satisfies WorkerTask,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB.old, maxYoungGenerationSizeMb: heapMiB.young, stackSizeMb: 4 },
  });
  const pending = new Map<number, Pending>();
  let orders = 0;
  let ended = false;

  function settle(id: number): Pending | undefined {
    const found = pending.get(id);
    pending.delete(id);
    clearTimeout(found?.timer);
    return found;
  }

  async function endBecause(cause: Error): Promise<void> {
    ended = true;
    for (const id of pending.keys()) settle(id)?.reject(cause);
    await worker.terminate();
  }

  function ask<Kind extends OrderKind>(kind: Kind, wish: Orders[Kind]['wish']): Promise<Orders[Kind]['result']> {
    if (ended) return Promise.reject(draftClosed());
    const id = ++orders;
    return new Promise<Orders[Kind]['result']>((resolve, reject) => {
      const timer = setTimeout(() => void endBecause(fileUnreadable(name, tooSlow)), timeLimit);
      pending.set(id, { resolve, reject, timer });
      worker.postMessage({ id, kind, wish });
    });
  }

  worker.on('message', (report: Report) => {
    const order = settle(report.id);
    if (report.kind === 'done') order?.resolve(report.result as never);
    else order?.reject(asError(report));
  });
  worker.on(
    'error',
    (cause: unknown) => void endBecause(isOutOfMemory(cause) ? fileUnreadable(name, tooLarge, cause) : asCause(cause)),
  );
  worker.on('exit', (code) => void endBecause(new Error(`the standard worker ended with ${code}`)));

  return {
    detect: (corrections, signal) => orCancelled(signal, () => ask('detect', corrections)),
    rows: (wanted) => ask('rows', wanted),
    isEnded: () => ended,
    end: () => endBecause(draftClosed()),
  };
}

function orCancelled<Result>(signal: AbortSignal, work: () => Promise<Result>): Promise<Result> {
  if (signal.aborted) return Promise.reject(cancelled());
  return new Promise((resolve, reject) => {
    const abort = () => reject(cancelled());
    signal.addEventListener('abort', abort, { once: true });
    void work()
      .then(resolve, reject)
      .finally(() => signal.removeEventListener('abort', abort));
  });
}

const tooSlow = '读取用时过长，已停止，没有导入任何内容。请只留下标准的表格，另存后再导入。';
const tooLarge = '内容太多，读取时内存不够，已停止，没有导入任何内容。请只留下标准的表格，另存后再导入。';

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

const asCause = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));

function asError(report: Extract<Report, { kind: 'refused' | 'failed' }>): Error {
  if (report.kind === 'refused') return new AppError(report.code, report.message, { details: report.details });
  const error = new Error(report.message);
  error.stack = report.stack;
  return error;
}
