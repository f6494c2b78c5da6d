import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { ClauseStates } from '../../app/round-store.ts';
import { noLifts, type Lifts } from './ground.ts';

/**
 * Prerequisites without a result, in the order of the standard; those that are lifted count as judged. They do not stop
 * a target, so whoever reads that it is reached must be told of them.
 */
export const openPrerequisites = (
  clauses: readonly Clause[],
  states: ClauseStates,
  lifts: Lifts = noLifts,
): readonly Clause[] =>
  clauses.filter((clause) => {
    const state = states.get(clause.id);
    return clause.method === 'prerequisite' && state && !lifts.has(clause.id) && !factsOf(clause, state).scored;
  });
