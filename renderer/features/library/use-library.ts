import { useEffect, useState } from 'react';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';

interface Progress {
  readonly label: string;
  readonly done: number;
  readonly total: number;
}

/** All standards, how often they were asked for, and how far the library has come while it is put in order for the first time. */
export function useLibrary() {
  const { api, watchJob } = useServices();
  const [standards, setStandards] = useState<readonly StandardSummary[]>();
  const [progress, setProgress] = useState<Progress>();
  const [error, setError] = useState<ErrorDto>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    const jobId = crypto.randomUUID();
    const stopWatching = watchJob(jobId, setProgress);
    let isWanted = true;
    api['standard.list']({ jobId })
      .then(
        (list) => isWanted && setStandards(list),
        (cause: unknown) => isWanted && setError(errorDtoOf(cause)),
      )
      .finally(stopWatching);
    return () => {
      isWanted = false;
      stopWatching();
    };
  }, [api, watchJob, attempt]);
  const load = () => {
    setError(undefined);
    setAttempt(attempt + 1);
  };
  return { standards, progress, error, load, version: attempt };
}
