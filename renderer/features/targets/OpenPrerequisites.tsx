import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import type { Lifts } from './ground.ts';
import { openPrerequisites } from './open-prerequisites.ts';

interface OpenPrerequisitesProps {
  /** Clauses that are simulated as lifted. */
  readonly lifts?: Lifts;
  /** Said as a warning, beside a target that is reached. */
  readonly isWarning?: boolean;
  /** Said when all are judged. */
  readonly otherwise?: string;
}

/** “前置要求还有 22 条未判定”: a click lists the prerequisites and goes to the first of them. */
export function OpenPrerequisites({ lifts, isWarning = true, otherwise = '' }: OpenPrerequisitesProps) {
  const { app, round, checklist } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const states = useStore(round, (state) => state.states);
  const open = useMemo(() => openPrerequisites(clauses ?? [], states, lifts), [clauses, states, lifts]);
  const [first] = open;
  if (!first) return otherwise;
  return (
    <Button
      tone="link"
      className={`open-prerequisites${isWarning ? ' open-prerequisites-warn' : ''}`}
      title="前置要求未判定时，达标结论还不作数：有一条违反即一票否决。点击去判定"
      onClick={() => {
        app.getState().show({ kind: 'round', page: 'checklist' });
        checklist.getState().setFilter({ kind: 'method', method: 'prerequisite' });
        checklist.getState().showClause(first.id);
      }}
      data-testid="open-prerequisites"
    >
      前置要求还有 {open.length} 条未判定
    </Button>
  );
}
