import { useEffect, useEffectEvent, useState } from 'react';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';

interface Answer<Value> {
  readonly key: string | undefined;
  readonly value?: Value;
  readonly error?: ErrorDto;
}

/** The answer to a question; another key is another question. Without a key nothing is asked. */
export function useAnswer<Value>(key: string | undefined, ask: () => Promise<Value>) {
  const [answer, setAnswer] = useState<Answer<Value>>({ key: undefined });
  const [attempt, setAttempt] = useState(0);
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
  }, [key, attempt]);
  const { value, error } = answer.key === key ? answer : {};
  const again = () => {
    setAnswer({ key: undefined });
    setAttempt(attempt + 1);
  };
  return { value, error, again };
}
