import { isCounted } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { cheapestLifts } from '../../../shared/domain/verdict/gap.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { ClauseStates } from '../../app/round-store.ts';

const shown = 5;

/** “最容易提升：3.6.3（差 1 个要点）…” for a rule that does not hold. */
export function liftSummary(rule: RuleResult, clauses: readonly Clause[], states: ClauseStates): string | undefined {
  if (rule.holds) return undefined;
  const liftable = clauses.filter(isCounted).flatMap((clause) => {
    const state = states.get(clause.id);
    if (!state) return [];
    const { grade, judged } = factsOf(clause, state);
    return [{ code: clause.code, chapter: clause.chapter, core: clause.core, grade, points: judged }];
  });
  const lifts = cheapestLifts(rule, liftable)
    .slice(0, shown)
    .map(({ clause, pointsToMeet }) => `${clause.code}${clause.core ? '★' : ''}（差 ${pointsToMeet} 个要点）`);
  return lifts.length > 0 ? `最容易提升：${lifts.join('、')}` : undefined;
}
