import { describe, expect, test } from 'vitest';
import type { PointId } from '../../shared/domain/id.ts';
import {
  checkDraft,
  draftOf,
  moveRule,
  newRule,
  ruleOf,
  scopeChoices,
} from '../../renderer/features/targets/draft-rules.ts';
import { cheapestUntil } from '../../renderer/features/targets/cheapest-until.ts';
import { compareTargets } from '../../renderer/features/targets/compare-targets.ts';
import { groundOf, judgeOn, noLifts, type Lifts } from '../../renderer/features/targets/ground.ts';
import { liftRows } from '../../renderer/features/targets/lift-rows.ts';
import { liftWords } from '../../renderer/features/targets/lift-words.ts';
import { openPrerequisites } from '../../renderer/features/targets/open-prerequisites.ts';
import { percentMeant, readThreshold } from '../../renderer/features/targets/read-threshold.ts';
import { scoreParts } from '../../renderer/features/targets/score-parts.ts';
import { planChanges } from '../../renderer/features/targets/targets-store.ts';
import { graded, idOf, roundOf, standardOf, targetsOf } from './targets-fixture.ts';

const tier2 = 'tier2-2012';
const town = 'sanitary-town-2021';
const tier3 = 'tier3-2022';

describe('要求的写法', () => {
  test.each([
    ['90%', 'grade', { atLeast: '0.9', of: 'share' }],
    ['９０％', 'grade', { atLeast: '0.9', of: 'share' }],
    ['≥ 66.6 %', 'grade', { atLeast: '0.666', of: 'share' }],
    ['0.90', 'grade', { atLeast: '0.9', of: 'share' }],
    ['1/3', 'passing', { atLeast: '1/3', of: 'share' }],
    ['850 分', 'score', { atLeast: '850', of: 'points' }],
    ['850', 'score', { atLeast: '850', of: 'points' }],
    ['84.5分', 'score', { atLeast: '84.5', of: 'points' }],
    ['85%', 'score', { atLeast: '0.85', of: 'share' }],
    ['0.85', 'score', { atLeast: '0.85', of: 'share' }],
    ['850 分', 'grade', undefined],
    ['九成', 'grade', undefined],
    ['1/0', 'grade', undefined],
    ['-5', 'score', undefined],
    ['', 'score', undefined],
  ] as const)('%s（%s）', (typed, kind, read) => expect(readThreshold(typed, kind)).toEqual(read));
});

describe('比例写成了整数：问是不是百分数，不擅自改', () => {
  test.each([
    ['85', 'grade', '85%'],
    ['８５', 'passing', '85%'],
    ['66.60', 'grade', '66.6%'],
    ['100', 'grade', '100%'],
    ['120', 'grade', undefined],
    ['1', 'grade', undefined],
    ['0.85', 'grade', undefined],
    ['150%', 'grade', undefined],
    ['3/2', 'grade', undefined],
    ['85', 'score', undefined],
    ['很多', 'grade', undefined],
  ] as const)('%s（%s）', (typed, kind, percent) => expect(percentMeant(typed, kind)).toBe(percent));

  test('85 不生效，直到写成 85%', () => {
    const round = graded(tier2, 'B');
    const [first] = targetsOf(round.standard);
    const [rule] = draftOf(first!.rules);
    const faultOf = (typed: string) =>
      checkDraft([{ ...rule!, typed }], first!.builtIn, groundOf(round)).rules[0]?.fault;
    expect(faultOf('85')).toBe('above-one');
    expect(faultOf('85%')).toBeUndefined();
  });
});

describe('修改规则', () => {
  test.each([tier2, town, tier3, 'mch-review', 'jcx-township-2022'])('%s 的规则不改就和内置的一样', (packId) => {
    for (const { rules } of standardOf(packId).targets) expect(draftOf(rules).map(ruleOf)).toEqual(rules);
  });

  test('边改边判：数字、差多少、内置值', () => {
    const round = graded(tier2, 'B');
    const [first] = targetsOf(round.standard);
    const draft = draftOf(first!.rules).map((rule, at) => (at === 2 ? { ...rule, typed: '0%' } : rule));
    const { rules, isSound } = checkDraft(draft, first!.builtIn, groundOf(round));
    expect(isSound).toBe(true);
    expect(rules[2]).toMatchObject({ result: { holds: true, percent: '0.0' }, builtIn: { atLeast: '0.2' } });
    expect(rules[5]).toMatchObject({ result: { holds: false }, builtIn: undefined });
  });

  test('不成立的规则逐条说明，其余照常判', () => {
    const round = roundOf(town);
    const [first] = targetsOf(round.standard);
    const [score, core] = draftOf(first!.rules);
    const draft = [
      { ...score!, typed: '1200 分' },
      { ...core!, typed: '120%' },
      { ...core!, key: 7, typed: '90%' },
      { ...core!, key: 8, scope: 'chapter:99', typed: '90%' },
      { ...core!, key: 9, kind: 'grade' as const, typed: '90%' },
      { ...core!, key: 10, scope: 'all', typed: '好' },
      { ...core!, key: 11, scope: 'chapter:1', typed: '90%' },
    ];
    const { rules, isSound } = checkDraft(draft, first!.builtIn, groundOf(round));
    expect(isSound).toBe(false);
    expect(rules.map(({ fault }) => fault)).toEqual([
      'above-full',
      'above-one',
      'repeated',
      'unknown-scope',
      'no-clauses',
      'not-exact',
      undefined,
    ]);
    expect(rules[6]?.result).toMatchObject({ denominator: 6, holds: false });
    expect(checkDraft([], first!.builtIn, groundOf(round))).toMatchObject({ isEmpty: true, isSound: false });
  });

  test('新规则有自己的编号，移动不越界', () => {
    const { standard } = roundOf(town);
    const draft = draftOf(standard.targets[0]!.rules);
    expect(newRule(draft, standard)).toMatchObject({ key: 2, kind: 'passing', scope: 'all', typed: '' });
    expect(moveRule(draft, 0, 1).map(({ key }) => key)).toEqual([1, 0]);
    expect(moveRule(draft, 0, -1)).toBe(draft);
  });
});

test('范围里的章不把编号说两遍', () => {
  const labels = scopeChoices(standardOf(tier3), 'grade').map(({ label }) => label);
  expect(labels).toContain('第 2.1 章 资源配置与运行数据指标');
  expect(labels.filter((label) => /章 第/.test(label))).toEqual([]);
});

describe('对比目标', () => {
  test('同一范围同一等级对齐，每个目标各判各的', () => {
    const round = graded(tier2, 'B');
    const { rows, verdicts } = compareTargets(targetsOf(round.standard), groundOf(round));
    expect(rows).toHaveLength(6);
    expect(rows[1]).toMatchObject({
      rule: { scope: 'all', grade: 'B', percent: '100.0' },
      results: [
        { atLeast: '0.6', holds: true },
        { atLeast: '0.5', holds: true },
      ],
    });
    expect(rows[2]?.results.map((result) => result?.missing)).toEqual([65, 33]);
    expect(verdicts.map(({ reached }) => reached)).toEqual([false, false]);
  });

  test('只有一个目标要求的规则，另一个是空的', () => {
    const round = roundOf(tier2);
    const [first, second] = targetsOf(round.standard);
    const { rows } = compareTargets([{ ...first!, rules: first!.rules.slice(0, 1) }, second!], groundOf(round));
    expect(rows).toHaveLength(6);
    expect(rows[0]?.results.every((result) => result !== undefined)).toBe(true);
    expect(rows[1]?.results[0]).toBeUndefined();
  });

  test('加权总分拆成各部分', () => {
    const parts = scoreParts(groundOf(graded(tier3, 'B')));
    expect(parts).toMatchObject([
      { label: '监测数据', weight: '60%', score: expect.any(String), full: '600' },
      { label: '现场检查', weight: '40%', score: '340.00', full: '400' },
    ]);
    expect(scoreParts(groundOf(roundOf(tier2)))).toEqual([]);
  });
});

describe('模拟提升', () => {
  test('勾选的条款算作已提升，其余照旧；原来的结果不动', () => {
    const round = graded(tier2, 'C');
    const rules = round.standard.targets[0]!.rules;
    const ids = round.clauses.slice(0, 10).map(({ id }) => id);
    const then = judgeOn(groundOf(round, new Map(ids.map((id) => [id, 'B' as const]))), rules);
    expect(then.rules[1]).toMatchObject({ count: 10, denominator: 321 });
    expect(judgeOn(groundOf(round), rules).rules[1]).toMatchObject({ count: 0 });
  });

  test('已经更好的条款，计划不会把它拉低', () => {
    const round = graded(tier2, 'A');
    const lifts: Lifts = new Map([[round.clauses[0]!.id, 'B']]);
    const rules = round.standard.targets[0]!.rules;
    const ground = groundOf(round);
    expect(judgeOn(groundOf(round, lifts), rules)).toEqual(judgeOn(ground, rules));
    expect(liftRows({ rules: judgeOn(ground, rules).rules, ground, lifts })).toMatchObject([
      { ticked: true, done: true },
    ]);
  });

  test('一条款只列一次，按先差的规则，说出帮到哪几条规则', () => {
    const round = graded(tier2, 'C');
    const ground = groundOf(round);
    const { rules } = judgeOn(ground, round.standard.targets[0]!.rules);
    const rows = liftRows({ rules, ground, lifts: noLifts });
    expect(rows).toHaveLength(321);
    expect(new Set(rows.map(({ item }) => item.code)).size).toBe(321);
    expect(rows[0]).toMatchObject({ wanted: 'B', options: ['B', 'A'], helps: [1, 4], item: { core: true } });
    expect(rows.at(-1)).toMatchObject({ wanted: 'B', helps: [1], item: { core: false } });
    const preferring = liftRows({ rules, ground, lifts: noLifts, preferred: 'A' });
    expect(preferring[0]).toMatchObject({ wanted: 'A', helps: [1, 2, 4, 5] });
    expect(liftRows({ rules, ground, lifts: noLifts, only: 5 })).toHaveLength(33);
  });

  test('勾选最省的，正好到规则达到为止', () => {
    const round = graded(tier2, 'C');
    const rule = round.standard.targets[0]!.rules[4]!;
    const lifts = cheapestUntil(rule, round, noLifts);
    expect(lifts.size).toBe(24); // ceil(0.7 × 33)
    expect(judgeOn(groundOf(round, lifts), [rule]).rules[0]).toMatchObject({ holds: true, missing: 0 });
    const fewer = new Map([...lifts].slice(1));
    expect(judgeOn(groundOf(round, fewer), [rule]).rules[0]).toMatchObject({ holds: false, missing: 1 });
    expect(cheapestUntil(rule, round, lifts)).toEqual(lifts);
  });

  test('总分：一条款可以提升两次；到不了时全部勾上', () => {
    const round = graded(tier3, 'D');
    const rule = { kind: 'score', scope: 'part3', of: 'share', atLeast: '0.9' } as const;
    const lifts = cheapestUntil(rule, round, noLifts);
    expect(judgeOn(groundOf(round, lifts), [rule]).rules[0]).toMatchObject({ holds: true });
    expect(new Set(lifts.values())).toEqual(new Set(['B', 'A']));
  });

  test('分值条款：差多少分，得满分能补多少', () => {
    const round = roundOf(town, { '1.1.1': { ownScore: '0' } });
    const ground = groundOf(round);
    const rules = round.standard.targets[1]!.rules;
    const judged = judgeOn(ground, rules).rules;
    expect(judged[0]).toMatchObject({ score: '0.00', missing: '850.00', holds: false });
    const lifts = cheapestUntil(rules[0]!, round, noLifts);
    expect(judgeOn(groundOf(round, lifts), rules).rules[0]).toMatchObject({ holds: true });
    expect([...lifts.values()].every((wanted) => wanted === 'full')).toBe(true);
  });

  test('违反的前置要求排在最前，提升后不再否决', () => {
    const prerequisite = roundOf(tier3).clauses.find(({ method }) => method === 'prerequisite')!;
    const marks: Record<PointId, 'unmet'> = Object.fromEntries(prerequisite.points.map(({ id }) => [id, 'unmet']));
    const round = roundOf(tier3, { [prerequisite.code]: { marks } });
    const ground = groundOf(round);
    const rules = round.standard.targets[0]!.rules;
    const verdict = judgeOn(ground, rules);
    expect(verdict.vetoes).toEqual([prerequisite.code]);
    const [first] = liftRows({ rules: verdict.rules, ground, lifts: noLifts });
    expect(first).toMatchObject({ veto: true, wanted: 'yes', item: { code: prerequisite.code } });
    const lifts: Lifts = new Map([[idOf(round, prerequisite.code), 'yes']]);
    expect(judgeOn(groundOf(round, lifts), rules).vetoes).toEqual([]);
  });

  test('保存计划只送出改动的条款', () => {
    const [one, two, three] = roundOf(tier2).clauses.map(({ id }) => id);
    const planned: Lifts = new Map([
      [one!, 'B'],
      [two!, 'B'],
    ]);
    const ticked: Lifts = new Map([
      [one!, 'B'],
      [three!, 'A'],
    ]);
    expect(planChanges(ticked, planned)).toEqual([
      { clauseId: two, wanted: null },
      { clauseId: three, wanted: 'A' },
    ]);
  });
});

describe('前置要求', () => {
  const prerequisites = standardOf(tier3)
    .chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses))
    .filter(({ method }) => method === 'prerequisite');
  const [first, second, third] = prerequisites;
  const marksOf = ({ points }: (typeof prerequisites)[number], mark: 'met' | 'unmet') => ({
    marks: Object.fromEntries(points.map(({ id }) => [id, mark])),
  });
  const { clauses, states } = roundOf(tier3, {
    [first!.code]: marksOf(first!, 'met'),
    [second!.code]: marksOf(second!, 'unmet'),
  });

  test('没判定的依次列出；判过的、模拟提升的不算', () => {
    expect(openPrerequisites(clauses, states)).toEqual(prerequisites.slice(2));
    expect(openPrerequisites(clauses, states, new Map([[third!.id, 'yes']]))).toEqual(prerequisites.slice(3));
    expect(openPrerequisites(roundOf(tier2).clauses, roundOf(tier2).states)).toEqual([]);
  });

  test('提升的说法：违反的消除，没判的判定；其他条款照旧', () => {
    expect(liftWords('yes', { method: 'prerequisite', outcome: 'fail' })).toBe('消除违反');
    expect(liftWords('yes', { method: 'prerequisite', outcome: undefined })).toBe('判为无违反');
    expect(liftWords('yes', { method: 'checklist', outcome: 'fail' })).toBe('达到通过');
  });
});
