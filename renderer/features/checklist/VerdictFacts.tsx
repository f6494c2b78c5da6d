import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { useServices } from '../../app/services.ts';
import { matchesFilter, type ClauseFilter } from './clause-filter.ts';
import { progressOf } from './outline.ts';

/** A rule shows the total already. */
const isOfTotal = ({ kind, scope }: RuleResult) => kind === 'score' && scope === 'total';

/** How far the scoring has come; each figure filters the list. */
export function VerdictFacts() {
  const { round, checklist, app } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const total = useStore(round, ({ verdict }) => (verdict.rules.some(isOfTotal) ? undefined : verdict.total));
  const states = useStore(round, (state) => state.states);
  const progress = useMemo(() => progressOf(clauses ?? [], states), [clauses, states]);
  const bare = useMemo(
    () =>
      (clauses ?? []).filter((clause) => {
        const state = states.get(clause.id);
        return state && matchesFilter(clause, state, { kind: 'no-evidence' });
      }).length,
    [clauses, states],
  );
  const choose = (filter: ClauseFilter) => {
    app.getState().show({ kind: 'round', page: 'checklist' });
    checklist.getState().setFilter(filter);
  };
  return (
    <div className="facts">
      {total && (
        <span title={`总分 ${total.score}，满分 ${total.full}`} data-testid="fact-total">
          <b>{total.score}</b>/{total.full} 总分
        </span>
      )}
      <button type="button" title="看未评的条款" onClick={() => choose({ kind: 'unscored' })} data-testid="fact-scored">
        <b>{progress.scored}</b>/{progress.total} 已评
      </button>
      <button type="button" title="看没有佐证的条款" onClick={() => choose({ kind: 'no-evidence' })}>
        <b>{bare}</b>无佐证
      </button>
    </div>
  );
}
