import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { groundOf, type Ground, type Round } from './ground.ts';

export interface OpenGround {
  readonly round: Round;
  readonly ground: Ground;
}

/** The open round as rules see it, counted anew when a clause changes. */
export function useGround(): OpenGround | undefined {
  const { round } = useServices();
  const open = useStore(round, (state) => state.open);
  const states = useStore(round, (state) => state.states);
  return useMemo(() => {
    if (!open) return undefined;
    const seen: Round = { standard: open.standard, clauses: open.clauses, states };
    return { round: seen, ground: groundOf(seen) };
  }, [open, states]);
}
