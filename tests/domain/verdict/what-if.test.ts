import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAtLeast } from '../../../shared/domain/grade/grade.ts';
import { compare, exactly } from '../../../shared/domain/number/rational.ts';
import { isExempt, passes } from '../../../shared/domain/result/clause-result.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import { liftedResult } from '../../../shared/domain/verdict/what-if.ts';
import { clauseResult, yesAtRate } from '../../support/arbitraries.ts';
import { checked, gradedAs, measuredAs, scoredAs } from '../../support/results.ts';

test.each([
  [gradedAs(undefined), 'C', gradedAs('C')],
  [gradedAs('C'), 'A', gradedAs('A')],
  [gradedAs('A'), 'C', gradedAs('A')],
  [gradedAs('E'), 'A', gradedAs('E')],
  [checked('fail'), 'yes', checked('pass')],
  [checked('fail', 'prerequisite'), 'yes', checked('pass', 'prerequisite')],
  [checked('n/a'), 'yes', checked('n/a')],
  [scoredAs(undefined, '3'), 'yes', scoredAs('2', '3')],
  [scoredAs('1', '3'), 'full', scoredAs('3', '3')],
  [scoredAs('2.5', '3'), 'yes', scoredAs('2.5', '3')],
  [scoredAs('2.5', '3'), 'C', scoredAs('2.5', '3')],
  [scoredAs('n/a', '3'), 'full', scoredAs('n/a', '3')],
  [measuredAs('missing'), 'yes', measuredAs('met')],
  [measuredAs('missing', { exempt: true }), 'yes', measuredAs('missing', { exempt: true })],
] as const)('%# 提升后的结果', (result, wanted, lifted) => {
  expect(liftedResult(result, wanted, yesAtRate)).toEqual(lifted);
});

const wantedGrade = fc.constantFrom<Exclude<Wanted, 'yes' | 'full'>>('A', 'B', 'C', 'D');
const wantedOther = fc.constantFrom<Wanted>('yes', 'full');

test('提升从不使结果变差，也不碰不适用的；提两次与提一次一样', () => {
  fc.assert(
    fc.property(clauseResult, fc.oneof(wantedGrade, wantedOther), (result, wanted) => {
      const lifted = liftedResult(result, wanted, yesAtRate);
      expect(liftedResult(lifted, wanted, yesAtRate)).toEqual(lifted);
      if (isExempt(result)) expect(lifted).toEqual(result);
      if (result.method === 'graded' && lifted.method === 'graded' && result.grade && result.grade !== 'E') {
        expect(lifted.grade && isAtLeast(lifted.grade, result.grade)).toBe(true);
      }
      if (result.method === 'points' && lifted.method === 'points' && result.score) {
        expect(compare(lifted.score ?? exactly('0'), result.score)).toBeGreaterThanOrEqual(0);
      }
      if (result.method !== 'graded' && lifted.method !== 'graded' && passes(result, yesAtRate) === 'pass') {
        expect(passes(lifted, yesAtRate)).toBe('pass');
      }
    }),
  );
});

test('提升之后达到所要的', () => {
  fc.assert(
    fc.property(clauseResult, wantedGrade, wantedOther, (result, grade, other) => {
      if (isExempt(result)) return;
      const lifted = liftedResult(result, result.method === 'graded' ? grade : other, yesAtRate);
      if (lifted.method === 'graded') expect(lifted.grade && isAtLeast(lifted.grade, grade)).toBe(true);
      else expect(passes(lifted, yesAtRate)).toBe('pass');
    }),
  );
});
