import { useEffect } from 'react';
import { focusOn } from '../features/checklist/focus-targets.ts';
import { isTyping } from '../features/checklist/typing.ts';
import { roundKey, tabByKey, tabsOf } from './round-tabs.ts';
import { useServices, type Services } from './services.ts';

/** Keys that work on every page of a round: from round to round, T to the targets and back, Ctrl+F to the search. */
export function useRoundKeys() {
  const services = useServices();
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || document.querySelector('[role=dialog], [role=menu]')) return;
      if (obey(event, services)) event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [services]);
}

function obey(event: KeyboardEvent, { app, round, notes }: Services): boolean {
  const key = roundKey(event);
  if (key) {
    const store = app.getState();
    const { rounds, opening } = store;
    const current = opening ?? round.getState().open?.round.id;
    const tab = tabByKey(tabsOf(rounds, current), current, key);
    if (tab && tab.id !== current) void store.switchRound(tab.id);
    return true;
  }
  const { screen } = app.getState();
  const hasControl = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  // The library searches all standards instead.
  const isLibrary = screen.kind === 'round' && screen.page === 'library';
  if (hasControl && event.key.toLowerCase() === 'f' && !isLibrary) return focusOn('search');
  const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
  if (!isPlain || event.code !== 'KeyT' || isTyping(event.target) || event.target instanceof HTMLSelectElement) {
    return false;
  }
  if (event.repeat) return true;
  const isThere = screen.kind === 'round' && screen.page === 'targets';
  void notes.getState().flush();
  app.getState().show({ kind: 'round', page: isThere ? 'checklist' : 'targets' });
  return true;
}
