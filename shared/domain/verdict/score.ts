import { add, divide, exactly, isZero, multiply, one, whole, zero, type Rational } from '../number/rational.ts';
import type { Scoring, ScoringPart, Standard } from '../standard/standard.ts';
import { emptyScope, type ScopeTally, type Tally } from './tally.ts';

/** How a standard puts its total together: from points, from weighted parts, or not at all. */
export type ScoreScale = Pick<Standard, 'totalPoints' | 'scoring'>;

/** A score within its full score. */
export interface Score {
  readonly earned: Rational;
  readonly full: Rational;
  /** earned ÷ full */
  readonly share: Rational;
}

/**
 * The score of the whole standard (`total`) or of a scope; undefined when nothing in it can earn any: no clause applies,
 * or the standard keeps no scores. Points: Σ earned ÷ Σ applicable full × declared full (product.md section 5). Parts:
 * full × Σ weight × rate (FORMAT.md); a part without an applicable clause leaves the weights as well.
 */
export function scoreOf(scope: string, tally: Tally, scale: ScoreScale): Score | undefined {
  if (scale.scoring) return partScore(scope, tally, scale.scoring);
  const found = tally.scopes.get(scope === 'total' ? 'all' : scope) ?? emptyScope();
  if (isZero(found.full)) return undefined;
  const full = scope === 'total' && scale.totalPoints !== undefined ? exactly(scale.totalPoints) : found.declared;
  return scoreFrom(divide(found.earned, found.full), full);
}

const scoreFrom = (share: Rational, full: Rational): Score => ({ earned: multiply(share, full), full, share });

function partScore(scope: string, tally: Tally, scoring: Scoring): Score | undefined {
  const full = exactly(scoring.full);
  const wanted = scope === 'total' ? scoring.parts : scoring.parts.filter((part) => part.scope === scope);
  const rated = wanted.flatMap((part) => {
    const rate = rateOf(part, tally.scopes.get(part.scope) ?? emptyScope());
    return rate ? [{ rate, weight: exactly(part.weight) }] : [];
  });
  const weights = rated.reduce((sum, { weight }) => add(sum, weight), zero);
  if (isZero(weights)) return undefined;
  const share = divide(
    rated.reduce((sum, { rate, weight }) => add(sum, multiply(rate, weight)), zero),
    weights,
  );
  const ofFull = scope === 'total' ? one : weights;
  return scoreFrom(share, multiply(full, ofFull));
}

/** The mean over the part's applicable clauses of what each is worth; undefined when none applies. */
function rateOf({ gradeRates, indicatorRates }: ScoringPart, scope: ScopeTally): Rational | undefined {
  const worth: readonly (readonly [number, Rational])[] = [
    [scope.A, exactly(gradeRates.A)],
    [scope.B, exactly(gradeRates.B)],
    [scope.C, exactly(gradeRates.C)],
    [scope.D, exactly(gradeRates.D)],
    [scope.unscored, zero],
    [scope.met, exactly(indicatorRates.met)],
    [scope.improved, exactly(indicatorRates.improved)],
    [scope.worse, exactly(indicatorRates.worse)],
    [scope.missing, exactly(indicatorRates.missing)],
    [scope.monitored, one],
    [scope.checksPassed, one],
    [scope.checks - scope.checksPassed, zero],
  ];
  const clauses = worth.reduce((sum, [count]) => sum + count, scope.pointsClauses);
  if (clauses === 0) return undefined;
  const sum = worth.reduce((total, [count, rate]) => add(total, multiply(whole(count), rate)), scope.shares);
  return divide(sum, whole(clauses));
}
