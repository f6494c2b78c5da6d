import { useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import type { ErrorDto } from '../../shared/errors/app-error.ts';
import { errorDtoOf } from './call-error.ts';
import { useServices } from './services.ts';

interface Answer<Value> {
  readonly key: string | undefined;
  readonly value?: Value;
  readonly error?: ErrorDto;
}

/**
 * The answer to a question; another key is another question, and what comes late for the one before is dropped. Without
 * a key nothing is asked. Once there is another backend, all is asked again.
 */
export function useAnswer<Value>(key: string | undefined, ask: () => Promise<Value>) {
  const [answer, setAnswer] = useState<Answer<Value>>({ key: undefined });
  const [attempt, setAttempt] = useState(0);
  const isLost = useStore(useServices().app, ({ backend }) => backend.isLost);
  const send = useEffectEvent(ask);
  useEffect(() => {
    if (key === undefined || isLost) return undefined;
    let isWanted = true;
    send().then(
      (value) => isWanted && setAnswer({ key, value }),
      (cause: unknown) => isWanted && setAnswer({ key, error: errorDtoOf(cause) }),
    );
    return () => {
      isWanted = false;
    };
  }, [key, attempt, isLost]);
  const isCurrent = key !== undefined && answer.key === key;
  const { value, error } = isCurrent ? answer : {};
  const again = () => {
    setAnswer({ key: undefined });
    setAttempt(attempt + 1);
  };
  return { value, error, isCurrent, again };
}
