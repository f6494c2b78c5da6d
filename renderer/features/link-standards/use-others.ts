import { useEffect, useState } from 'react';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';

interface Others {
  readonly standards: readonly StandardSummary[];
  readonly confirmed: ReadonlyMap<string, number>;
}

/** All standards, and how many links each has with this one. */
export function useOthers(packId: string) {
  const { api } = useServices();
  const [others, setOthers] = useState<Others>();
  const [error, setError] = useState<ErrorDto>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    Promise.all([api['standard.list']({}), api['link.counts']({ packId })]).then(
      ([standards, counts]) =>
        isWanted && setOthers({ standards, confirmed: new Map(counts.map((each) => [each.packId, each.confirmed])) }),
      (cause: unknown) => isWanted && setError(errorDtoOf(cause)),
    );
    return () => {
      isWanted = false;
    };
  }, [api, packId, attempt]);
  const load = () => {
    setError(undefined);
    setAttempt(attempt + 1);
  };
  return { others, error, load };
}
