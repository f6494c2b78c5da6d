import type { Mark } from '../grade/grade.ts';
import { compare, exactly, multiply, parseRational, rational, zero, type Rational } from '../number/rational.ts';

/**
 * 建议得分（产品规则第 5 节 Points）：满分由适用要点平分，“符合”得全份、“部分符合”得半份；“不适用”的要点退出，由其余要点平分；
 * 还有要点未判定时没有建议。没有适用要点时也没有建议：满分无从分配。
 */
export function proposeScore(full: Rational, marks: readonly (Mark | undefined)[]): Rational | undefined {
  const applicable = marks.filter((mark) => mark !== 'n/a');
  if (applicable.length === 0 || applicable.includes(undefined)) return undefined;
  const halves = applicable.reduce((sum, mark) => sum + (mark === 'met' ? 2 : mark === 'partial' ? 1 : 0), 0);
  return multiply(full, rational(BigInt(halves), BigInt(applicable.length * 2)));
}

export interface ScoredPoints {
  readonly full: Rational;
  readonly proposal: Rational | undefined;
  /** The score that counts: the one set by hand, otherwise the proposal; undefined is unscored 未评. */
  readonly score: Rational | undefined;
  /** Set by hand to something else than the points give: shown and exported with its reason. */
  readonly adjusted: boolean;
}

export function scorePoints(
  fullScore: string,
  marks: readonly (Mark | undefined)[],
  ownScore: string | undefined,
): ScoredPoints {
  const full = exactly(fullScore);
  const proposal = proposeScore(full, marks);
  const own = ownScore === undefined ? undefined : exactly(ownScore);
  return {
    full,
    proposal,
    score: own ?? proposal,
    adjusted: own !== undefined && (proposal === undefined || compare(own, proposal) !== 0),
  };
}

export type ScoreRefusal = 'not-a-number' | 'too-precise' | 'negative' | 'above-full' | 'reason-missing';

/** Whether a scorer may set this score: an exact number within [0, full], with a reason unless the points give the same. */
export function refuseScore(
  scored: Pick<ScoredPoints, 'full' | 'proposal'>,
  text: string,
  reason: string,
): ScoreRefusal | undefined {
  const score = parseRational(text);
  if (!score || text.includes('/')) return 'not-a-number';
  if (compare(score, zero) < 0) return 'negative';
  if (/\.\d{3,}$/.test(text)) return 'too-precise';
  if (compare(score, scored.full) > 0) return 'above-full';
  const isProposal = scored.proposal !== undefined && compare(score, scored.proposal) === 0;
  return !isProposal && reason.trim() === '' ? 'reason-missing' : undefined;
}

/** How many points must become met until the score reaches `wanted`, those that gain most first. */
export function pointsToScore(marks: readonly (Mark | undefined)[], full: Rational, wanted: Rational): number {
  const applicable = marks.filter((mark) => mark !== 'n/a');
  const gains = applicable
    .map((mark) => (mark === 'met' ? 0 : mark === 'partial' ? 1 : 2))
    .filter((gain) => gain > 0)
    .toSorted((left, right) => right - left);
  let halves = applicable.length * 2 - gains.reduce<number>((sum, gain) => sum + gain, 0);
  const isEnough = () =>
    applicable.length > 0 &&
    compare(multiply(full, rational(BigInt(halves), BigInt(applicable.length * 2))), wanted) >= 0;
  let met = 0;
  while (!isEnough() && met < gains.length) halves += gains[met++] ?? 0;
  return met;
}
