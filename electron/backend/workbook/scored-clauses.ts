import type { RoundView } from '../../../shared/contract/round.ts';
import type { Outcome } from '../../../shared/domain/checklist/decide-outcome.ts';
import { resultOf, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { blankState, isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause, Method } from '../../../shared/domain/standard/standard.ts';

/** A clause of the standard with what the round says about it. */
export interface ScoredClause {
  readonly clause: Clause;
  readonly state: ClauseState;
  readonly result: ClauseResult;
  readonly chapterTitle: string;
  readonly sectionTitle: string;
  /** Stands in the target's rules. */
  readonly counted: boolean;
}

type ResultBy<M extends Method> = M extends 'checklist' | 'prerequisite'
  ? { readonly method: M; readonly outcome: Outcome }
  : Extract<ClauseResult, { readonly method: M }>;

/** A clause of these scoring methods. */
export type ScoredBy<M extends Method> = ScoredClause & { readonly result: ResultBy<M> };

/** All clauses of a round in the order of the standard, joined with their states and results. */
export function scoredClauses(view: Pick<RoundView, 'standard' | 'states'>): readonly ScoredClause[] {
  const states = new Map(view.states.map((state) => [state.clauseId, state]));
  return view.standard.chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) =>
      section.clauses.map((clause): ScoredClause => {
        const state = states.get(clause.id) ?? blankState(clause.id);
        return {
          clause,
          state,
          result: resultOf(clause, state),
          chapterTitle: `${chapter.code} ${chapter.title}`,
          sectionTitle: `${section.code} ${section.title}`,
          counted: isCounted(clause),
        };
      }),
    ),
  );
}

/** The clauses of some scoring methods, in the order of the standard. */
export const scoredBy = <M extends Method>(
  clauses: readonly ScoredClause[],
  ...methods: readonly M[]
): readonly ScoredBy<M>[] =>
  clauses.filter((scored): scored is ScoredBy<M> => (methods as readonly Method[]).includes(scored.clause.method));
