import type { CarriedResults, OwnResult } from '../../../shared/contract/edition.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { hasMore, type CarriedClause } from '../../../shared/domain/edition/carry-over.ts';

/** What comes along to one clause, and what does not; nothing where there were no results. */
export function summariseCarried({ clause, state, planned, left }: CarriedClause): readonly CarriedResults[] {
  const marks = Object.keys(state.marks).length;
  const evidence = state.evidence.length;
  const results: CarriedResults = {
    code: clause.code,
    marks,
    marksLeft: left.marks,
    evidence,
    own: ownOf(state),
    hasMore: hasMore({ state, planned }),
    ownLeft: left.grade || left.score,
    moreLeft: left.figures > 0 || left.ownTarget || left.plan,
  };
  const isLeft = left.marks > 0 || results.ownLeft || results.moreLeft;
  const isBlank = marks + evidence === 0 && Object.keys(results.own).length === 0 && !results.hasMore && !isLeft;
  return isBlank ? [] : [results];
}

export const ownOf = ({ ownGrade, ownScore }: ClauseState): OwnResult => ({
  ...(ownGrade !== undefined && { grade: ownGrade }),
  ...(ownScore !== undefined && { score: ownScore }),
});
