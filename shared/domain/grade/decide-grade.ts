import { isAtLeast, type Grade } from './grade.ts';
import { suggestGrade, type JudgedPoint } from './suggest-grade.ts';

export interface GradedInput {
  readonly optional: boolean;
  readonly points: readonly JudgedPoint[];
  /** The grade set by hand, if any; it stands until it is taken back. */
  readonly ownGrade: Grade | undefined;
  readonly reason: string;
}

export interface ClauseGrade {
  /** The clause's result; undefined means unscored 未评. */
  readonly grade: Grade | undefined;
  readonly suggested: Exclude<Grade, 'E'> | undefined;
  /** Set by hand above what the points suggest: shown and exported with its reason. */
  readonly raised: boolean;
  /** Set by hand, but above what the points say by now and without a reason: it counts again once either changes. */
  readonly unexplained?: Grade | undefined;
}

/**
 * The grade that counts: the one set by hand, otherwise the suggestion. One above the suggestion counts only with a
 * written reason (product.md section 5), also where the points changed after it was set.
 */
export function decideGrade({ points, ownGrade, reason }: Omit<GradedInput, 'optional'>): ClauseGrade {
  const suggested = suggestGrade(points).grade;
  const raised = ownGrade !== undefined && points.length > 0 && isRaised(ownGrade, suggested);
  if (raised && reason.trim() === '') return { grade: suggested, suggested, raised: false, unexplained: ownGrade };
  return { grade: ownGrade ?? suggested, suggested, raised };
}

/** Above the suggestion; a clause without a suggestion counts as suggested D, so that C, B and A want a reason. */
export function isRaised(grade: Grade, suggested: Exclude<Grade, 'E'> | undefined): boolean {
  return grade !== 'E' && grade !== (suggested ?? 'D') && isAtLeast(grade, suggested ?? 'D');
}

export type GradeRefusal = 'not-optional' | 'reason-missing';

/** Whether a scorer may set this grade: E only on optional clauses, a raised grade only with a reason. */
export function refuseGrade(input: GradedInput): GradeRefusal | undefined {
  if (input.ownGrade === undefined) return undefined;
  if (input.ownGrade === 'E') return input.optional ? undefined : 'not-optional';
  const hasPoints = input.points.length > 0;
  const raised = hasPoints && isRaised(input.ownGrade, suggestGrade(input.points).grade);
  return raised && input.reason.trim() === '' ? 'reason-missing' : undefined;
}
