import { useEffect, useState } from 'react';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';

/** All standards of the library. */
export function useEditions() {
  const { api } = useServices();
  const [standards, setStandards] = useState<readonly StandardSummary[]>();
  const [error, setError] = useState<ErrorDto>();
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    api['standard.list']({}).then(
      (list) => isWanted && setStandards(list),
      (cause: unknown) => isWanted && setError(errorDtoOf(cause)),
    );
    return () => {
      isWanted = false;
    };
  }, [api, attempt]);
  const reload = () => {
    setError(undefined);
    setAttempt((count) => count + 1);
  };
  return { standards, error, reload };
}
