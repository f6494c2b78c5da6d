import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { AppError } from '../../../shared/errors/app-error.ts';
import { cancelled, fileUnreadable } from '../../../shared/errors/messages.ts';
import { detectStandard, type Corrections, type Draft } from './detect/detect-standard.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';
import type { ImportOrder, ImportReport } from './worker-messages.ts';

export interface ImportRequest {
  readonly file: string;
  readonly corrections?: Corrections;
  readonly signal: AbortSignal;
  /** The file of `standard-worker`, which lies elsewhere once bundled. */
  readonly workerUrl: URL;
  /** Milliseconds after which the file is given up. */
  readonly timeLimit?: number;
}

export interface ImportedStandard {
  /** Kept by the caller: corrections need `detectStandard(source, …)` only, not the file again. */
  readonly source: Source;
  readonly draft: Draft;
}

/** A slow PC needs a second for a large standard; the hostile files that we know are refused within two on ours. */
const usualTimeLimit = 20_000;
/** Enough for the limits of `limits.ts`; a larger heap would only be filled later. */
const heapMiB = { old: 80, young: 12 };

/**
 * Reads and understands a file in a thread of its own, which is ended on cancel, after the time limit, and when it
 * needs more memory than a standard can need. Nothing is written anywhere.
 *
 * @throws {AppError} cancelled; `file/unreadable`, `file/gone`, `file/locked`, `standard/pack-invalid`
 */
export async function importStandard(request: ImportRequest): Promise<ImportedStandard> {
  const { file, corrections = {}, signal, workerUrl, timeLimit = usualTimeLimit } = request;
  const name = path.basename(file);
  if (signal.aborted) throw cancelled();
  const worker = new Worker(workerUrl, {
    workerData: { file, corrections } satisfies ImportOrder,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB.old, maxYoungGenerationSizeMb: heapMiB.young, stackSizeMb: 4 },
  });
  const ended = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  try {
    return await new Promise<ImportedStandard>((resolve, reject) => {
      signal.addEventListener('abort', () => reject(cancelled()), { once: true, signal: ended.signal });
      timer = setTimeout(() => reject(fileUnreadable(name, tooSlow)), timeLimit);
      worker.on('message', (report: ImportReport) => {
        if (report.kind === 'done') resolve(report.result);
        else reject(asError(report));
      });
      worker.on('error', (cause) => reject(isOutOfMemory(cause) ? fileUnreadable(name, tooLarge, cause) : cause));
      worker.on('exit', (code) => reject(new Error(`the standard worker ended with ${code} and no result`)));
    });
  } finally {
    clearTimeout(timer);
    ended.abort();
    await worker.terminate();
  }
}

/** The same in this thread: for the command line, which can be ended as a whole, and for tests. */
export async function importStandardHere(file: string, corrections: Corrections = {}): Promise<ImportedStandard> {
  const source = await readSource(file);
  return { source, draft: detectStandard(source, corrections) };
}

const tooSlow = '读取用时过长，已停止，没有导入任何内容。请只留下标准的表格，另存后再导入。';
const tooLarge = '内容太多，读取时内存不够，已停止，没有导入任何内容。请只留下标准的表格，另存后再导入。';

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

function asError(report: Extract<ImportReport, { kind: 'refused' | 'failed' }>): Error {
  if (report.kind === 'refused') return new AppError(report.code, report.message, { details: report.details });
  const error = new Error(report.message);
  error.stack = report.stack;
  return error;
}
