export type MoveCommand =
  { readonly do: 'step'; readonly by: number } | { readonly do: 'first' | 'last' | 'toggle' | 'move' };

export interface MoveKeyPress {
  readonly key: string;
  readonly keyCode: number;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing: boolean;
}

const page = 10;

/** What a key asks for on the page of moving a round; a control keeps its own keys, but for the one that moves. */
export function moveCommand(press: MoveKeyPress, isInControl: boolean): MoveCommand | undefined {
  // 229: the input method has the key; isComposing is still false on the first one.
  if (press.isComposing || press.keyCode === 229 || press.altKey) return undefined;
  const key = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return key === 'enter' && !press.shiftKey ? { do: 'move' } : undefined;
  if (isInControl || press.shiftKey) return undefined;
  switch (key) {
    case 'arrowdown':
    case 'j':
      return { do: 'step', by: 1 };
    case 'arrowup':
    case 'k':
      return { do: 'step', by: -1 };
    case 'pagedown':
      return { do: 'step', by: page };
    case 'pageup':
      return { do: 'step', by: -page };
    case 'home':
      return { do: 'first' };
    case 'end':
      return { do: 'last' };
    case ' ':
      return { do: 'toggle' };
    default:
      return undefined;
  }
}
