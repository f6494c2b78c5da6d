import { expect, test } from 'vitest';
import { worthWords } from '../../renderer/features/checklist/indicator-worth.ts';
import { resultOf, type ClauseResult } from '../../shared/domain/result/clause-result.ts';
import type { IndicatorDefinition, Rule, Scoring } from '../../shared/domain/standard/standard.ts';
import { compare, exactly, one } from '../../shared/domain/number/rational.ts';
import { scoreOf } from '../../shared/domain/verdict/score.ts';
import { tallyClauses } from '../../shared/domain/verdict/tally.ts';
import { gapRulesOf } from '../../renderer/features/checklist/gap-rules.ts';
import { rateIndicator, standard, state, yesClause } from './fixture.ts';

const untargeted = { ...rateIndicator, target: undefined };
const scoring: Scoring = {
  full: '1000',
  parts: [
    {
      scope: 'all',
      weight: '1',
      gradeRates: { A: '1', B: '0.85', C: '0.7', D: '0' },
      indicatorRates: { met: '1', improved: '0.6', worse: '0', missing: '0' },
    },
  ],
};
const passing: readonly Rule[] = [{ kind: 'passing', scope: 'all', atLeast: '0.9' }];

const clauseOf = (indicator: IndicatorDefinition) => yesClause('1.1.1', 'indicator', 0, { indicator });
function resultFor(indicator: IndicatorDefinition, numerators: readonly string[], ownTarget?: string) {
  const periods = ['2026-Q1', '2026-Q2'];
  const figures = numerators.map((numerator, at) => ({ period: periods[at] ?? '', numerator, denominator: '100' }));
  const result = resultOf(clauseOf(indicator), state('1.1.1', { figures, ownTarget }));
  if (result.method !== 'indicator') throw new Error('no indicator');
  return result;
}
const worth = (result: Extract<ClauseResult, { method: 'indicator' }>, scored: boolean, rules: readonly Rule[] = []) =>
  worthWords(clauseOf(untargeted), result, { scoring: scored ? scoring : undefined, scopes: [] }, rules);
/** What the scoring gives, as a share of the clause's full score. */
const earned = (result: ClauseResult) => {
  const rules = gapRulesOf({ ...standard(), scoring });
  return scoreOf('total', tallyClauses([{ chapter: '1', core: false, result }], rules), { scoring })?.share;
};

test.each([
  ['没有目标，有数据', untargeted, ['80'], undefined, '未设目标，本条得 0 分', '0'],
  ['没有目标，比上期好', untargeted, ['80', '85'], undefined, '未设目标，本条只按有改进得 60%', '0.6'],
  ['要高于上期，没有上期', untargeted, ['80'], 'better', '没有上期可比，本条得 0 分', '0'],
  ['只监测', { ...untargeted, direction: 'monitor' }, ['80'], undefined, '填了数据就得满分', '1'],
  ['达标的不用说', rateIndicator, ['80'], undefined, undefined, '1'],
  ['未达标的不用说', rateIndicator, ['20'], undefined, undefined, '0'],
] as const)('加权总分里的指标：%s', (_what, indicator, numerators, own, words, share) => {
  const result = resultFor(indicator, numerators, own);
  expect(worth(result, true)).toBe(words);
  expect(compare(earned(result) ?? one, exactly(share))).toBe(0);
});

test('没有总分时看有没有通过比例', () => {
  const result = resultFor(untargeted, ['80']);
  expect(worth(result, false, passing)).toBe('未设目标，本条不算通过');
  expect(worth(result, false)).toBeUndefined();
  expect(worth(resultFor({ ...untargeted, direction: 'monitor' }, []), false, passing)).toBe('填了数据就算通过');
  expect(worth({ ...result, exempt: true }, true)).toBeUndefined();
});
