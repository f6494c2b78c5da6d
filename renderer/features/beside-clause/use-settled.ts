import { useEffect, useState } from 'react';

/** The value once it has stayed the same for a moment; what is passed through on the way is skipped. */
export function useSettled<Value>(value: Value, delay = 150): Value | undefined {
  const [settled, setSettled] = useState<Value>();
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), delay);
    return () => clearTimeout(timer);
  }, [value, delay]);
  return settled;
}
