import { useEffect } from 'react';
import { isForInputMethod } from '../../ui/key-press.ts';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { hasLocalEdits, isTyping, watchEdits } from '../checklist/typing.ts';
import { focusNextPane } from './focus-pane.ts';
import { useImport } from './import-context.ts';
import { useProblems } from './use-problems.ts';

/** F6 through the panes, F8 or N and P through the problems, Ctrl+Z and Ctrl+Y through the corrections. */
export function useCheckKeys() {
  const { work } = useImport();
  const { step } = useProblems();
  usePageKeys((event) => {
    const act = isForInputMethod(event) ? undefined : actionOf(event);
    if (act === undefined) return;
    event.preventDefault();
    if (act === 'undo') work.getState().undo();
    else if (act === 'redo') work.getState().redo();
    else if (act === 'pane' || act === 'pane-back') focusNextPane(act === 'pane' ? 1 : -1);
    else step(act === 'next' ? 1 : -1);
  });
  useEffect(() => watchEdits(window), []);
}

function actionOf(event: KeyboardEvent) {
  const { key, shiftKey, target } = event;
  const letter = key.toLowerCase();
  if (event.ctrlKey || event.metaKey) {
    if (isTyping(target) && hasLocalEdits(target)) return undefined;
    if (letter === 'y' || (letter === 'z' && shiftKey)) return 'redo';
    return letter === 'z' ? 'undo' : undefined;
  }
  if (event.altKey) return undefined;
  if (key === 'F6') return shiftKey ? 'pane-back' : 'pane';
  if (key === 'F8') return shiftKey ? 'previous' : 'next';
  if (isTyping(target) || target instanceof HTMLSelectElement) return undefined;
  return letter === 'n' ? 'next' : letter === 'p' ? 'previous' : undefined;
}
