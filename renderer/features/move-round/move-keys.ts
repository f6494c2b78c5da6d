import { isForInputMethod, type KeyPress } from '../../ui/key-press.ts';
import { listStep, type ListStep } from '../../ui/list-keys.ts';

export type MoveCommand = ListStep | { readonly do: 'toggle' | 'move' };

/** What a key asks for on the page of moving a round; a control keeps its own keys, but for the one that moves. */
export function moveCommand(press: KeyPress, isInControl: boolean): MoveCommand | undefined {
  if (isForInputMethod(press) || press.altKey) return undefined;
  const { key, shiftKey } = press;
  if (press.ctrlKey || press.metaKey) return key === 'Enter' && !shiftKey ? { do: 'move' } : undefined;
  if (isInControl || shiftKey) return undefined;
  return key === ' ' ? { do: 'toggle' } : listStep(key);
}
