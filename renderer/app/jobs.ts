import type { JobProgress } from '../../shared/contract/contract.ts';
import type { PageBridge } from './bridge.ts';

export type WatchJob = (jobId: string, listener: (progress: JobProgress) => void) => () => void;

/** One subscription to the backend's events, handed out by job. */
export function createJobs(bridge: Pick<PageBridge, 'onEvent'>): WatchJob {
  const listeners = new Map<string, (progress: JobProgress) => void>();
  bridge.onEvent((event) => listeners.get(event.jobId)?.(event));
  return (jobId, listener) => {
    listeners.set(jobId, listener);
    return () => listeners.delete(jobId);
  };
}
