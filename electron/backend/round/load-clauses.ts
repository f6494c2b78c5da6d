import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { blankState, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import type { EvidenceRepo } from '../evidence/evidence-repo.ts';
import type { RoundRepo, StoredRound, StoredState } from './round-repo.ts';

/** Everything that was put into the clauses of a round; those that nobody touched are blank. */
export function loadStates(
  stored: StoredRound,
  clauses: readonly Clause[],
  kept: readonly StoredState[],
  stores: { readonly rounds: RoundRepo; readonly evidence: EvidenceRepo },
): Map<ClauseId, ClauseState> {
  const states = new Map(kept.map((state) => [state.clauseId, state]));
  const marks = stores.rounds.marks(stored.id);
  const figures = stores.rounds.figures(stored.id);
  const evidence = loadEvidence(stored, stores.evidence);
  return new Map(
    clauses.map((clause) => {
      const own = states.get(clause.id);
      const marked = clause.points.flatMap((point) => {
        const mark = marks.get(point.id);
        return mark === undefined ? [] : [[point.id, mark] as const];
      });
      return [
        clause.id,
        {
          ...blankState(clause.id),
          marks: Object.fromEntries(marked),
          ownGrade: own?.ownGrade,
          ownScore: own?.ownScore,
          figures: figures.get(clause.id) ?? [],
          ownTarget: own?.ownTarget,
          reason: own?.reason ?? '',
          note: own?.note ?? '',
          status: own?.status ?? 'draft',
          leadDepartment: own?.leadDepartment ?? '',
          evidence: evidence.get(clause.id) ?? [],
        },
      ];
    }),
  );
}

/** Evidence by clause, in its order; of all clauses or of `only` these. */
export function loadEvidence(
  stored: StoredRound,
  repo: EvidenceRepo,
  only?: ReadonlySet<ClauseId>,
): ReadonlyMap<ClauseId, readonly Evidence[]> {
  const uses = repo.usesOfRound(stored.id, stored.standardId).filter((use) => !only || only.has(use.clause_id));
  const evidence = repo.load([...new Set(uses.map((use) => use.evidence_id))]);
  const lists = new Map<ClauseId, Evidence[]>();
  for (const use of uses) {
    const entry = evidence.get(use.evidence_id);
    if (!entry) throw new Error(`evidence ${use.evidence_id} is used but missing`);
    lists.set(use.clause_id, [...(lists.get(use.clause_id) ?? []), entry]);
  }
  return lists;
}
