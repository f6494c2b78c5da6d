import type { ClauseId, PointId } from '../../../shared/domain/id.ts';
import type { Clause, PointTier } from '../../../shared/domain/standard/standard.ts';

/** A clause of an edition; its points are numbered from 0 under its id. */
export function clauseOf(
  id: string,
  given: Partial<Omit<Clause, 'points'>> & { points?: readonly { tier: PointTier; text: string }[] },
): Clause {
  return {
    id: id as ClauseId,
    code: '1.1',
    title: '条款',
    method: 'graded',
    core: false,
    optional: false,
    chapter: '1',
    section: '1',
    counts: true,
    suggestedEvidence: [],
    checks: [],
    departments: [],
    genericTiers: [],
    deductions: [],
    ...given,
    points: (given.points ?? []).map((entry, at) => ({ ...entry, id: `${id}/${at}` as PointId })),
  };
}
