import type { Mark } from '../../shared/domain/grade/grade.ts';
import type { JudgedPoint } from '../../shared/domain/grade/suggest-grade.ts';
import type { PointTier } from '../../shared/domain/standard/standard.ts';

const point = (mark: Mark | undefined) => (tier: PointTier) => ({ tier, mark }) satisfies JudgedPoint;

export const met = point('met');
export const partial = point('partial');
export const unmet = point('unmet');
export const notApplicable = point('n/a');
export const unmarked = point(undefined);
