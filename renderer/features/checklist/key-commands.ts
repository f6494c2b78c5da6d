import { grades, type Grade, type Mark } from '../../../shared/domain/grade/grade.ts';
import { isForInputMethod, type KeyPress } from '../../ui/key-press.ts';
import { listStep, type ListStep } from '../../ui/list-keys.ts';

export type KeyCommand =
  | { readonly do: 'move'; readonly step: ListStep }
  | { readonly do: 'next-unscored' | 'edit-note' | 'search' | 'leave' | 'undo' | 'redo' | 'preview' | 'help' }
  | { readonly do: 'toggle-met' | 'cycle-mark'; readonly point: number }
  | { readonly do: 'meet-all' | 'fail-whole' | 'enter-figure' }
  | { readonly do: 'grade'; readonly grade: Grade };

/** What a key asks for on the checklist. While something is typed only Ctrl combinations and Esc mean anything. */
export function keyCommand(press: KeyPress, typing: boolean): KeyCommand | undefined {
  if (isForInputMethod(press) || press.altKey) return undefined;
  const letter = press.key.toLowerCase();
  if (press.ctrlKey || press.metaKey) return withControl(letter, press.shiftKey);
  if (press.key === 'Escape') return { do: 'leave' };
  if (typing) return undefined;
  if (press.key === '?' || press.key === '？') return { do: 'help' };
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code);
  if (digit) return { do: press.shiftKey ? 'cycle-mark' : 'toggle-met', point: Number(digit[1]) };
  if (press.shiftKey) return undefined;
  if (/^(?:Digit|Numpad)0$/.test(press.code)) return { do: 'meet-all' };
  const grade = grades.find((each) => each.toLowerCase() === letter);
  if (grade) return { do: 'grade', grade };
  const step = listStep(letter);
  if (step) return { do: 'move', step };
  switch (letter) {
    case 'n':
      return { do: 'next-unscored' };
    case 'x':
      return { do: 'fail-whole' };
    case 's':
      return { do: 'enter-figure' };
    case 'm':
      return { do: 'edit-note' };
    case 'f':
      return { do: 'search' };
    case ' ':
      return { do: 'preview' };
    default:
      return undefined;
  }
}

/** Whether a held key goes on doing it: who leans on a key is not scoring. */
export const isWhileHeld = ({ do: what }: KeyCommand): boolean => what === 'move' || what === 'next-unscored';

function withControl(letter: string, shift: boolean): KeyCommand | undefined {
  if (letter === 'f' && !shift) return { do: 'search' };
  if (letter === 'z') return { do: shift ? 'redo' : 'undo' };
  return letter === 'y' && !shift ? { do: 'redo' } : undefined;
}

/** Shift+digit walks through the marks that the clause knows, past met: partial → unmet → n/a → none. */
export function cycledMark(mark: Mark | undefined, known: readonly Mark[]): Mark | undefined {
  const walk = known.filter((each): each is Exclude<Mark, 'met'> => each !== 'met');
  return walk[mark === undefined || mark === 'met' ? 0 : walk.indexOf(mark) + 1];
}
