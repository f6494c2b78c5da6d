import type { BackendEvent } from '../../../shared/contract/contract.ts';

/** Long work under way: reports progress, can be cancelled. */
export interface Job {
  readonly signal: AbortSignal;
  progress(label: string, done: number, total: number): void;
}

export function createJobs(announce: (event: BackendEvent) => void) {
  const running = new Map<string, AbortController>();
  return {
    async run<Result>(jobId: string, work: (job: Job) => Promise<Result>): Promise<Result> {
      const controller = new AbortController();
      running.set(jobId, controller);
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
    /** A job that has ended meanwhile needs no cancelling. */
    cancel: (jobId: string): void => running.get(jobId)?.abort(),
    cancelAll: (): void => {
      for (const controller of running.values()) controller.abort();
    },
  };
}
export type Jobs = ReturnType<typeof createJobs>;
