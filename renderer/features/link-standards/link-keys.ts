import { isForInputMethod, type KeyPress } from '../../ui/key-press.ts';
import { listStep, type ListStep } from '../../ui/list-keys.ts';

export type LinkCommand =
  | ListStep
  | { readonly do: 'confirm' | 'dismiss' | 'forget' | 'confirm-all' }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'filter' };

/** What has the keyboard: a field takes letters, a button or a list its own keys. */
export type Focus = 'table' | 'field' | 'control';

/** What a key asks for on the page of links. */
export function linkCommand(press: KeyPress, focus: Focus): LinkCommand | undefined {
  if (isForInputMethod(press) || press.altKey) return undefined;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return withControl(key, press.shiftKey, focus);
  if (focus === 'field') return undefined;
  // Many at once asks for two keys, so that a stray one does nothing.
  if (press.shiftKey) return key === 'a' ? { do: 'confirm-all' } : undefined;
  if (focus === 'control' && (key.length > 1 || key === ' ')) return undefined;
  switch (key) {
    case 'enter':
    case 'y':
      return { do: 'confirm' };
    case 'n':
      return { do: 'dismiss' };
    case 'backspace':
    case 'delete':
      return { do: 'forget' };
    case '/':
      return { do: 'filter' };
    default:
      return listStep(key);
  }
}

function withControl(key: string, hasShift: boolean, focus: Focus): LinkCommand | undefined {
  if (key === 'f' && !hasShift) return { do: 'filter' };
  if (focus === 'field') return undefined; // a field undoes its own typing
  if (key === 'z') return { do: hasShift ? 'redo' : 'undo' };
  return key === 'y' && !hasShift ? { do: 'redo' } : undefined;
}
