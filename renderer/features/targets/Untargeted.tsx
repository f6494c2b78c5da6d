import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { matchesFilter } from '../checklist/clause-filter.ts';

/** “指标有 640 条未设目标”: figures bring such a clause nothing, so the list of them is a click away. */
export function Untargeted() {
  const { app, round, checklist } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const states = useStore(round, (state) => state.states);
  const untargeted = useMemo(
    () =>
      (clauses ?? []).filter((clause) => {
        const state = states.get(clause.id);
        return clause.counts && state && matchesFilter(clause, state, { kind: 'no-target' });
      }),
    [clauses, states],
  );
  const [first] = untargeted;
  if (!first) return null;
  return (
    <p className="untargeted" data-testid="untargeted">
      指标有 {untargeted.length} 条未设目标，填了数据也不算达标，只按“有改进”或“无改进”折算。
      <Button
        tone="link"
        onClick={() => {
          app.getState().show({ kind: 'round', page: 'checklist' });
          checklist.getState().setFilter({ kind: 'no-target' });
          checklist.getState().showClause(first.id);
        }}
      >
        去设目标
      </Button>
    </p>
  );
}
