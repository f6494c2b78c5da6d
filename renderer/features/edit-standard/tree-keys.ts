/** What a key pressed in the tree means. */
export type TreeKey =
  | {
      readonly do: 'move';
      readonly to: 'up' | 'down' | 'page-up' | 'page-down' | 'first' | 'last';
      readonly extend: boolean;
    }
  | { readonly do: 'fold' | 'unfold' | 'select-all' }
  | { readonly do: 'edit' | 'add' | 'delete' | 'duplicate' | 'copy' | 'paste' }
  | { readonly do: 'step'; readonly by: 1 | -1 };

interface Pressed {
  readonly key: string;
  readonly ctrl: boolean;
  readonly alt: boolean;
  readonly shift: boolean;
  readonly composing: boolean;
}

const moves = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  PageUp: 'page-up',
  PageDown: 'page-down',
  Home: 'first',
  End: 'last',
} as const;
const isMove = (key: string): key is keyof typeof moves => Object.hasOwn(moves, key);
const withControl = { d: 'duplicate', c: 'copy', v: 'paste', a: 'select-all' } as const;
const hasControl = (key: string): key is keyof typeof withControl => Object.hasOwn(withControl, key);

/** Undefined for keys that are none of the tree's, and for all of them while a word is being put together. */
export function treeKey({ key, ctrl, alt, shift, composing }: Pressed): TreeKey | undefined {
  if (composing) return undefined;
  if (alt) {
    if (ctrl) return undefined;
    return key === 'ArrowUp' ? { do: 'step', by: -1 } : key === 'ArrowDown' ? { do: 'step', by: 1 } : undefined;
  }
  if (ctrl) {
    if (key === 'Enter') return { do: 'add' };
    const letter = key.toLowerCase();
    return !shift && hasControl(letter) ? { do: withControl[letter] } : undefined;
  }
  if (isMove(key)) return { do: 'move', to: moves[key], extend: shift };
  switch (key) {
    case 'ArrowLeft':
      return { do: 'fold' };
    case 'ArrowRight':
      return { do: 'unfold' };
    case 'Enter':
    case 'F2':
      return { do: 'edit' };
    case 'Insert':
      return { do: 'add' };
    case 'Delete':
      return { do: 'delete' };
    default:
      return undefined;
  }
}
