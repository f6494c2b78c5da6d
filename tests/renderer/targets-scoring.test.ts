import { describe, expect, test } from 'vitest';
import { partLabel, ratesUsed, scoringWords } from '../../renderer/app/scoring-words.ts';
import {
  checkScoringDraft,
  draftOfScoring,
  isSameScoring,
  isSameShare,
  isShareTyped,
  scoringOf,
  sumWords,
  type DraftScoring,
} from '../../renderer/features/targets/draft-scoring.ts';
import { checkDraft, draftOf } from '../../renderer/features/targets/draft-rules.ts';
import { groundOf, judgeOn } from '../../renderer/features/targets/ground.ts';
import { createTargetsStore, workOf } from '../../renderer/features/targets/targets-store.ts';
import { rational } from '../../shared/domain/number/rational.ts';
import type { RoundId } from '../../shared/domain/id.ts';
import { scoringFault } from '../../shared/errors/messages.ts';
import { graded, standardOf } from './targets-fixture.ts';

const standard = standardOf('tier3-2022');
const builtIn = standard.scoring!;
const draft = draftOfScoring(builtIn);

/** The draft with other weights, in the order of the parts. */
const weighed = (...weights: readonly string[]): DraftScoring => ({
  ...draft,
  parts: draft.parts.map((part, at) => ({ ...part, weight: weights[at] ?? part.weight })),
});
const ground = groundOf(graded('tier3-2022', 'B')); // 现场检查 0.85, 监测数据 nothing yet
const totalOf = (edited: DraftScoring) => judgeOn(checkScoringDraft(edited, ground).trial, []).total;

describe('权重和折算率的写法', () => {
  test('不改就和内置的一样', () => {
    expect(draft.parts.map(({ weight }) => weight)).toEqual(['60%', '40%']);
    expect(draft.parts[1]?.gradeRates).toEqual({ A: '100%', B: '85%', C: '70%', D: '0%' });
    expect(isSameScoring(scoringOf(draft), builtIn)).toBe(true);
  });

  test.each([
    ['60%', '0.6'],
    ['６０％', '0.6'],
    ['0.60', '0.6'],
    [' 1/3 ', '1/3'],
    ['六成', '六成'],
    ['-0.1', '-0.1'],
  ])('%s', (typed, read) => expect(scoringOf(weighed(typed)).parts[0]?.weight).toBe(read));

  test.each([
    ['1000 分', '1000'],
    ['０900', '900'],
    ['1', '1'],
    ['80%', '80%'],
  ])('满分 %s', (typed, read) => expect(scoringOf({ ...draft, full: typed }).full).toBe(read));

  test('0 到 1 之间才看得懂', () => {
    expect(['0', '100%', '1/3'].every(isShareTyped)).toBe(true);
    expect(['', '1.4', '140%', '-1', '好'].some(isShareTyped)).toBe(false);
  });

  test('60% 和 0.6 是一回事', () => {
    expect(isSameShare('60%', '0.60')).toBe(true);
    expect(isSameShare('60%', '61%')).toBe(false);
  });

  test('键的先后不算改动，数值才算', () => {
    const { D, C, B, A } = builtIn.parts[0]!.gradeRates;
    const turned = { ...builtIn, parts: builtIn.parts.map((part) => ({ ...part, gradeRates: { D, C, B, A } })) };
    expect(isSameScoring(turned, builtIn)).toBe(true);
    expect(isSameScoring(scoringOf(weighed('0.7', '0.3')), builtIn)).toBe(false);
  });
});

describe('边改边算', () => {
  test('权重改成 70% 和 30%：各部分和总分跟着变', () => {
    expect(totalOf(draft)).toEqual({ score: '340.00', full: '1000' });
    const checked = checkScoringDraft(weighed('0.7', '30%'), ground);
    expect(checked).toMatchObject({ isSound: true, fault: undefined });
    expect(checked.parts.map(({ score }) => [score?.score, score?.full])).toEqual([
      ['0.00', '700'],
      ['255.00', '300'],
    ]);
    expect(totalOf(weighed('0.7', '30%'))).toEqual({ score: '255.00', full: '1000' });
  });

  test('折算率和满分也算进去', () => {
    const [first, second] = draft.parts;
    const rated = { full: '100', parts: [first!, { ...second!, gradeRates: { ...second!.gradeRates, B: '50%' } }] };
    expect(totalOf(rated)).toEqual({ score: '20.00', full: '100' });
  });

  test('加起来不是 100%：总分不变，各部分照算，说出差多少', () => {
    const checked = checkScoringDraft(weighed('0.7', '0.7'), ground);
    expect(checked).toMatchObject({ isSound: false, fault: 'weights-sum', trial: ground });
    expect(checked.parts.map(({ score }) => score?.full)).toEqual(['700', '700']);
    expect(sumWords(checked.sum!)).toBe('140%，多 40%');
    expect(scoringFault('weights-sum')).toBe('各部分的权重加起来不是 100%。');
  });

  test('看不懂的只说那一处，其余照算', () => {
    const [first, second] = draft.parts;
    const rates = { ...second!.gradeRates, C: '七成' };
    const checked = checkScoringDraft({ ...draft, parts: [first!, { ...second!, gradeRates: rates }] }, ground);
    expect(checked.parts).toMatchObject([
      { fault: undefined, score: { full: '600' } },
      { fault: 'rate', score: undefined },
    ]);
    expect(scoringFault('rate')).toBe('这一部分的折算率应在 0 到 1 之间。');
    expect(checkScoringDraft(weighed('很多'), ground)).toMatchObject({
      sum: undefined,
      parts: [{ fault: 'weight' }, {}],
    });
    expect(checkScoringDraft({ ...draft, full: '0' }, ground)).toMatchObject({
      fault: 'full',
      parts: [{ score: undefined }, { score: undefined }],
    });
  });

  test('权重为 0 的部分是 0 分，不是没有条款', () => {
    expect(checkScoringDraft(weighed('0', '100%'), ground).parts[0]?.score).toMatchObject({ score: '0.00', full: '0' });
    expect(totalOf(weighed('0', '100%'))?.score).toBe('850.00');
  });

  test('规则按改后的折算判，能不能保存按现在的标准', () => {
    const { rules } = standard.targets[0]!;
    const { trial } = checkScoringDraft({ ...weighed('0', '1'), full: '100' }, ground);
    const checked = checkDraft(draftOf(rules), rules, ground, trial);
    expect(checked.isSound).toBe(true); // 900 分 of 1000, though it would be above a full score of 100
    expect(checked.rules[2]?.result).toMatchObject({ score: '85.00', full: '100', holds: false });
  });

  test.each([
    [[1n, 1n], '100%'],
    [[9n, 10n], '90%，差 10%'],
    [[2n, 3n], '66.666%，差 33.334%'],
    [[1_000_001n, 1_000_000n], '100%，多 0.001%'],
  ] as const)('%s 的合计', ([numerator, denominator], words) =>
    expect(sumWords(rational(numerator, denominator))).toBe(words),
  );
});

test('只列出这一部分用得上的折算率', () => {
  expect(ratesUsed('part2', standard)).toEqual({ grades: false, indicators: true });
  expect(ratesUsed('part3', standard)).toEqual({ grades: true, indicators: false });
  expect(partLabel('all', standard)).toBe('全部条款');
  expect(scoringWords(builtIn, standard)).toBe(
    '满分 1000 分；监测数据占 60%（达标 100%、有改进 60%、无改进 0%、缺报 0%）；现场检查占 40%（A 100%、B 85%、C 70%、D 0%）',
  );
});

test('没保存的折算留在这个轮次，换轮次互不相干', () => {
  const store = createTargetsStore();
  const [one, two] = ['one', 'two'] as RoundId[];
  store.getState().change(one!, { scoring: weighed('0.7', '0.3') });
  store.getState().change(one!, { tab: 'lift' });
  expect(workOf(store.getState(), one).scoring).toEqual(weighed('0.7', '0.3'));
  expect(workOf(store.getState(), two).scoring).toBeUndefined();
});
