import type { RefObject } from 'react';

/** Places that a key can take the user to. */
export type FocusTarget = 'search' | 'list' | 'note' | 'reason' | 'figure';

const targets = new Map<FocusTarget, RefObject<HTMLElement | null>>();

/** For an effect: makes an element reachable for as long as it is on screen. */
export function focusTarget(name: FocusTarget, element: RefObject<HTMLElement | null>): () => void {
  targets.set(name, element);
  return () => {
    if (targets.get(name) === element) targets.delete(name);
  };
}

/** Answers whether there is such a place on screen. */
export function focusOn(name: FocusTarget): boolean {
  const element = targets.get(name)?.current;
  element?.focus();
  if (element instanceof HTMLInputElement) element.select();
  return element != null;
}
