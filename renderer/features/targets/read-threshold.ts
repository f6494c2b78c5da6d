import type { Rule } from '../../../shared/domain/standard/standard.ts';
import { brief, exactly, multiply, parseRational, rational } from '../../../shared/domain/number/rational.ts';

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

/** `0850.50` is `850.5`: equal thresholds have equal texts. */
const plain = (number: string): string => (number.includes('/') ? number : brief(exactly(number), 17));
