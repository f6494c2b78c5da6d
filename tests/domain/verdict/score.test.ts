import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, exactly, one, zero } from '../../../shared/domain/number/rational.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { Rule, Scoring } from '../../../shared/domain/standard/standard.ts';
import { scoreOf, type ScoreScale } from '../../../shared/domain/verdict/score.ts';
import { tallyClauses, type CountedClause } from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { countedClauses, scopes, yesAtRate } from '../../support/arbitraries.ts';
import { checked, gradedAs, inChapter, measuredAs, scoredAs } from '../../support/results.ts';
import { exactText } from '../../support/verdict-engine.ts';

const count = (clauses: readonly CountedClause[]) => tallyClauses(clauses, { scopes, yesAtRate });
const here = (...results: ClauseResult[]) => results.map((result) => inChapter(result));
function score(scope: string, clauses: readonly CountedClause[], scale: ScoreScale): string | undefined {
  const found = scoreOf(scope, count(clauses), scale);
  return found && `${exactText(found.earned)} of ${exactText(found.full)}`;
}
const scoreRule = (atLeast: string, of: 'points' | 'share' = 'points', scope = 'total'): Rule => ({
  kind: 'score',
  scope,
  of,
  atLeast,
});

describe('分值', () => {
  const hundred: ScoreScale = { totalPoints: '100' };

  test('不适用的离开满分，其余按比例补到总分', () => {
    const clauses = here(scoredAs('30', '40'), scoredAs('10', '30'), scoredAs('n/a', '30'));
    expect(score('total', clauses, hundred)).toBe('400/7 of 100'); // 40 ÷ 70 × 100
    expect(judge({ rules: [scoreRule('57.15')] }, count(clauses), hundred)).toMatchObject({
      total: { score: '57.14', full: '100' },
      rules: [{ score: '57.14', percent: '57.1', missing: '0.01', holds: false }],
    });
  });

  test('未评的没有得分，满分照算；预测只看已评的', () => {
    const clauses = here(scoredAs('30', '40'), scoredAs(undefined, '60'));
    const [rule] = judge({ rules: [scoreRule('30')] }, count(clauses), hundred).rules;
    expect(rule).toMatchObject({ score: '30.00', percent: '30.0', forecast: '75.0', missing: '0', holds: true });
  });

  test('章的得分率按该章全部条款的满分；总分以外的范围不用总分', () => {
    const clauses = [
      inChapter(scoredAs('n/a', '10'), { chapter: '2' }),
      inChapter(scoredAs('1', '3'), { chapter: '2' }),
      inChapter(scoredAs('80', '80')),
    ];
    expect(score('chapter:2', clauses, hundred)).toBe('13/3 of 13');
    const rules = [scoreRule('1/3', 'share', 'chapter:2'), scoreRule('0.3334', 'share', 'chapter:2')];
    expect(judge({ rules }, count(clauses), hundred).rules).toMatchObject([
      { holds: true, wanted: '4.34', missing: '0' },
      { holds: false, missing: '0.01' },
    ]);
  });

  test('没有一条分值条款适用：规则不适用，没有总分', () => {
    const clauses = here(scoredAs('n/a', '10'), gradedAs('A'));
    const verdict = judge({ rules: [scoreRule('1')] }, count(clauses), hundred);
    expect(verdict).toMatchObject({ reached: false, total: undefined, rules: [{ applicable: false, holds: true }] });
  });

  test('不满足的规则，显示的得分小于显示的要求', () => {
    fc.assert(
      fc.property(countedClauses, fc.nat(100), fc.integer({ min: 1, max: 97 }), (clauses, part, whole) => {
        const rules = [scoreRule(`${Math.min(part, whole)}/${whole}`, 'share')];
        const [rule] = judge({ rules }, count(clauses), hundred).rules;
        if (rule?.kind !== 'score' || !rule.applicable) return;
        expect(rule.holds).toBe(Number(rule.missing) === 0);
        if (!rule.holds) expect(Number(rule.score)).toBeLessThan(Number(rule.wanted));
      }),
    );
  });
});

describe('分部分的总分', () => {
  const rates = {
    gradeRates: { A: '1', B: '0.85', C: '0.7', D: '0' },
    indicatorRates: { met: '1', improved: '0.6', worse: '0', missing: '0' },
  };
  const scoring: Scoring = {
    full: '1000',
    parts: [
      { scope: 'first', weight: '1/3', ...rates },
      { scope: 'rest', weight: '2/3', ...rates },
    ],
  };
  const scale: ScoreScale = { scoring };
  const second = (...results: ClauseResult[]) => results.map((result) => inChapter(result, { chapter: '2' }));

  test.each<readonly [string, ClauseResult, string]>([
    ['A', gradedAs('A'), '1'],
    ['B', gradedAs('B'), '17/20'],
    ['C', gradedAs('C'), '7/10'],
    ['D', gradedAs('D'), '0'],
    ['等级未评', gradedAs(undefined), '0'],
    ['指标达标', measuredAs('met'), '1'],
    ['未达标但比上期好', measuredAs('unmet', { improved: true }), '3/5'],
    ['没有目标值但比上期好', measuredAs('neither', { improved: true }), '3/5'],
    ['没有目标值也没有变好', measuredAs('neither'), '0'],
    ['未达标也没有变好', measuredAs('unmet'), '0'],
    ['缺报', measuredAs('missing'), '0'],
    ['监测有值', measuredAs('neither', { monitored: true }), '1'],
    ['监测缺报', measuredAs('missing', { monitored: true }), '0'],
    ['是否条款通过', checked('pass'), '1'],
    ['是否条款未过', checked('fail'), '0'],
    ['前置清白', checked('pass', 'prerequisite'), '1'],
    ['分值按得分率', scoredAs('1', '3'), '1/3'],
    ['分值未评', scoredAs(undefined, '3'), '0'],
  ])('%s 的一条', (_case, result, rate) => {
    const found = scoreOf('total', count(here(result)), scale);
    expect(found && exactText(found.share)).toBe(rate);
  });

  test('三分之一的权重不丢一分', () => {
    const clauses = [
      ...here(gradedAs('A'), gradedAs('B'), gradedAs('E')),
      ...second(measuredAs('met'), checked('fail')),
    ];
    // 1000 × (1/3 × (1 + 0.85)/2 + 2/3 × 1/2)
    expect(score('total', clauses, scale)).toBe('1925/3 of 1000');
    expect(score('first', clauses, scale)).toBe('925/3 of 1000/3');
    const rules = [scoreRule('1925/3'), scoreRule('641.67'), scoreRule('0.925', 'share', 'first')];
    expect(judge({ rules }, count(clauses), scale).rules).toMatchObject([
      { holds: true, score: '641.66' },
      { holds: false, missing: '0.01' },
      { holds: true, percent: '92.5' },
    ]);
  });

  test('没有适用条款的部分退出，其余权重补足', () => {
    const clauses = [...here(gradedAs('B')), ...second(gradedAs('E'), measuredAs('met', { exempt: true }))];
    expect(score('total', clauses, scale)).toBe('850 of 1000');
    expect(score('rest', clauses, scale)).toBeUndefined();
    expect(score('total', here(gradedAs('E')), scale)).toBeUndefined();
  });

  test('总分在零和满分之间；全部最好就是满分', () => {
    fc.assert(
      fc.property(countedClauses, (clauses) => {
        const found = scoreOf('total', count(clauses), scale);
        if (!found) return;
        expect(compare(found.earned, zero)).toBeGreaterThanOrEqual(0);
        expect(compare(found.share, one)).toBeLessThanOrEqual(0);
        expect(found.full).toEqual(exactly('1000'));
      }),
    );
    expect(score('total', [...here(gradedAs('A')), ...second(scoredAs('3', '3'))], scale)).toBe('1000 of 1000');
  });
});
