import { useRef, useState } from 'react';
import type { JobProgress } from '../../../shared/contract/contract.ts';
import type { Exported, FaultyFile } from '../../../shared/contract/exchange.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import { CallError, errorDtoOf, isCancelled } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import type { OutputKind } from './outputs.ts';

export type ExportPhase =
  | { readonly kind: 'choose'; readonly isCancelled?: true }
  | { readonly kind: 'running'; readonly progress: Pick<JobProgress, 'done' | 'total' | 'label'> }
  | { readonly kind: 'done'; readonly exported: Exported; readonly skipped: number; readonly token: string }
  /** Evidence files stand in the way; the place was chosen already. */
  | { readonly kind: 'faulty'; readonly files: readonly FaultyFile[]; readonly token: string }
  | { readonly kind: 'failed'; readonly error: ErrorDto };

export function useExport() {
  const { api, bridge, round, notes, figures, checklist, evidence, watchJob } = useServices();
  const [phase, setPhase] = useState<ExportPhase>({ kind: 'choose' });
  const running = useRef<string>(undefined);
  /** Says which files it was about, and marks them where they are listed. */
  const tellFaulty = async (roundId: RoundId, token: string) => {
    const files = await api['exchange.faultyFiles']({ roundId });
    for (const { fileId, fault } of files) evidence.getState().learnFault(fileId, fault);
    setPhase({ kind: 'faulty', files, token });
  };
  const write = async (kind: OutputKind, token: string, skipFaulty: boolean) => {
    const roundId = round.getState().open?.round.id;
    if (!roundId || running.current) return;
    const jobId = crypto.randomUUID();
    running.current = jobId;
    setPhase({ kind: 'running', progress: { done: 0, total: 1, label: '正在准备' } });
    const stopWatching = watchJob(jobId, (progress) => setPhase({ kind: 'running', progress }));
    const order = { roundId, output: token, jobId };
    try {
      if (kind === 'workbook') {
        setPhase({ kind: 'done', exported: await api['exchange.exportWorkbook'](order), skipped: 0, token });
      } else {
        const exported = await api['exchange.exportBundle']({ ...order, skipFaulty });
        setPhase({ kind: 'done', exported, skipped: exported.skipped, token });
      }
    } catch (cause) {
      if (isCancelled(cause)) setPhase({ kind: 'choose', isCancelled: true });
      else if (cause instanceof CallError && cause.dto.code === 'export/evidence-faulty') {
        await tellFaulty(roundId, token);
      } else throw cause;
    } finally {
      stopWatching();
      running.current = undefined;
    }
  };
  const orFail = (work: Promise<void>) =>
    work.catch((cause: unknown) => setPhase({ kind: 'failed', error: errorDtoOf(cause) }));
  const start = (kind: OutputKind, name: string) =>
    orFail(
      (async () => {
        // What is exported is what is on disk: nothing typed may be missing from it unnoticed.
        await notes.getState().settle();
        await figures.getState().settle();
        await checklist.getState().settleResults();
        const output = await bridge.pickOutput(kind, name);
        if (output) await write(kind, output.token, false);
      })(),
    );
  const skipFaulty = (kind: OutputKind, token: string) => orFail(write(kind, token, true));
  const cancel = () => {
    // The job ends with job/cancelled; that it could not be cancelled shows in it going on.
    if (running.current) api['job.cancel']({ jobId: running.current }).catch(() => undefined);
  };
  return { phase, start, skipFaulty, cancel };
}
