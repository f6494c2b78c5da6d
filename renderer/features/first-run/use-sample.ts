import { useState } from 'react';
import type { JobProgress } from '../../../shared/contract/contract.ts';
import { isCancelled } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';

/** Opens 示例卫生院, which is built on first use. */
export function useSample() {
  const { api, app, watchJob } = useServices();
  const [job, setJob] = useState<Pick<JobProgress, 'jobId' | 'done' | 'total' | 'label'>>();
  const open = async () => {
    const jobId = crypto.randomUUID();
    setJob({ jobId, done: 0, total: 1, label: '正在准备示例' });
    const stopWatching = watchJob(jobId, setJob);
    try {
      await app.getState().enter(await api['workspace.openSample']({ jobId }));
    } catch (cause) {
      if (!isCancelled(cause)) app.getState().fail(cause);
    } finally {
      stopWatching();
      setJob(undefined);
    }
  };
  const cancel = () => {
    if (job) api['job.cancel']({ jobId: job.jobId }).catch((cause: unknown) => app.getState().fail(cause));
  };
  return { progress: job, open, cancel };
}
