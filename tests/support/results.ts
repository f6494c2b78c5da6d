import type { Outcome } from '../../shared/domain/checklist/decide-outcome.ts';
import type { Grade } from '../../shared/domain/grade/grade.ts';
import type { IndicatorReading } from '../../shared/domain/indicator/read-indicator.ts';
import { exactly } from '../../shared/domain/number/rational.ts';
import type { ClauseResult } from '../../shared/domain/result/clause-result.ts';
import type { CountedClause } from '../../shared/domain/verdict/tally.ts';

/** Results of clauses, said in as few words as a test needs. */

export const gradedAs = (grade: Grade | undefined): ClauseResult => ({
  method: 'graded',
  grade,
  suggested: undefined,
  raised: false,
});

export const checked = (outcome: Outcome, method: 'checklist' | 'prerequisite' = 'checklist'): ClauseResult => ({
  method,
  outcome,
});

/** A points clause; without a score it is unscored, `n/a` does not apply. */
export const scoredAs = (score: string | undefined, full: string): ClauseResult => ({
  method: 'points',
  exempt: score === 'n/a',
  full: exactly(full),
  proposal: undefined,
  score: score === undefined || score === 'n/a' ? undefined : exactly(score),
  adjusted: false,
});

export const measuredAs = (
  status: IndicatorReading['status'],
  how: { readonly improved?: boolean; readonly monitored?: boolean; readonly exempt?: boolean } = {},
): ClauseResult => ({
  method: 'indicator',
  exempt: how.exempt ?? false,
  monitored: how.monitored ?? false,
  status,
  improved: how.improved ?? false,
  series: [],
  latest: undefined,
  target: undefined,
});

export const inChapter = (
  result: ClauseResult,
  place: { readonly chapter?: string; readonly core?: boolean } = {},
): CountedClause => ({ chapter: '1', core: false, ...place, result });
