import { expect, test } from 'vitest';
import { factsOf } from '../../renderer/app/clause-facts.ts';
import { isSameFilter, matchesFilter, type ClauseFilter } from '../../renderer/features/checklist/clause-filter.ts';
import { gapRulesOf } from '../../renderer/features/checklist/gap-rules.ts';
import { outlineOf } from '../../renderer/features/checklist/outline.ts';
import { raisedWords } from '../../renderer/features/checklist/suggestion-text.ts';
import { resultChip } from '../../renderer/features/checklist/result-chip.ts';
import type { ClauseState } from '../../shared/domain/round/clause-state.ts';
import type { Clause, IndicatorDefinition } from '../../shared/domain/standard/standard.ts';
import { clause, marked, rateIndicator, standard, state, yesClause } from './fixture.ts';

const checklist = yesClause('1.1.1', 'checklist', 2);
const points = yesClause('1.1.1', 'points', 2, { fullScore: '5' });
const veto = yesClause('1.1.1', 'prerequisite', 1);
const rate = yesClause('1.1.1', 'indicator', 0, { indicator: rateIndicator });
const measured = (numerator: string, denominator: string | null = '100') =>
  state('1.1.1', { figures: [{ period: '2026-Q1', numerator, denominator }] });
const untargeted = (direction: IndicatorDefinition['direction']) =>
  yesClause('1.1.1', 'indicator', 0, { indicator: { ...rateIndicator, direction, target: undefined } });
const rules = gapRulesOf(standard());

test.each([
  ['等级', clause('1.1.1'), marked('1.1.1', 'met', 'met'), 'B', 'B'],
  ['未评', clause('1.1.1'), state('1.1.1'), 'none', ''],
  ['通过', checklist, marked('1.1.1', 'met', 'n/a'), 'good', '✓ 通过'],
  ['不通过', checklist, marked('1.1.1', 'met', 'partial'), 'bad', '✗ 不通过'],
  ['得分', points, marked('1.1.1', 'met', 'partial'), 'good', '3.75/5'],
  ['得分低于及格', points, marked('1.1.1', 'met', 'unmet'), 'bad', '✗ 2.5/5'],
  ['违反', veto, marked('1.1.1', 'unmet'), 'bad', '✗ 违反'],
  ['达标', rate, measured('50'), 'good', '✓ 50%'],
  ['未达标', rate, measured('49.999'), 'bad', '✗ 49.9%'],
  ['未设目标', untargeted('up'), measured('12'), 'plain', '12%'],
  ['填反了', rate, measured('12000', '85'), 'doubt', '! 1.4万%'],
  ['以前存下的负数', rate, measured('-3'), 'plain', '缺报'],
  ['只监测', untargeted('monitor'), measured('12'), 'plain', '12%'],
  ['填了但缺分母', rate, measured('12', null), 'plain', '缺报'],
  ['不适用', rate, state('1.1.1', { ownGrade: 'E' }), 'E', '不适用'],
] as const)('列表上的结果：%s', (_what, its, stateOfIt, tone, text) =>
  expect(resultChip(its, factsOf(its, stateOfIt), rules.yesAtRate)).toMatchObject({ tone, text }),
);

const kinds = ['unscored', 'failing', 'one-step', 'no-evidence', 'no-target'] as const;
const matching = (its: Clause, stateOfIt: ClauseState) =>
  kinds.filter((kind) => matchesFilter(its, stateOfIt, { kind }, rules));

test.each([
  ['没评过', points, state('1.1.1'), ['unscored', 'no-evidence']],
  ['D', clause('1.1.1'), marked('1.1.1', 'unmet', 'unmet'), ['failing', 'one-step', 'no-evidence']],
  ['不通过，差一个要点', checklist, marked('1.1.1', 'met', 'unmet'), ['failing', 'one-step', 'no-evidence']],
  ['不通过，差两个要点', checklist, marked('1.1.1', 'partial', 'unmet'), ['failing', 'no-evidence']],
  ['得分不到及格，差一个要点', points, marked('1.1.1', 'met', 'unmet'), ['failing', 'one-step', 'no-evidence']],
  ['得分正好及格', points, state('1.1.1', { ownScore: '3', reason: '复核' }), ['no-evidence']],
  ['违反前置要求：不是补一步的事', veto, marked('1.1.1', 'unmet'), ['failing', 'no-evidence']],
  ['指标未达标：差的是数据，不是要点', rate, measured('10'), ['failing', 'no-evidence']],
  ['指标没有目标，不算不合格', untargeted('up'), measured('10'), ['no-evidence', 'no-target']],
  ['没有目标也没有数', untargeted('down'), state('1.1.1'), ['unscored', 'no-evidence', 'no-target']],
  ['自定了目标', untargeted('up'), state('1.1.1', { ownTarget: '0.5' }), ['unscored', 'no-evidence']],
  ['只监测的不用目标', untargeted('monitor'), measured('10'), ['no-evidence']],
  ['整条不适用', checklist, state('1.1.1', { ownGrade: 'E' }), []],
] as const)('筛选认得每种方法：%s', (_what, its, stateOfIt, expected) =>
  expect(matching(its, stateOfIt)).toEqual(expected),
);

test('还差的条款：按规则的种类各看各的', () => {
  const shortOf = (rule: Extract<ClauseFilter, { kind: 'short-of' }>['rule'], its: Clause, stateOfIt: ClauseState) =>
    matchesFilter(its, stateOfIt, { kind: 'short-of', rule }, rules);
  const passing = { kind: 'passing', scope: 'all', atLeast: '1' } as const;
  const score = { kind: 'score', scope: 'total', of: 'points', atLeast: '4' } as const;
  expect(shortOf(passing, checklist, marked('1.1.1', 'met', 'unmet'))).toBe(true);
  expect(shortOf(passing, checklist, marked('1.1.1', 'met', 'met'))).toBe(false);
  expect(shortOf(passing, clause('1.1.1'), state('1.1.1'))).toBe(false);
  expect(shortOf(score, points, marked('1.1.1', 'met', 'partial'))).toBe(true);
  expect(shortOf(passing, { ...checklist, counts: false }, state('1.1.1'))).toBe(false);
  expect(
    isSameFilter({ kind: 'short-of', rule: passing }, { kind: 'short-of', rule: { ...passing, atLeast: '0.9' } }),
  ).toBe(true);
  expect(isSameFilter({ kind: 'short-of', rule: passing }, { kind: 'short-of', rule: score })).toBe(false);
});

test('章节进度数所有方法，分值章带得分率：未评的不得分，不适用的退出', () => {
  const more = ['1.1.2', '1.1.3', '1.1.4'].map((code) => yesClause(code, 'points', 2, { fullScore: '5' }));
  const states = [
    marked('1.1.1', 'met', 'partial'),
    marked('1.1.2', 'unmet', 'unmet'),
    state('1.1.3'),
    state('1.1.4', { ownGrade: 'E' }),
  ];
  const [chapter] = outlineOf(standard([points, ...more]), new Map(states.map((each) => [each.clauseId, each])));
  expect(chapter).toMatchObject({
    progress: { total: 4, scored: 3 },
    results: { pass: 1, fail: 1, E: 1 },
    scorePercent: '25.0',
  });
});

test('要点还没判完时谈不上高于建议', () => {
  const words = (its: Clause, stateOfIt: ClauseState) => raisedWords(its, factsOf(its, stateOfIt).suggestion);
  expect(words(clause('1.1.1'), state('1.1.1', { ownGrade: 'B', reason: '复核' }))).toBe('直接评级');
  expect(words(clause('1.1.1'), marked('1.1.1', 'met', 'unmet'))).toBe('高于建议');
  expect(words(points, marked('1.1.1', 'met', 'unmet'))).toBe('与建议不同');
});

test('要点改低之后，没有理由的等级不再算，但看得出来；写了理由仍算高于建议', () => {
  const facts = (reason: string) =>
    factsOf(clause('1.1.1'), { ...marked('1.1.1', 'met', 'unmet'), ownGrade: 'B', reason });
  expect(facts('')).toMatchObject({ grade: 'C', raised: false, lowered: false, unexplained: 'B' });
  expect(facts('复核')).toMatchObject({ grade: 'B', raised: true, unexplained: undefined });
});

test('低于建议看得出来；不适用和还没有建议的不算', () => {
  const lowered = (stateOfIt: ClauseState) => factsOf(clause('1.1.1'), stateOfIt).lowered;
  expect(lowered({ ...marked('1.1.1', 'met', 'met'), ownGrade: 'D' })).toBe(true);
  expect(lowered({ ...marked('1.1.1', 'met', 'met'), ownGrade: 'B' })).toBe(false);
  expect(lowered({ ...marked('1.1.1', 'met', 'met'), ownGrade: 'E' })).toBe(false);
  expect(lowered(state('1.1.1', { ownGrade: 'D' }))).toBe(false);
});
