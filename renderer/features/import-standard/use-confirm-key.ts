import { useEffect, useEffectEvent } from 'react';

/** Ctrl+Enter is the main button, wherever the keyboard stands; undefined while it cannot be pressed. */
export function useConfirmKey(confirm: (() => void) | undefined) {
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (!confirm || !isConfirmKey(event) || document.querySelector('[role=dialog], [role=menu]')) return;
    event.preventDefault();
    confirm();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

type Press = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey' | 'isComposing' | 'repeat' | 'defaultPrevented'
>;

/** 229: the input method has the key; isComposing is still false on the first one. */
export const isConfirmKey = (press: Press): boolean =>
  press.key === 'Enter' &&
  (press.ctrlKey || press.metaKey) &&
  !(press.altKey || press.shiftKey || press.repeat || press.defaultPrevented) &&
  !(press.isComposing || press.keyCode === 229);
