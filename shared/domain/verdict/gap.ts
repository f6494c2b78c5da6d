import { isAtLeast, type Grade } from '../grade/grade.ts';
import { pointsToMeet, type JudgedPoint } from '../grade/suggest-grade.ts';
import { compare, multiply, type Rational } from '../number/rational.ts';
import { pointsToScore } from '../points/propose-score.ts';
import { isExempt, passes, yesAtRateOf, type ClauseResult } from '../result/clause-result.ts';
import type { Rule, Scope, Scoring, Standard } from '../standard/standard.ts';

/** A clause with what a lift would cost. Given in the order of the standard. */
export interface LiftableClause {
  readonly code: string;
  readonly chapter: string;
  readonly core: boolean;
  readonly result: ClauseResult;
  readonly points: readonly JudgedPoint[];
}

/** To what a clause must be lifted: a grade, passing (`yes`), or its full score. */
export type Wanted = Exclude<Grade, 'E'> | 'yes' | 'full';

/** A clause that would help a failing rule, and how many of its points are still to be met for that. */
export interface GapEntry<C extends LiftableClause = LiftableClause> {
  readonly clause: C;
  readonly wanted: Wanted;
  readonly pointsToMeet: number;
}

/** What of a standard decides which clauses a rule looks at. */
export interface GapRules {
  readonly scopes: readonly Scope[];
  readonly yesAtRate: Rational;
  readonly scoring: Scoring | undefined;
}

export const gapRulesOf = (standard: Pick<Standard, 'scopes' | 'yesAtRate' | 'scoring'>): GapRules => ({
  scopes: standard.scopes,
  yesAtRate: yesAtRateOf(standard),
  scoring: standard.scoring,
});

type Placed = Pick<LiftableClause, 'chapter' | 'core' | 'result'>;

/** Whether a clause stands in a rule's scope. */
export function isInScope(
  clause: { readonly chapter: string; readonly core: boolean },
  scope: string,
  scopes: readonly Scope[],
): boolean {
  if (scope === 'all' || scope === 'total') return true;
  if (scope === 'core') return clause.core;
  if (scope.startsWith('chapter:')) return scope === `chapter:${clause.chapter}`;
  return scopes.some(({ id, chapters }) => id === scope && chapters.includes(clause.chapter));
}

const nextGrade: Readonly<Partial<Record<Grade, 'C' | 'B' | 'A'>>> = { D: 'C', C: 'B', B: 'A' };

/** To what lifting this clause would bring the rule nearer; undefined when it would not. */
export function wantedFor(
  clause: Placed,
  rule: Pick<Rule, 'kind' | 'scope'> & { readonly grade?: Exclude<Grade, 'E'> },
  rules: GapRules,
): Wanted | undefined {
  const { scopes, yesAtRate } = rules;
  const { result } = clause;
  if (!isInScope(clause, rule.scope, scopes) || isExempt(result)) return undefined;
  if (rule.kind === 'grade') {
    if (result.method !== 'graded' || rule.grade === undefined) return undefined;
    return result.grade === undefined || !isAtLeast(result.grade, rule.grade) ? rule.grade : undefined;
  }
  if (rule.kind === 'passing') {
    return result.method !== 'graded' && passes(result, yesAtRate) !== 'pass' ? 'yes' : undefined;
  }
  return earnsIn(clause, rule.scope, rules) ? wantedForScore(result, yesAtRate) : undefined;
}

/** Whether the clause can earn any of the score: in a weighted part that the score is made of, or by points. */
function earnsIn(clause: Placed, scope: string, { scopes, scoring }: GapRules): boolean {
  if (!scoring) return clause.result.method === 'points';
  return scoring.parts.some(
    (part) => (scope === 'total' || part.scope === scope) && isInScope(clause, part.scope, scopes),
  );
}

function wantedForScore(result: ClauseResult, yesAtRate: Rational): Wanted | undefined {
  switch (result.method) {
    case 'graded':
      return result.grade === undefined ? 'C' : nextGrade[result.grade];
    case 'points':
      return result.score === undefined || compare(result.score, result.full) < 0 ? 'full' : undefined;
    case 'checklist':
    case 'prerequisite':
    case 'indicator':
      return passes(result, yesAtRate) === 'pass' ? undefined : 'yes';
  }
}

/** How many points are still to be met until the clause is as wanted; an indicator takes one figure. */
export function costOf(
  { result, points }: Pick<LiftableClause, 'result' | 'points'>,
  wanted: Wanted,
  yesAtRate: Rational,
): number {
  switch (result.method) {
    case 'graded':
      return wanted === 'D' || wanted === 'yes' || wanted === 'full' ? 0 : pointsToMeet(points, wanted);
    case 'points': {
      const aim = wanted === 'full' ? result.full : multiply(result.full, yesAtRate);
      return pointsToScore(
        points.map(({ mark }) => mark),
        result.full,
        aim,
      );
    }
    case 'checklist':
    case 'prerequisite':
      return points.filter(({ mark }) => mark !== 'met' && mark !== 'n/a').length;
    case 'indicator':
      return 1;
  }
}

/** The clauses cheapest to lift for one rule: core first, then fewest points to meet, then the order of the standard. */
export function cheapestLifts<C extends LiftableClause>(
  rule: Pick<Rule, 'kind' | 'scope'> & { readonly grade?: Exclude<Grade, 'E'> },
  clauses: readonly C[],
  rules: GapRules,
): readonly GapEntry<C>[] {
  return clauses
    .flatMap((clause) => {
      const wanted = wantedFor(clause, rule, rules);
      return wanted ? [{ clause, wanted, pointsToMeet: costOf(clause, wanted, rules.yesAtRate) }] : [];
    })
    .toSorted(
      (left, right) => Number(right.clause.core) - Number(left.clause.core) || left.pointsToMeet - right.pointsToMeet,
    );
}

/**
 * The gap of a verdict: for each failing rule, in the rules' order, the clauses that would close it. A clause that
 * serves several rules is listed once for each thing wanted of it.
 */
export function gapOf<C extends LiftableClause>(
  failing: readonly Rule[],
  clauses: readonly C[],
  rules: GapRules,
): readonly GapEntry<C>[] {
  const seen = new Set<string>();
  return failing.flatMap((rule) =>
    cheapestLifts(rule, clauses, rules).filter((entry) => {
      const key = `${entry.clause.code} ${entry.wanted}`;
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    }),
  );
}
