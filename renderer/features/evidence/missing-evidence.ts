import { missingSuggestions } from '../../../shared/domain/evidence/match-suggested.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { ClauseStates } from '../../app/round-store.ts';

/** A clause for which suggested evidence seems to be missing still. */
export interface MissingEvidence {
  readonly clause: Clause;
  /** Who answers for it: assigned in this round, else as the standard suggests; empty when neither says. */
  readonly departments: readonly string[];
  readonly suggestions: readonly string[];
}

/** In the order of the standard. What does not apply needs no evidence. */
export function missingEvidence(clauses: readonly Clause[], states: ClauseStates): readonly MissingEvidence[] {
  return clauses.flatMap((clause) => {
    const state = states.get(clause.id);
    if (!state || factsOf(clause, state).exempt) return [];
    const titles = state.evidence.map(({ title }) => title);
    const suggestions = missingSuggestions(clause.suggestedEvidence, titles);
    if (suggestions.length === 0) return [];
    return [{ clause, departments: state.leadDepartment ? [state.leadDepartment] : clause.departments, suggestions }];
  });
}

/** The departments of a list, those with most clauses first. */
export function departmentsIn(missing: readonly MissingEvidence[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const name of missing.flatMap(({ departments }) => departments)) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].toSorted(([, left], [, right]) => right - left).map(([name]) => name);
}
