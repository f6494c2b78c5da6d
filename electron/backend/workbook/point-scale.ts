import { add, zero, type Rational } from '../../../shared/domain/number/rational.ts';
import type { ScoredBy } from './scored-clauses.ts';

/**
 * Formulas stay exact on whole numbers only, so scores are counted in whole units: a score of 10/3 is 2000 units of
 * 1/600. Up to this size programs neither round a product nor take two neighbours for equal (they compare 15 digits).
 */
export const exactLimit = 9e14;

export function commonMultiple(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b !== 0n) [a, b] = [b, a % b];
  return (left / a) * right;
}

/** The least whole number that makes all of these whole. */
export const commonDenominator = (values: readonly Rational[]): bigint =>
  values.reduce((found, { denominator }) => commonMultiple(found, denominator), 1n);

/** Cents, so that a reviewer's score with two decimals is a whole number of units. */
const least = 100n;

/**
 * How many units a point of score has; sums of units are multiplied with `factor` at most. Where no exact scale is small
 * enough for that, units are a power of ten, and a clause is off by half a unit at most.
 */
export function unitsPerPoint(clauses: readonly ScoredBy<'points'>[], factor: number): number {
  const scores = clauses.flatMap(({ result: { full, score } }) => (score ? [full, score] : [full]));
  const exact = commonMultiple(least, commonDenominator(scores));
  const sum = Math.max(1, asNumber(clauses.reduce((total, { result }) => add(total, result.full), zero)));
  const fits = (units: bigint) => Number(units) * sum * factor <= exactLimit;
  if (fits(exact)) return Number(exact);
  let rough = least;
  while (fits(rough * 10n)) rough *= 10n;
  return Number(rough);
}

export const asNumber = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator);

/** A score in whole units, to the nearest. */
export function unitsOf(score: Rational, units: number): number {
  const doubled = (2n * score.numerator * BigInt(units)) / score.denominator;
  return Number((doubled + 1n) / 2n);
}
