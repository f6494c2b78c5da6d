import type { EvidenceId } from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import type { ClauseStates } from '../../app/round-store.ts';

export interface RegisteredEvidence {
  readonly evidence: Evidence;
  /** The clauses of this round that it proves, in the order of the standard. */
  readonly clauses: readonly Clause[];
}

/** Every evidence of the round once, in the order in which the standard first asks for it. */
export function evidenceRegister(clauses: readonly Clause[], states: ClauseStates): readonly RegisteredEvidence[] {
  const found = new Map<EvidenceId, { evidence: Evidence; clauses: Clause[] }>();
  for (const clause of clauses) {
    for (const evidence of states.get(clause.id)?.evidence ?? []) {
      const entry = found.get(evidence.id);
      if (entry) entry.clauses.push(clause);
      else found.set(evidence.id, { evidence, clauses: [clause] });
    }
  }
  return [...found.values()];
}
