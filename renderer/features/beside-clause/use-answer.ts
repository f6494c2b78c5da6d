import { useEffect, useEffectEvent, useState } from 'react';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';

interface Answer<Value> {
  readonly key: string;
  readonly value?: Value;
  readonly error?: ErrorDto;
}

/** What was asked for under this key; the answer to a key that was left behind is dropped. Undefined key: not asked. */
export function useAnswer<Value>(key: string | undefined, ask: () => Promise<Value>) {
  const [answer, setAnswer] = useState<Answer<Value>>();
  const send = useEffectEvent(ask);
  useEffect(() => {
    if (key === undefined) return undefined;
    let isWanted = true;
    send().then(
      (value) => isWanted && setAnswer({ key, value }),
      (cause: unknown) => isWanted && setAnswer({ key, error: errorDtoOf(cause) }),
    );
    return () => {
      isWanted = false;
    };
  }, [key]);
  const isCurrent = answer !== undefined && answer.key === key;
  return { value: isCurrent ? answer.value : undefined, error: isCurrent ? answer.error : undefined, isCurrent };
}
