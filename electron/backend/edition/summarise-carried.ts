import type { CarriedResults } from '../../../shared/contract/edition.ts';
import { hasMore, type CarriedClause } from '../../../shared/domain/edition/carry-over.ts';

/** What comes along to one clause, and what does not; nothing where there were no results. */
export function summariseCarried({ clause, state, planned, left }: CarriedClause): readonly CarriedResults[] {
  const { marks: marksLeft, ...others } = left;
  const marks = Object.keys(state.marks).length;
  const evidence = state.evidence.length;
  const results: CarriedResults = {
    code: clause.code,
    marks,
    marksLeft,
    evidence,
    hasMore: hasMore({ state, planned }),
    moreLeft: Object.values(others).some(Boolean),
  };
  const isBlank = marks + marksLeft + evidence === 0 && !results.hasMore && !results.moreLeft;
  return isBlank ? [] : [results];
}
