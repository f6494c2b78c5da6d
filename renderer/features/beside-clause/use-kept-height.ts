import { useLayoutEffect, useRef, useState } from 'react';

/** Between two clauses a body keeps the height it had: what stands below must not jump up and down again. */
export function useKeptHeight(isCurrent: boolean, content: unknown) {
  const body = useRef<HTMLDivElement>(null);
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    if (isCurrent) setHeight(body.current?.offsetHeight ?? 0);
  }, [isCurrent, content]);
  return { ref: body, style: isCurrent ? undefined : { minHeight: height } };
}
