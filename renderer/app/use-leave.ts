import { useStore } from 'zustand';
import type { Screen } from './app-store.ts';
import { useServices } from './services.ts';

/** Back from a piece of work on standards: to the library, in the frame of the round when one is open. */
export function useLeave(): { readonly back: string; readonly leave: () => void } {
  const { app, round } = useServices();
  const hasRound = useStore(round, ({ open }) => open !== undefined);
  const screen: Screen = hasRound ? { kind: 'round', page: 'library' } : { kind: 'library' };
  return { back: '标准库', leave: () => app.getState().show(screen) };
}
