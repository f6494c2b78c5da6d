import { add, compare, exactly, one, parseRational, zero } from '../number/rational.ts';
import type { Scoring, Standard } from '../standard/standard.ts';

export type ScoringFault = 'no-parts' | 'full' | 'unknown-scope' | 'repeated' | 'weight' | 'weights-sum' | 'rate';

/** What is wrong with a weighted total, by the place of the part; -1 is the whole. */
export interface ScoringProblem {
  readonly at: number;
  readonly fault: ScoringFault;
}

/** Exact text of 0 to 1. */
export const isShare = (text: string): boolean => {
  const value = parseRational(text);
  return value !== undefined && compare(value, zero) >= 0 && compare(value, one) <= 0;
};

/** Whether a total can be put together like this (FORMAT.md, `scoring.parts`): weights add up to 1, rates lie in 0 to 1. */
export function checkScoring(
  { full, parts }: Scoring,
  { scopes, chapters }: Pick<Standard, 'scopes' | 'chapters'>,
): readonly ScoringProblem[] {
  const amount = parseRational(full);
  const known = new Set([
    'all',
    'core',
    ...chapters.map(({ code }) => `chapter:${code}`),
    ...scopes.map(({ id }) => id),
  ]);
  const faulty = parts.flatMap(({ scope, weight, gradeRates, indicatorRates }, at): readonly ScoringProblem[] => {
    const rates = [...Object.values(gradeRates), ...Object.values(indicatorRates)];
    const isRepeated = parts.findIndex((part) => part.scope === scope) < at;
    const faults: readonly (readonly [boolean, ScoringFault])[] = [
      [!known.has(scope), 'unknown-scope'],
      [isRepeated, 'repeated'],
      [!isShare(weight), 'weight'],
      [!rates.every(isShare), 'rate'],
    ];
    return faults.filter(([is]) => is).map(([, fault]) => ({ at, fault }));
  });
  const whole: readonly ScoringProblem[] =
    !amount || compare(amount, zero) <= 0
      ? [{ at: -1, fault: 'full' }]
      : parts.length === 0
        ? [{ at: -1, fault: 'no-parts' }]
        : [];
  if (whole.length + faulty.length > 0) return [...whole, ...faulty];
  const sum = parts.reduce((total, { weight }) => add(total, exactly(weight)), zero);
  return compare(sum, one) === 0 ? [] : [{ at: -1, fault: 'weights-sum' }];
}
