import { createStore } from 'zustand/vanilla';
import type { Api, Input, JobProgress } from '../../../shared/contract/contract.ts';
import type { AttachResult } from '../../../shared/contract/evidence.ts';
import type { ClauseId, EvidenceFileId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import type { Evidence, FileFault } from '../../../shared/domain/evidence/evidence.ts';
import { fileFaultIn } from '../../../shared/errors/messages.ts';
import type { Notice } from '../../app/app-store.ts';
import type { PageBridge } from '../../app/bridge.ts';
import { CallError, isCancelled } from '../../app/call-error.ts';
import type { WatchJob } from '../../app/jobs.ts';
import type { RoundStore } from '../../app/round-store.ts';
import { faultToldBy, withFault, type FileFaults } from './file-faults.ts';

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
  readonly faults: FileFaults;
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
  openWithSystem(fileId: EvidenceFileId): Promise<void>;
  /** Asks whether the stored file is what was registered, and remembers what is wrong. Other failures are thrown. */
  check(fileId: EvidenceFileId): Promise<FileFault | undefined>;
  learnFault(fileId: EvidenceFileId, fault: FileFault | undefined): void;
  /** Lets the user choose the original of a faulty file; answers whether it is back. */
  restore(fileId: EvidenceFileId): Promise<boolean>;
}

export interface EvidenceDeps {
  readonly api: Pick<
    Api,
    | 'evidence.attach'
    | 'evidence.paste'
    | 'evidence.remove'
    | 'evidence.reuse'
    | 'evidence.describe'
    | 'evidence.check'
    | 'evidence.restore'
    | 'job.cancel'
  >;
  readonly bridge: Pick<PageBridge, 'grantFiles' | 'pickEvidence' | 'openEvidence'>;
  readonly watchJob: WatchJob;
  readonly round: RoundStore;
  readonly notify: (text: string, more?: Partial<Pick<Notice, 'details' | 'action'>>) => void;
  /** Takes a notice back before its time. */
  readonly retract: (text: string) => void;
  readonly fail: (cause: unknown) => void;
}

const nameOfPasted = (file: File) => (file.name && file.name !== 'image.png' ? file.name : '粘贴的图片.png');

export const createEvidenceStore = ({ api, bridge, watchJob, round, notify, retract, fail }: EvidenceDeps) => {
  /** The answer of a job may come when another round is open. */
  const take = (roundId: RoundId, { change, added, remarks }: AttachResult) => {
    if (round.getState().open?.round.id === roundId) round.getState().apply(change);
    if (remarks.length === 0) return;
    notify(added.length > 0 ? `已添加 ${added.length} 份，请留意：` : '没有添加：', { details: remarks });
  };
  /** Undoing from a notice is offered as long as it undoes this step: when the round goes on, the notice goes. */
  const offerUndo = (text: string) => {
    const { history } = round.getState();
    const stopWatching = round.subscribe((state) => {
      if (state.history === history) return;
      stopWatching();
      retract(text);
    });
    const undo = () => {
      if (round.getState().history === history) void round.getState().undo();
    };
    notify(text, { action: { label: '撤销', run: undo } });
  };
  const paste = async (clauseId: ClauseId, file: File) => {
    const roundId = round.getState().open?.round.id;
    if (!roundId) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    take(roundId, await api['evidence.paste']({ roundId, clauseId, name: nameOfPasted(file), bytes }));
  };
  return createStore<EvidenceState>()((set, get) => {
    const update = (jobId: string, change: Partial<AttachJob>) =>
      set(({ jobs }) => ({ jobs: jobs.map((job) => (job.jobId === jobId ? { ...job, ...change } : job)) }));
    const learnFault = (fileId: EvidenceFileId, fault: FileFault | undefined) =>
      set(({ faults }) => ({ faults: withFault(faults, fileId, fault) }));
    const check = async (fileId: EvidenceFileId): Promise<FileFault | undefined> => {
      let fault: FileFault | undefined;
      try {
        await api['evidence.check']({ fileId });
      } catch (cause) {
        fault = faultToldBy(cause);
        if (!fault) throw cause;
      }
      learnFault(fileId, fault);
      return fault;
    };
    /** What was just added may be the content that a faulty file lacked. One that cannot be asked about stays as known. */
    const checkFaulty = async () => {
      for (const fileId of get().faults.keys()) await check(fileId).catch(() => undefined);
    };
    const refuse = (cause: unknown, total: number, attachRest: () => void) => {
      if (!(cause instanceof CallError) || cause.dto.code !== 'evidence/some-refused') return fail(cause);
      const { message, details } = cause.dto;
      const label = `只加其余的 ${total - details.length} 个`;
      notify(message, { details, action: { label, run: attachRest } });
    };
    const attach = async (clauseId: ClauseId, files: readonly string[], skipRefused = false): Promise<void> => {
      const roundId = round.getState().open?.round.id;
      if (files.length === 0 || !roundId) return;
      const jobId = crypto.randomUUID();
      let total = files.length; // folders hold more
      const progress = { done: 0, total, label: '正在复制文件' };
      set(({ jobs }) => ({ jobs: [...jobs, { jobId, clauseId, progress, visible: false }] }));
      const stopWatching = watchJob(jobId, (event) => {
        total = event.total;
        update(jobId, { progress: event });
      });
      const timer = setTimeout(() => update(jobId, { visible: true }), 1000);
      try {
        const input = { roundId, clauseId, files: [...files], jobId };
        take(roundId, await api['evidence.attach'](skipRefused ? { ...input, skipRefused } : input));
        await checkFaulty();
      } catch (cause) {
        if (isCancelled(cause)) notify('已取消添加，没有留下未完成的文件。');
        else refuse(cause, total, () => void attach(clauseId, files, true));
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
      faults: new Map(),
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
        if (isDone) offerUndo(`已移除“${title}”`);
      },
      reuse: (clauseId, evidenceId) =>
        round.getState().send((roundId) => api['evidence.reuse']({ roundId, clauseId, evidenceId })),
      describe: (input) => round.getState().send((roundId) => api['evidence.describe']({ roundId, ...input })),
      openDescribe: (describing) => set({ describing }),
      openReuse: (clauseId, text = '') => set({ reusingFor: clauseId && { clauseId, text } }),
      openWithSystem: async (fileId) => {
        const reply = await bridge.openEvidence(fileId);
        const fault = reply.ok ? undefined : fileFaultIn(reply.error.code);
        if (fault) learnFault(fileId, fault);
        if (!reply.ok) notify(reply.error.message, { details: reply.error.details });
      },
      check,
      learnFault,
      restore: async (fileId) => {
        try {
          const [grant] = await bridge.pickEvidence('files');
          if (!grant) return false;
          await api['evidence.restore']({ fileId, file: grant.token });
          await check(fileId);
          notify(`已放回“${grant.name}”，内容与登记时一致。`);
          return true;
        } catch (cause) {
          fail(cause);
          return false;
        }
      },
    };
  });
};
export type EvidenceStore = ReturnType<typeof createEvidenceStore>;
