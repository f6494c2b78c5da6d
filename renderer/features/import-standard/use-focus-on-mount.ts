import { useEffect, useRef, type RefObject } from 'react';

/** A new face of the page begins at its first button, so that the keyboard is not lost with the one before. */
export function useFocusOnMount<Box extends HTMLElement>(): RefObject<Box | null> {
  const box = useRef<Box>(null);
  useEffect(() => {
    box.current?.querySelector<HTMLElement>('button, input, select, [tabindex="0"]')?.focus({ preventScroll: true });
  }, []);
  return box;
}
