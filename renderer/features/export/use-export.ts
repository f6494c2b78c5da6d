import { useRef, useState } from 'react';
import type { JobProgress } from '../../../shared/contract/contract.ts';
import type { Exported } from '../../../shared/contract/exchange.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf, isCancelled } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import type { OutputKind } from './outputs.ts';

export type ExportPhase =
  | { readonly kind: 'choose' }
  | { readonly kind: 'running'; readonly progress: Pick<JobProgress, 'done' | 'total' | 'label'> }
  | { readonly kind: 'done'; readonly exported: Exported; readonly token: string }
  | { readonly kind: 'failed'; readonly error: ErrorDto };

export function useExport() {
  const { api, bridge, round, notes, figures, checklist, watchJob } = useServices();
  const [phase, setPhase] = useState<ExportPhase>({ kind: 'choose' });
  const running = useRef<string>(undefined);
  const start = async (kind: OutputKind, name: string) => {
    const roundId = round.getState().open?.round.id;
    if (!roundId || running.current) return;
    const jobId = crypto.randomUUID();
    let stopWatching: (() => void) | undefined;
    try {
      // What is exported is what is on disk: nothing typed may be missing from it unnoticed.
      await notes.getState().settle();
      await figures.getState().settle();
      await checklist.getState().settleResults();
      const output = await bridge.pickOutput(kind, name);
      if (!output) return;
      running.current = jobId;
      setPhase({ kind: 'running', progress: { done: 0, total: 1, label: '正在准备' } });
      stopWatching = watchJob(jobId, (progress) => setPhase({ kind: 'running', progress }));
      const call = kind === 'workbook' ? 'exchange.exportWorkbook' : 'exchange.exportBundle';
      const exported = await api[call]({ roundId, output: output.token, jobId });
      setPhase({ kind: 'done', exported, token: output.token });
    } catch (cause) {
      setPhase(isCancelled(cause) ? { kind: 'choose' } : { kind: 'failed', error: errorDtoOf(cause) });
    } finally {
      stopWatching?.();
      running.current = undefined;
    }
  };
  const cancel = () => {
    // The job ends with job/cancelled; that it could not be cancelled shows in it going on.
    if (running.current) api['job.cancel']({ jobId: running.current }).catch(() => undefined);
  };
  return { phase, start, cancel };
}
