import { Worker } from 'node:worker_threads';
import type { DocumentText } from '../../../../shared/contract/evidence.ts';
import { cancelled, textUnreadable } from '../../../../shared/errors/messages.ts';
import type { DocumentOrder, DocumentReport } from './worker-messages.ts';

export interface DocumentReaderOptions {
  /** The file of `document-worker`, which lies elsewhere once bundled. */
  readonly workerUrl: URL;
  /** Milliseconds after which a file is given up. */
  readonly timeLimit?: number;
}

export interface DocumentFile {
  readonly path: string;
  /** As the user named it. */
  readonly name: string;
}

/** A slow PC needs a second or two for a thick document; what takes longer is no document to read beside a checklist. */
const usualTimeLimit = 15_000;
/** Enough for what the readers let through; a larger heap would only be filled later. */
const heapMiB = { old: 160, young: 16 };

/** Reads documents in threads of their own. One is looked at at a time: whoever opens the next gives up the one before. */
export function createDocumentReader({ workerUrl, timeLimit = usualTimeLimit }: DocumentReaderOptions) {
  let giveUp: (() => void) | undefined;

  /** @throws {AppError} evidence/no-text, job/cancelled */
  async function read({ path, name }: DocumentFile): Promise<DocumentText> {
    giveUp?.();
    const worker = new Worker(workerUrl, {
      workerData: { path } satisfies DocumentOrder,
      resourceLimits: { maxOldGenerationSizeMb: heapMiB.old, maxYoungGenerationSizeMb: heapMiB.young, stackSizeMb: 4 },
    });
    let timer: NodeJS.Timeout | undefined;
    let stop: (() => void) | undefined;
    try {
      return await new Promise((resolve, reject) => {
        giveUp = stop = () => reject(cancelled());
        timer = setTimeout(() => reject(textUnreadable(name, '读取用时过长，已停止。')), timeLimit);
        worker.on('message', (report: DocumentReport) => {
          if (report.kind === 'done') resolve(report.text);
          else if (report.kind === 'refused') reject(textUnreadable(name, report.why));
          else reject(Object.assign(new Error(report.message), { stack: report.stack }));
        });
        worker.on('error', (cause: unknown) =>
          reject(isOutOfMemory(cause) ? textUnreadable(name, '内容太多，内存不够。', cause) : asError(cause)),
        );
        worker.on('exit', (code) => reject(new Error(`the document worker ended with ${code} and no answer`)));
      });
    } finally {
      clearTimeout(timer);
      if (giveUp === stop) giveUp = undefined;
      await worker.terminate();
    }
  }

  return { read, close: () => giveUp?.() };
}
export type DocumentReader = ReturnType<typeof createDocumentReader>;

const isOutOfMemory = (cause: unknown): boolean =>
  cause instanceof Error && 'code' in cause && cause.code === 'ERR_WORKER_OUT_OF_MEMORY';

const asError = (cause: unknown): Error => (cause instanceof Error ? cause : new Error(String(cause)));
