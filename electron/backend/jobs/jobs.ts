import type { BackendEvent } from '../../../shared/contract/contract.ts';

/** Long work under way: reports progress, can be cancelled. */
export interface Job {
  readonly signal: AbortSignal;
  progress(label: string, done: number, total: number): void;
}

/** Most of what is cancelled too early was over already. */
const mostRemembered = 20;

export function createJobs(announce: (event: BackendEvent) => void) {
  const running = new Map<string, AbortController>();
  /** Cancelled before they began: what a job needs may still be loading. */
  const cancelledEarly = new Set<string>();
  function remember(jobId: string): void {
    cancelledEarly.add(jobId);
    for (const oldest of [...cancelledEarly].slice(0, -mostRemembered)) cancelledEarly.delete(oldest);
  }
  return {
    async run<Result>(jobId: string, work: (job: Job) => Promise<Result>): Promise<Result> {
      const controller = new AbortController();
      running.set(jobId, controller);
      if (cancelledEarly.delete(jobId)) controller.abort();
      let announcedAt = 0;
      try {
        return await work({
          signal: controller.signal,
          progress: (label, done, total) => {
            const now = performance.now();
            if (done < total && now - announcedAt < 60) return; // the page needs no more than the eye can see
            announcedAt = now;
            announce({ kind: 'job', jobId, label, done, total });
          },
        });
      } finally {
        running.delete(jobId);
      }
    },
    /** A job that has ended meanwhile needs no cancelling; one that has not begun ends as soon as it does. */
    cancel(jobId: string): void {
      const found = running.get(jobId);
      if (found) found.abort();
      else remember(jobId);
    },
    cancelAll: (): void => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
export type Jobs = ReturnType<typeof createJobs>;
