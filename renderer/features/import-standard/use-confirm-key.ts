import { isForInputMethod, type KeyPress } from '../../ui/key-press.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';

/** Ctrl+Enter is the main button, wherever the keyboard stands; undefined while it cannot be pressed. */
export function useConfirmKey(confirm: (() => void) | undefined) {
  usePageKeys((event) => {
    if (!confirm || !isConfirmKey(event)) return;
    event.preventDefault();
    confirm();
  });
}

export const isConfirmKey = (press: KeyPress & Pick<KeyboardEvent, 'repeat' | 'defaultPrevented'>): boolean =>
  press.key === 'Enter' &&
  (press.ctrlKey || press.metaKey) &&
  !(press.altKey || press.shiftKey || press.repeat || press.defaultPrevented || isForInputMethod(press));
