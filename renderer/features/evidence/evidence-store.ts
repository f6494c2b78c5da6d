import { createStore } from 'zustand/vanilla';
import type { Api, Input, JobProgress } from '../../../shared/contract/contract.ts';
import type { AttachResult } from '../../../shared/contract/evidence.ts';
import type { ClauseId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import type { Notice } from '../../app/app-store.ts';
import type { PageBridge } from '../../app/bridge.ts';
import { isCancelled } from '../../app/call-error.ts';
import type { WatchJob } from '../../app/jobs.ts';
import type { RoundStore } from '../../app/round-store.ts';

export interface AttachJob {
  readonly jobId: string;
  readonly clauseId: ClauseId;
  readonly progress: Pick<JobProgress, 'done' | 'total' | 'label'>;
  /** Only after about a second: shorter work would flicker. */
  readonly visible: boolean;
}

export interface EvidenceState {
  readonly jobs: readonly AttachJob[];
  readonly describing: Evidence | undefined;
  readonly reusingFor: { readonly clauseId: ClauseId; readonly text: string } | undefined;
  pick(clauseId: ClauseId, what: 'files' | 'folder'): Promise<void>;
  /** Dropped or pasted files; those without a path on disk are sent by content. */
  add(clauseId: ClauseId, files: readonly File[]): Promise<void>;
  cancel(jobId: string): void;
  remove(clauseId: ClauseId, evidence: Evidence): Promise<void>;
  reuse(clauseId: ClauseId, evidenceId: EvidenceId): Promise<boolean>;
  describe(input: Omit<Input<'evidence.describe'>, 'roundId'>): Promise<boolean>;
  openDescribe(evidence: Evidence | undefined): void;
  /** Looks for evidence of the workspace, beginning with this text. */
  openReuse(clauseId: ClauseId | undefined, text?: string): void;
  openWithSystem(fileId: string): Promise<void>;
}

export interface EvidenceDeps {
  readonly api: Pick<
    Api,
    'evidence.attach' | 'evidence.paste' | 'evidence.remove' | 'evidence.reuse' | 'evidence.describe' | 'job.cancel'
  >;
  readonly bridge: Pick<PageBridge, 'grantFiles' | 'pickEvidence' | 'openEvidence'>;
  readonly watchJob: WatchJob;
  readonly round: RoundStore;
  readonly notify: (text: string, more?: Partial<Pick<Notice, 'details' | 'action'>>) => void;
  readonly fail: (cause: unknown) => void;
}

const nameOfPasted = (file: File) => (file.name && file.name !== 'image.png' ? file.name : '粘贴的图片.png');

export const createEvidenceStore = ({ api, bridge, watchJob, round, notify, fail }: EvidenceDeps) => {
  /** The answer of a job may come when another round is open. */
  const take = (roundId: RoundId, { change, remarks }: AttachResult) => {
    if (round.getState().open?.round.id === roundId) round.getState().apply(change);
    if (remarks.length > 0) notify('已添加，请留意：', { details: remarks });
  };
  const paste = async (clauseId: ClauseId, file: File) => {
    const roundId = round.getState().open?.round.id;
    if (!roundId) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    take(roundId, await api['evidence.paste']({ roundId, clauseId, name: nameOfPasted(file), bytes }));
  };
  return createStore<EvidenceState>()((set) => {
    const update = (jobId: string, change: Partial<AttachJob>) =>
      set(({ jobs }) => ({ jobs: jobs.map((job) => (job.jobId === jobId ? { ...job, ...change } : job)) }));
    const attach = async (clauseId: ClauseId, files: readonly string[]) => {
      const roundId = round.getState().open?.round.id;
      if (files.length === 0 || !roundId) return;
      const jobId = crypto.randomUUID();
      const progress = { done: 0, total: files.length, label: '正在复制文件' };
      set(({ jobs }) => ({ jobs: [...jobs, { jobId, clauseId, progress, visible: false }] }));
      const stopWatching = watchJob(jobId, (event) => update(jobId, { progress: event }));
      const timer = setTimeout(() => update(jobId, { visible: true }), 1000);
      try {
        take(roundId, await api['evidence.attach']({ roundId, clauseId, files: [...files], jobId }));
      } catch (cause) {
        if (isCancelled(cause)) notify('已取消添加，没有留下未完成的文件。');
        else fail(cause);
      } finally {
        clearTimeout(timer);
        stopWatching();
        set(({ jobs }) => ({ jobs: jobs.filter((job) => job.jobId !== jobId) }));
      }
    };
    return {
      jobs: [],
      describing: undefined,
      reusingFor: undefined,
      pick: async (clauseId, what) => {
        try {
          const grants = await bridge.pickEvidence(what);
          await attach(
            clauseId,
            grants.map(({ token }) => token),
          );
        } catch (cause) {
          fail(cause);
        }
      },
      add: async (clauseId, files) => {
        try {
          const grants = await bridge.grantFiles(files);
          await attach(
            clauseId,
            grants.flatMap((grant) => (grant ? [grant.token] : [])),
          );
          for (const file of files.filter((_, index) => !grants[index])) await paste(clauseId, file);
        } catch (cause) {
          fail(cause);
        }
      },
      cancel: (jobId) => void api['job.cancel']({ jobId }).catch(fail),
      remove: async (clauseId, { id, title }) => {
        const isDone = await round
          .getState()
          .send((roundId) => api['evidence.remove']({ roundId, clauseId, evidenceId: id }));
        const step = round.getState().history.undo;
        if (!isDone) return;
        const undo = () => {
          if (round.getState().history.undo === step) void round.getState().undo();
          else notify('移除之后又有别的改动，请按 Ctrl+Z 逐步撤销。');
        };
        notify(`已移除“${title}”`, { action: { label: '撤销', run: undo } });
      },
      reuse: (clauseId, evidenceId) =>
        round.getState().send((roundId) => api['evidence.reuse']({ roundId, clauseId, evidenceId })),
      describe: (input) => round.getState().send((roundId) => api['evidence.describe']({ roundId, ...input })),
      openDescribe: (describing) => set({ describing }),
      openReuse: (clauseId, text = '') => set({ reusingFor: clauseId && { clauseId, text } }),
      openWithSystem: async (fileId) => {
        const reply = await bridge.openEvidence(fileId);
        if (!reply.ok) notify(reply.error.message, { details: reply.error.details });
      },
    };
  });
};
export type EvidenceStore = ReturnType<typeof createEvidenceStore>;
