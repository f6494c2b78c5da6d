export type LinkCommand =
  | { readonly do: 'move'; readonly by: number }
  | { readonly do: 'first' | 'last' }
  | { readonly do: 'confirm' | 'dismiss' | 'forget' | 'confirm-all' }
  | { readonly do: 'undo' | 'redo' }
  | { readonly do: 'filter' };

export interface LinkKeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

/** What has the keyboard: a field takes letters, a button or a list its own keys. */
export type Focus = 'table' | 'field' | 'control';

const page = 10;

/** What a key asks for on the page of links. */
export function linkCommand(press: LinkKeyPress, focus: Focus): LinkCommand | undefined {
  // 229: the input method has the key; isComposing is still false on the first one.
  if (press.isComposing || press.keyCode === 229 || press.altKey) return undefined;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return withControl(key, press.shiftKey, focus);
  if (focus === 'field') return undefined;
  // Many at once asks for two keys, so that a stray one does nothing.
  if (press.shiftKey) return key === 'a' ? { do: 'confirm-all' } : undefined;
  if (focus === 'control' && (key.length > 1 || key === ' ')) return undefined;
  switch (key) {
    case 'arrowdown':
    case 'j':
      return { do: 'move', by: 1 };
    case 'arrowup':
    case 'k':
      return { do: 'move', by: -1 };
    case 'pagedown':
      return { do: 'move', by: page };
    case 'pageup':
      return { do: 'move', by: -page };
    case 'home':
      return { do: 'first' };
    case 'end':
      return { do: 'last' };
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
      return undefined;
  }
}

function withControl(key: string, hasShift: boolean, focus: Focus): LinkCommand | undefined {
  if (key === 'f' && !hasShift) return { do: 'filter' };
  if (focus === 'field') return undefined; // a field undoes its own typing
  if (key === 'z') return { do: hasShift ? 'redo' : 'undo' };
  return key === 'y' && !hasShift ? { do: 'redo' } : undefined;
}
