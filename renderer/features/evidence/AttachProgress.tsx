import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import type { AttachJob } from './evidence-store.ts';

/** Copying that takes a while: how far, and a way to stop it. */
export function AttachProgress({ job }: { job: AttachJob }) {
  const { evidence } = useServices();
  return (
    <ProgressLine {...job.progress}>
      <Button tone="link" onClick={() => evidence.getState().cancel(job.jobId)}>
        取消
      </Button>
    </ProgressLine>
  );
}
