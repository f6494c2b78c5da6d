import { useServices } from './services.ts';

/** Renames the current round; tabs, header and menu follow at once. */
export function useRename() {
  const { api, app, round } = useServices();
  return async (title: string): Promise<void> => {
    const roundId = round.getState().open?.round.id;
    if (roundId === undefined) return;
    const renamed = await api['round.rename']({ roundId, title });
    round.setState(({ open }) => (open?.round.id === roundId ? { open: { ...open, round: renamed } } : {}));
    app.setState(({ rounds }) => ({ rounds: rounds.map((each) => (each.id === roundId ? renamed : each)) }));
  };
}
