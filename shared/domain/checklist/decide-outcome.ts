import type { Mark } from '../grade/grade.ts';

/** pass 通过, fail 不通过, n/a 不适用; undefined is unscored 未评. */
export type Outcome = 'pass' | 'fail' | 'n/a' | undefined;

/** A checklist clause passes when every applicable point is met; while a point has no mark it is unscored. */
export function checklistOutcome(marks: readonly (Mark | undefined)[]): Exclude<Outcome, 'n/a'> {
  if (marks.length === 0 || marks.includes(undefined)) return undefined;
  return marks.every((mark) => mark === 'met' || mark === 'n/a') ? 'pass' : 'fail';
}

/**
 * A prerequisite 前置要求 is clear (pass) when every applicable point is met, violated (fail) as soon as one is not,
 * whatever is still unmarked: one violation is enough for the veto.
 */
export function prerequisiteOutcome(marks: readonly (Mark | undefined)[]): Exclude<Outcome, 'n/a'> {
  if (marks.some((mark) => mark === 'unmet' || mark === 'partial')) return 'fail';
  return marks.length === 0 || marks.includes(undefined) ? undefined : 'pass';
}
