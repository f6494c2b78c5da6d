import { isScored, yesAtRateOf, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import { tallyClauses, type Tally } from '../../../shared/domain/verdict/tally.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { ScoreRow } from './score-plan.ts';
import type { Side } from './summary-frame.ts';

/** The results at export on both sides; of reviewers there are none yet. */
export interface SideResults {
  readonly tallies: Readonly<Record<Side, Tally>>;
  /** Counted clauses of a score's scope without a result: of those with points where the score is made of points. */
  open(scored: Pick<ScoreRow, 'scope' | 'parts'>, side: Side): number;
}

export function sideResults(standard: Standard, clauses: readonly ScoredClause[]): SideResults {
  const counted = clauses.filter((scored) => scored.counted);
  const rules = { scopes: standard.scopes, yesAtRate: yesAtRateOf(standard) };
  const by = (resultOf: (scored: ScoredClause) => ClauseResult) =>
    counted.map((scored) => ({
      chapter: scored.clause.chapter,
      core: scored.clause.core,
      result: resultOf(scored),
    }));
  const sides = { own: by(({ result }) => result), theirs: by(({ result }) => withoutResult(result)) };
  const partScopes = standard.scoring?.parts.map((part) => part.scope) ?? [];
  /** A weighted total looks at its parts' clauses only. */
  const isInPlay = (clause: (typeof sides)[Side][number], scope: string, parts: readonly number[]): boolean =>
    parts.length === 0
      ? clause.result.method === 'points' && isInScope(clause, scope, standard.scopes)
      : parts.some((index) => isInScope(clause, partScopes[index] ?? '', standard.scopes));
  return {
    tallies: { own: tallyClauses(sides.own, rules), theirs: tallyClauses(sides.theirs, rules) },
    open: ({ scope, parts }, side) =>
      sides[side].filter((clause) => isInPlay(clause, scope.name, parts) && !isScored(clause.result)).length,
  };
}

/** As if nobody had looked at the clause: it stands in every denominator and in no numerator. */
function withoutResult(result: ClauseResult): ClauseResult {
  switch (result.method) {
    case 'graded':
      return { ...result, grade: undefined, raised: false };
    case 'checklist':
    case 'prerequisite':
      return { ...result, outcome: undefined };
    case 'points':
      return { ...result, exempt: false, score: undefined, adjusted: false };
    case 'indicator':
      return { ...result, exempt: false, status: 'missing', improved: false };
  }
}
