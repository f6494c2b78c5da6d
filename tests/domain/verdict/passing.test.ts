import { expect, test } from 'vitest';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { scopes, yesAtRate } from '../../support/arbitraries.ts';
import { checked, gradedAs, inChapter, measuredAs, scoredAs } from '../../support/results.ts';

/** “At least `atLeast` of the clauses that are not graded pass”, over these. */
const share = (atLeast: string, ...results: readonly ClauseResult[]) =>
  judge(
    { rules: [{ kind: 'passing', scope: 'all', atLeast }] },
    tallyClauses(
      results.map((result) => inChapter(result)),
      { scopes, yesAtRate },
    ),
  ).rules[0];

test('只数非等级条款：不适用的离开分母，未评的留在分母里', () => {
  const results = [
    checked('pass'),
    checked('fail'),
    checked('n/a'),
    checked(undefined),
    checked('pass', 'prerequisite'),
    gradedAs('A'),
    gradedAs(undefined),
  ];
  expect(share('0.5', ...results)).toMatchObject({
    count: 2,
    denominator: 4,
    percent: '50.0',
    forecast: '66.6',
    missing: 0,
    holds: true,
  });
});

test.each([
  ['分值条款刚好到通过线', scoredAs('2', '3'), 1],
  ['分值条款差一点', scoredAs('1.999', '3'), 0],
  ['分值条款未评', scoredAs(undefined, '3'), 0],
  ['指标达标', measuredAs('met'), 1],
  ['指标未达标，虽比上期好', measuredAs('unmet', { improved: true }), 0],
  ['没有目标值的指标', measuredAs('neither', { improved: true }), 0],
  ['监测的指标有值', measuredAs('neither', { monitored: true }), 1],
  ['监测的指标缺报', measuredAs('missing', { monitored: true }), 0],
] as const)('%s', (_case, result, passed) => {
  expect(share('1', result)).toMatchObject({ count: passed, denominator: 1, holds: passed === 1 });
});

test.each([scoredAs('n/a', '3'), measuredAs('met', { exempt: true }), checked('n/a', 'prerequisite')])(
  '整条不适用：规则不适用',
  (result) => {
    expect(share('1', result)).toMatchObject({
      applicable: false,
      holds: true,
    });
  },
);
