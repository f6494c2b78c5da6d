import type { RoundView } from '../../../shared/contract/round.ts';
import { gradeOf, isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';

/** A clause of the standard with what the round says about it. */
export interface ScoredClause {
  readonly clause: Clause;
  readonly state: ClauseState | undefined;
  readonly chapterTitle: string;
  readonly sectionTitle: string;
  /** Undefined: unscored, or a clause that has no grades. */
  readonly grade: Grade | undefined;
  readonly raised: boolean;
  /** Stands in the target's proportions. */
  readonly counted: boolean;
}

/** All clauses of a round in the order of the standard, joined with their states and grades. */
export function scoredClauses(view: Pick<RoundView, 'standard' | 'states'>): readonly ScoredClause[] {
  const states = new Map(view.states.map((state) => [state.clauseId, state]));
  return view.standard.chapters.flatMap((chapter) =>
    chapter.sections.flatMap((section) =>
      section.clauses.map((clause): ScoredClause => {
        const state = states.get(clause.id);
        const graded = clause.method === 'graded' && state !== undefined ? gradeOf(clause, state) : undefined;
        return {
          clause,
          state,
          chapterTitle: `${chapter.code} ${chapter.title}`,
          sectionTitle: `${section.code} ${section.title}`,
          grade: graded?.grade,
          raised: graded?.raised ?? false,
          counted: isCounted(clause),
        };
      }),
    ),
  );
}
