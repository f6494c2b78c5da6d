import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Handlers } from '../../../shared/contract/contract.ts';
import type { StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { draftClosed } from '../../../shared/errors/messages.ts';
import type { DraftNeeds } from '../room-needs.ts';
import type { Corrections } from '../standard-import/detect/detect-standard.ts';
import { openImportSession, type ImportSession } from '../standard-import/import-session.ts';
import type { Understood } from '../standard-import/understand.ts';
import { adopt } from './adopt.ts';
import { toCorrections } from './to-corrections.ts';

type DraftHandlers = Pick<Handlers, Extract<keyof Handlers, `draft.${string}`>>;

/** A file under import as other rooms use it: what was understood by the last corrections. */
export interface OpenDraft
  extends Pick<StandardDraft, 'fileName'>, Pick<Understood, 'pack' | 'places' | 'problems' | 'wordings'> {}

interface Draft {
  readonly draftId: string;
  readonly fileName: string;
  readonly session: ImportSession;
  /** Undefined while the file is read for the first time. */
  understood: Understood | undefined;
}

interface ReadDraft extends Draft {
  understood: Understood;
}

const isRead = (draft: Draft): draft is ReadDraft => draft.understood !== undefined;

/** One file at a time; what was read of it stays in its thread. */
export function createDrafts(needs: DraftNeeds) {
  const { grants, jobs, standardWorker: workerUrl } = needs;
  let current: Draft | undefined;

  /** @throws {AppError} draft/closed: also when its thread has ended */
  function find(draftId: string): ReadDraft {
    if (current?.draftId !== draftId || !isRead(current) || current.session.isEnded()) throw draftClosed();
    return current;
  }

  async function close(draft: Draft | undefined): Promise<void> {
    if (current === draft) current = undefined;
    await draft?.session.end();
  }

  async function detect(draft: Draft, corrections: Corrections, signal: AbortSignal): Promise<StandardDraft> {
    const understood = await draft.session.detect(corrections, signal);
    draft.understood = understood;
    const { wordings: _wordings, ...shown } = understood;
    return { draftId: draft.draftId, fileName: draft.fileName, ...shown };
  }

  async function open(file: string, signal: AbortSignal): Promise<StandardDraft> {
    const before = current;
    const draft: Draft = {
      draftId: randomUUID(),
      fileName: path.basename(file),
      session: openImportSession({ file, workerUrl }),
      understood: undefined,
    };
    current = draft;
    await before?.session.end();
    try {
      return await detect(draft, {}, signal);
    } catch (cause) {
      await close(draft);
      throw cause;
    }
  }

  const handlers: DraftHandlers = {
    'draft.open': ({ file, jobId }) =>
      jobs.run(jobId, (job) => {
        job.progress('正在读取文件', 0, 1);
        return grants.use(file, (source) => open(source, job.signal));
      }),
    'draft.correct': ({ draftId, corrections, jobId }) =>
      jobs.run(jobId, async (job) => {
        job.progress('正在重新识别', 0, 1);
        return detect(find(draftId), toCorrections(corrections), job.signal);
      }),
    'draft.rows': ({ draftId, ...wanted }) => find(draftId).session.rows(wanted),
    'draft.close': async ({ draftId }) => {
      if (current?.draftId === draftId) await close(current);
    },
    'draft.adopt': async ({ draftId, id }) => {
      const draft = find(draftId);
      const { isBuiltIn } = await needs.standards();
      const adopted = adopt(draft.understood, id, {
        source: draft.fileName,
        session: needs.writable(),
        isBuiltIn,
        at: needs.now(),
      });
      await handlers['draft.close']({ draftId });
      return adopted;
    },
  };
  return {
    handlers,
    /** @throws {AppError} draft/closed */
    get(draftId: string): OpenDraft {
      const { fileName, understood } = find(draftId);
      const { pack, places, problems, wordings } = understood;
      return { fileName, pack, places, problems, wordings };
    },
    close: (): void => void close(current),
  };
}
export type Drafts = ReturnType<typeof createDrafts>;
