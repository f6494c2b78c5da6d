import { useEffect } from 'react';
import { useServices } from '../../app/services.ts';
import { hasLocalEdits, isTyping, watchEdits } from '../checklist/typing.ts';

/** Undo and redo as on the checklist, and Esc back to it. */
export function useTargetsKeys() {
  const { app, round } = useServices();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role=dialog], [role=menu]')) return;
      const letter = event.key.toLowerCase();
      if (event.key === 'Escape') {
        if (isTyping(event.target)) event.target.blur();
        else app.getState().show({ kind: 'round', page: 'checklist' });
        return;
      }
      if (!event.ctrlKey && !event.metaKey) {
        if (/^[?？]$/.test(event.key) && !isTyping(event.target)) app.getState().openDialog('keys');
        return;
      }
      if (hasLocalEdits(event.target)) return;
      if (letter === 'y' || (letter === 'z' && event.shiftKey)) void round.getState().redo();
      else if (letter === 'z') void round.getState().undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    const stopWatching = watchEdits(window);
    return () => {
      window.removeEventListener('keydown', press);
      stopWatching();
    };
  }, [app, round]);
}
