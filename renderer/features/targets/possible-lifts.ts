import { isAtLeast } from '../../../shared/domain/grade/grade.ts';
import { compare, multiply, type Rational } from '../../../shared/domain/number/rational.ts';
import { isExempt, passes, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';

/** To what a clause with this result can still be lifted, least first. */
export function possibleLifts(result: ClauseResult, yesAtRate: Rational): readonly Wanted[] {
  if (isExempt(result)) return [];
  switch (result.method) {
    case 'graded': {
      const { grade } = result;
      return (['D', 'C', 'B', 'A'] as const).filter((each) => grade === undefined || !isAtLeast(grade, each));
    }
    case 'points': {
      const { score, full } = result;
      const isBelow = (aim: Rational) => score === undefined || compare(score, aim) < 0;
      return [
        ...(isBelow(multiply(full, yesAtRate)) ? (['yes'] as const) : []),
        ...(isBelow(full) ? (['full'] as const) : []),
      ];
    }
    case 'checklist':
    case 'prerequisite':
    case 'indicator':
      return passes(result, yesAtRate) === 'pass' ? [] : ['yes'];
  }
}
