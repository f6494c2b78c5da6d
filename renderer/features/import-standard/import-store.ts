import { createStore } from 'zustand/vanilla';
import type { FileGrant } from '../../../shared/contract/bridge.ts';
import type { Api, JobProgress } from '../../../shared/contract/contract.ts';
import type { DraftCorrections, SourceTableRow, StandardDraft } from '../../../shared/contract/standard-draft.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf, isCancelled } from '../../app/call-error.ts';
import type { WatchJob } from '../../app/jobs.ts';
import { amend, noCorrections, redo, undo, type CorrectionHistory } from './corrections.ts';
import { locateRow, missingPages, pageKey, pageSize, type Pages } from './source-pages.ts';

type Progress = Pick<JobProgress, 'done' | 'total' | 'label'>;

export type Phase =
  | { readonly kind: 'empty' }
  | { readonly kind: 'reading'; readonly fileName: string; readonly progress: Progress }
  | { readonly kind: 'refused'; readonly fileName: string; readonly error: ErrorDto }
  | { readonly kind: 'read'; readonly draft: StandardDraft };

export interface ImportState {
  readonly phase: Phase;
  readonly history: CorrectionHistory;
  /** What is shown does not follow the last correction yet. */
  readonly isBehind: boolean;
  /** Why the last correction could not be followed. */
  readonly refusal: ErrorDto | undefined;
  readonly pages: Pages;
  /** `onRead` is told of what was read before anything is shown of it. */
  open(file: FileGrant, onRead: (draft: StandardDraft) => void): Promise<void>;
  /** A file that cannot even be asked for. */
  refuse(fileName: string, message: string): void;
  cancel(): void;
  correct(next: DraftCorrections): void;
  undo(): void;
  redo(): void;
  /** Takes the last correction back while it is still being followed. */
  giveUp(): void;
  /** The answer to the last correction, once more. */
  again(): void;
  /** Fetches what is missing of these rows. */
  need(table: number, first: number, last: number): void;
  /** Where a row of the file stands among the rows with a text. */
  locate(table: number, row: number): Promise<number>;
  rowAt(table: number, index: number): Promise<SourceTableRow | undefined>;
  /** Forgets the file; with `keep` the draft lives on elsewhere. */
  close(keep?: boolean): void;
}

export interface ImportDeps {
  readonly api: Pick<Api, 'draft.open' | 'draft.correct' | 'draft.rows' | 'draft.close' | 'job.cancel'>;
  readonly watchJob: WatchJob;
  readonly fail: (cause: unknown) => void;
}

/** Corrections that follow each other closely are understood together. */
const pauseMs = 150;

export const createImportStore = ({ api, watchJob, fail }: ImportDeps) => {
  /** The file that is being opened, and the correction that is being followed: what is older has nothing to say. */
  let opening: string | undefined;
  let following: string | undefined;
  let pause: ReturnType<typeof setTimeout> | undefined;
  const loading = new Map<string, Promise<readonly SourceTableRow[]>>();
  return createStore<ImportState>()((set, get) => {
    const draftOf = (): StandardDraft | undefined => {
      const { phase } = get();
      return phase.kind === 'read' ? phase.draft : undefined;
    };
    // A job that has ended meanwhile needs no cancelling; one that goes on is not listened to.
    const stop = (jobId: string | undefined) => {
      if (jobId !== undefined) api['job.cancel']({ jobId }).catch(() => undefined);
    };
    const reset = (phase: Phase) => {
      clearTimeout(pause);
      stop(following);
      following = undefined;
      loading.clear();
      set({ phase, history: noCorrections, isBehind: false, refusal: undefined, pages: new Map() });
    };
    /** One after the other, and the last one only: a file is understood in a thread of its own. */
    const follow = async () => {
      const draft = draftOf();
      clearTimeout(pause);
      if (!draft || following !== undefined) return;
      const { present: corrections } = get().history;
      const jobId = crypto.randomUUID();
      following = jobId;
      let answer: Pick<ImportState, 'refusal'> & { readonly phase?: Phase };
      try {
        const next = await api['draft.correct']({ draftId: draft.draftId, corrections, jobId });
        answer = { phase: { kind: 'read', draft: next }, refusal: undefined };
      } catch (cause) {
        answer = { refusal: errorDtoOf(cause) };
      }
      if (following !== jobId) return; // another file meanwhile
      following = undefined;
      if (get().history.present === corrections) set({ ...answer, isBehind: false });
      else void follow();
    };
    const go = (history: CorrectionHistory | undefined) => {
      if (!history || history === get().history || !draftOf()) return;
      set({ history, isBehind: true, refusal: undefined });
      clearTimeout(pause);
      pause = setTimeout(() => void follow(), pauseMs);
    };
    const load = (table: number, page: number): Promise<readonly SourceTableRow[]> => {
      const draftId = draftOf()?.draftId;
      const key = pageKey(table, page);
      const there = get().pages.get(key);
      if (there) return Promise.resolve(there);
      const under = loading.get(key);
      if (under) return under;
      if (draftId === undefined) return Promise.resolve([]);
      const asked = api['draft.rows']({ draftId, table, from: page * pageSize, count: pageSize }).then((rows) => {
        if (draftOf()?.draftId === draftId) set(({ pages }) => ({ pages: new Map(pages).set(key, rows) }));
        return rows;
      });
      loading.set(key, asked);
      void asked.catch(() => undefined).finally(() => loading.get(key) === asked && loading.delete(key));
      return asked;
    };
    return {
      phase: { kind: 'empty' },
      history: noCorrections,
      isBehind: false,
      refusal: undefined,
      pages: new Map(),
      open: async ({ token, name }, onRead) => {
        const jobId = crypto.randomUUID();
        stop(opening);
        opening = jobId;
        const show = (progress: Progress) => reset({ kind: 'reading', fileName: name, progress });
        show({ label: '正在读取', done: 0, total: 1 });
        const stopWatching = watchJob(jobId, (progress) => {
          if (opening === jobId) set({ phase: { kind: 'reading', fileName: name, progress } });
        });
        try {
          const draft = await api['draft.open']({ file: token, jobId });
          if (opening === jobId) {
            onRead(draft);
            set({ phase: { kind: 'read', draft } });
          } else api['draft.close']({ draftId: draft.draftId }).catch(() => undefined);
        } catch (cause) {
          if (opening !== jobId) return;
          if (isCancelled(cause)) set({ phase: { kind: 'empty' } });
          else set({ phase: { kind: 'refused', fileName: name, error: errorDtoOf(cause) } });
        } finally {
          stopWatching();
          if (opening === jobId) opening = undefined;
        }
      },
      refuse: (fileName, message) =>
        reset({ kind: 'refused', fileName, error: { code: 'import/not-a-file', message, details: [] } }),
      cancel: () => stop(opening),
      correct: (next) => go(amend(get().history, next)),
      undo: () => go(undo(get().history)),
      redo: () => go(redo(get().history)),
      giveUp: () => {
        go(undo(get().history));
        stop(following);
      },
      again: () => {
        set({ isBehind: true, refusal: undefined });
        void follow();
      },
      need: (table, first, last) => {
        for (const page of missingPages(get().pages, table, first, last)) load(table, page).catch(fail);
      },
      locate: (table, row) =>
        locateRow(row, draftOf()?.sources[table]?.rows ?? 0, (page) => load(table, page)).catch((cause: unknown) => {
          fail(cause);
          return 0;
        }),
      rowAt: (table, index) =>
        load(table, Math.floor(index / pageSize)).then(
          (rows) => rows[index % pageSize],
          (cause: unknown) => {
            fail(cause);
            return undefined;
          },
        ),
      close: (keep = false) => {
        const draftId = draftOf()?.draftId;
        stop(opening);
        opening = undefined;
        reset({ kind: 'empty' });
        if (draftId !== undefined && !keep) api['draft.close']({ draftId }).catch(() => undefined);
      },
    };
  });
};
export type ImportStore = ReturnType<typeof createImportStore>;
