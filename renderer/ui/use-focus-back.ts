import { useEffect, useEffectEvent, useState } from 'react';

/** What lies over a page gives the keyboard back to where it was; to `otherwise` where that is gone. */
export function useFocusBack(otherwise: () => HTMLElement | null = () => null): void {
  const [before] = useState(() => document.activeElement);
  const giveBack = useEffectEvent(() => {
    const isThere = before instanceof HTMLElement && before.isConnected && before !== document.body;
    const target = isThere ? before : otherwise();
    target?.focus({ preventScroll: true });
  });
  useEffect(() => () => giveBack(), []);
}
