import { isAtLeast } from '../grade/grade.ts';
import { compare, multiply, type Rational } from '../number/rational.ts';
import { isExempt, type ClauseResult } from '../result/clause-result.ts';
import type { Wanted } from './gap.ts';

/** 模拟: the result a clause would have once it is lifted as wanted; as it is when that would not be a lift. */
export function liftedResult(result: ClauseResult, wanted: Wanted, yesAtRate: Rational): ClauseResult {
  if (isExempt(result)) return result;
  switch (result.method) {
    case 'graded':
      if (wanted === 'yes' || wanted === 'full') return result;
      return result.grade !== undefined && isAtLeast(result.grade, wanted) ? result : { ...result, grade: wanted };
    case 'checklist':
    case 'prerequisite':
      return { ...result, outcome: 'pass' };
    case 'points': {
      if (wanted !== 'yes' && wanted !== 'full') return result;
      const aim = wanted === 'full' ? result.full : multiply(result.full, yesAtRate);
      return result.score !== undefined && compare(result.score, aim) >= 0 ? result : { ...result, score: aim };
    }
    case 'indicator':
      return { ...result, status: 'met' };
  }
}
