import type { Rule } from '../../../shared/domain/standard/standard.ts';
import {
  brief,
  compare,
  exactly,
  multiply,
  one,
  parseRational,
  rational,
  whole,
} from '../../../shared/domain/number/rational.ts';

export interface Threshold {
  /** Exact text as a rule holds it. */
  readonly atLeast: string;
  /** A share, or points of a score. */
  readonly of: 'points' | 'share';
}

/**
 * Reads `90%`, `0.9`, `1/3` and, for a score, `850 分` or `850`; full-width characters count. Of a score a bare number
 * up to 1 is a share. Undefined when it is none of these.
 */
export function readThreshold(typed: string, kind: Rule['kind']): Threshold | undefined {
  const [, number = '', unit = ''] =
    /^(?:>=|≥)?(\d+(?:\.\d+)?|\d+\/\d+)(%|分)?$/.exec(typed.normalize('NFKC').replace(/\s/g, '')) ?? [];
  const value = parseRational(number);
  if (!value || (unit !== '' && number.includes('/'))) return undefined;
  if (unit === '分') return kind === 'score' ? { atLeast: plain(number), of: 'points' } : undefined;
  if (unit === '%') return { atLeast: brief(multiply(value, rational(1n, 100n)), 17), of: 'share' };
  const isShare = kind !== 'score' || number.includes('/') || value.numerator <= value.denominator;
  return { atLeast: plain(number), of: isShare ? 'share' : 'points' };
}

/**
 * The share that a bare number above 1 was surely meant to be: `85%` for `85`. Undefined for what can be read as it is,
 * and for what would be above 100% either way.
 */
export function percentMeant(typed: string, kind: Rule['kind']): string | undefined {
  const read = kind === 'score' || /[%％/／]/.test(typed) ? undefined : readThreshold(typed, kind);
  if (!read) return undefined;
  const value = exactly(read.atLeast);
  return compare(value, one) > 0 && compare(value, hundred) <= 0 ? `${read.atLeast}%` : undefined;
}

const hundred = whole(100);

/** `0850.50` is `850.5`: equal thresholds have equal texts. */
const plain = (number: string): string => (number.includes('/') ? number : brief(exactly(number), 17));
