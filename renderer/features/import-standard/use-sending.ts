import { useState } from 'react';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';

/** One command at a time, with what was said against it. */
export function useSending() {
  const [isBusy, setBusy] = useState(false);
  const [error, setError] = useState<ErrorDto>();
  const run = (work: () => Promise<void>) => {
    if (isBusy) return;
    setBusy(true);
    setError(undefined);
    work()
      .catch((cause: unknown) => setError(errorDtoOf(cause)))
      .finally(() => setBusy(false));
  };
  return { isBusy, error, run };
}
