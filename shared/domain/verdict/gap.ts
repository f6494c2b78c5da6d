import { isAtLeast, type Grade } from '../grade/grade.ts';
import { pointsToMeet, type JudgedPoint } from '../grade/suggest-grade.ts';
import type { ProportionRule, Tier } from '../standard/standard.ts';

/** A graded clause with what a lift would cost. Given in the order of the standard. */
export interface LiftableClause {
  readonly code: string;
  readonly chapter: string;
  readonly core: boolean;
  readonly grade: Grade | undefined;
  readonly points: readonly JudgedPoint[];
}

/** A clause that would help a failing rule, and how many of its points are still to be met for that. */
export interface GapEntry<C extends LiftableClause = LiftableClause> {
  readonly clause: C;
  readonly wanted: Exclude<Grade, 'E'>;
  readonly pointsToMeet: number;
}

/** Whether a clause stands in a rule's scope. */
export function isInScope(clause: { readonly chapter: string; readonly core: boolean }, scope: string): boolean {
  if (scope === 'all') return true;
  return scope === 'core' ? clause.core : scope === `chapter:${clause.chapter}`;
}

/** Whether lifting this clause would bring the rule nearer: in scope, applicable, and below the wanted grade. */
export function isShortOf(
  clause: Pick<LiftableClause, 'chapter' | 'core' | 'grade'>,
  rule: Pick<ProportionRule, 'scope' | 'grade'>,
): boolean {
  if (!isInScope(clause, rule.scope) || clause.grade === 'E') return false;
  return clause.grade === undefined || !isAtLeast(clause.grade, rule.grade);
}

/** The clauses cheapest to lift for one rule: core first, then fewest points to meet, then the order of the standard. */
export function cheapestLifts<C extends LiftableClause>(
  rule: Pick<ProportionRule, 'scope' | 'grade'>,
  clauses: readonly C[],
): readonly GapEntry<C>[] {
  return clauses
    .filter((clause) => isShortOf(clause, rule))
    .map((clause) => ({
      clause,
      wanted: rule.grade,
      pointsToMeet: rule.grade === 'D' ? 0 : pointsToMeet(clause.points, rule.grade satisfies Tier),
    }))
    .toSorted(
      (left, right) => Number(right.clause.core) - Number(left.clause.core) || left.pointsToMeet - right.pointsToMeet,
    );
}

/**
 * The gap of a verdict: for each failing rule, in the rules' order, the clauses that would close it. A clause that
 * serves several rules is listed once per wanted grade.
 */
export function gapOf<C extends LiftableClause>(
  failing: readonly Pick<ProportionRule, 'scope' | 'grade'>[],
  clauses: readonly C[],
): readonly GapEntry<C>[] {
  const seen = new Set<string>();
  return failing.flatMap((rule) =>
    cheapestLifts(rule, clauses).filter((entry) => {
      const key = `${entry.clause.code} ${entry.wanted}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}
