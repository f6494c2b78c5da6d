import type { Grade } from '../grade/grade.ts';
import { add, divide, isZero, negate, zero, type Rational } from '../number/rational.ts';
import { passes, type ClauseResult } from '../result/clause-result.ts';
import type { Scope } from '../standard/standard.ts';

/** What a verdict needs to know of one clause. */
export interface CountedClause {
  readonly chapter: string;
  readonly core: boolean;
  readonly result: ClauseResult;
}

/** How many clauses of one scope have each result, and what its points add up to. */
export interface ScopeTally {
  /** Graded clauses. */
  A: number;
  B: number;
  C: number;
  D: number;
  E: number;
  unscored: number;
  /** Clauses of all other methods, by whether they pass. */
  passed: number;
  failed: number;
  exempt: number;
  open: number;
  /** Indicators that apply, by what they are worth in a weighted part. */
  met: number;
  improved: number;
  worse: number;
  missing: number;
  monitored: number;
  /** Checklist clauses and prerequisites that apply, and those of them that pass. */
  checks: number;
  checksPassed: number;
  /** Points clauses that apply. */
  pointsClauses: number;
  earned: Rational;
  full: Rational;
  /** Of those with a score. */
  scoredFull: Rational;
  /** Σ score ÷ full score of each clause. */
  shares: Rational;
  /** Of all points clauses, also those that do not apply. */
  declared: Rational;
}

/** Counts by scope: `all`, `core`, each `chapter:<code>` and each named scope. Rules read it; one change moves it by one clause. */
export interface Tally {
  readonly scopes: ReadonlyMap<string, ScopeTally>;
  /** The names of the scopes in which each chapter stands. */
  readonly scopesOfChapter: ReadonlyMap<string, readonly string[]>;
  readonly yesAtRate: Rational;
}

/** What of a standard decides how its clauses are counted. */
export interface CountingRules {
  readonly scopes: readonly Scope[];
  readonly yesAtRate: Rational;
}

export const emptyScope = (): ScopeTally => ({
  A: 0,
  B: 0,
  C: 0,
  D: 0,
  E: 0,
  unscored: 0,
  passed: 0,
  failed: 0,
  exempt: 0,
  open: 0,
  met: 0,
  improved: 0,
  worse: 0,
  missing: 0,
  monitored: 0,
  checks: 0,
  checksPassed: 0,
  pointsClauses: 0,
  earned: zero,
  full: zero,
  scoredFull: zero,
  shares: zero,
  declared: zero,
});

/** Counts all clauses that stand in rules; leave out those of excluded chapters before. */
export function tallyClauses(clauses: Iterable<CountedClause>, { scopes, yesAtRate }: CountingRules): Tally {
  const byName = new Map<string, ScopeTally>([
    ['all', emptyScope()],
    ['core', emptyScope()],
    ...scopes.map(({ id }) => [id, emptyScope()] as const),
  ]);
  const scopesOfChapter = new Map<string, readonly string[]>();
  const tally = { scopes: byName, scopesOfChapter, yesAtRate };
  for (const clause of clauses) {
    const { chapter } = clause;
    if (!scopesOfChapter.has(chapter)) {
      const named = scopes.filter(({ chapters }) => chapters.includes(chapter)).map(({ id }) => id);
      scopesOfChapter.set(chapter, ['all', `chapter:${chapter}`, ...named]);
      byName.set(`chapter:${chapter}`, emptyScope());
    }
    count(tally, clause, clause.result, 1);
  }
  return tally;
}

/** Moves one clause from its result before to its result now, in place. Equal to counting everything again. */
export function moveInTally(tally: Tally, before: CountedClause, now: ClauseResult): void {
  count(tally, before, before.result, -1);
  count(tally, before, now, 1);
}

function count(
  tally: Tally,
  { chapter, core }: Pick<CountedClause, 'chapter' | 'core'>,
  result: ClauseResult,
  by: 1 | -1,
): void {
  const names = tally.scopesOfChapter.get(chapter);
  if (!names) throw new Error(`the tally has no chapter ${chapter}`);
  const share =
    result.method === 'points' && result.score && !isZero(result.full) ? divide(result.score, result.full) : zero;
  for (const name of names) countIn(scopeNamed(tally, name), result, share, tally.yesAtRate, by);
  if (core) countIn(scopeNamed(tally, 'core'), result, share, tally.yesAtRate, by);
}

function scopeNamed(tally: Tally, name: string): ScopeTally {
  const scope = tally.scopes.get(name);
  if (!scope) throw new Error(`the tally has no scope ${name}`);
  return scope;
}

const outcomeKeys = { pass: 'passed', fail: 'failed', 'n/a': 'exempt' } as const;

function countIn(scope: ScopeTally, result: ClauseResult, share: Rational, yesAtRate: Rational, by: 1 | -1): void {
  if (result.method === 'graded') {
    scope[result.grade ?? 'unscored'] += by;
    return;
  }
  const outcome = passes(result, yesAtRate);
  scope[outcome === undefined ? 'open' : outcomeKeys[outcome]] += by;
  const signed = (value: Rational): Rational => (by === 1 ? value : negate(value));
  if (result.method === 'points') scope.declared = add(scope.declared, signed(result.full));
  if (outcome === 'n/a') return;
  switch (result.method) {
    case 'checklist':
    case 'prerequisite':
      scope.checks += by;
      if (outcome === 'pass') scope.checksPassed += by;
      return;
    case 'indicator':
      scope[indicatorKey(result)] += by;
      return;
    case 'points':
      scope.pointsClauses += by;
      scope.full = add(scope.full, signed(result.full));
      if (result.score === undefined) return;
      scope.scoredFull = add(scope.scoredFull, signed(result.full));
      scope.earned = add(scope.earned, signed(result.score));
      scope.shares = add(scope.shares, signed(share));
  }
}

/** What an indicator is worth in a weighted part (FORMAT.md): met, improved, worse, missing; monitored when there is a value. */
export function indicatorKey(
  result: Pick<Extract<ClauseResult, { method: 'indicator' }>, 'status' | 'monitored' | 'improved'>,
): 'met' | 'improved' | 'worse' | 'missing' | 'monitored' {
  if (result.status === 'missing') return 'missing';
  if (result.monitored) return 'monitored';
  if (result.status === 'met') return 'met';
  return result.improved ? 'improved' : 'worse';
}

/** Applicable graded clauses: all but those graded E. */
export const denominatorOf = (scope: ScopeTally): number => scope.A + scope.B + scope.C + scope.D + scope.unscored;

/** Applicable clauses of all other methods. */
export const passingDenominator = (scope: ScopeTally): number => scope.passed + scope.failed + scope.open;

/** Clauses whose grade is `grade` or better. */
export function countAtLeast(scope: ScopeTally, grade: Exclude<Grade, 'E'>): number {
  switch (grade) {
    case 'A':
      return scope.A;
    case 'B':
      return scope.A + scope.B;
    case 'C':
      return scope.A + scope.B + scope.C;
    case 'D':
      return scope.A + scope.B + scope.C + scope.D;
  }
}
