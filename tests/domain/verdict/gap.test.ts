import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compare, exactly, multiply, rational, zero } from '../../../shared/domain/number/rational.ts';
import { proposeScore } from '../../../shared/domain/points/propose-score.ts';
import type { Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { Rule, Scoring } from '../../../shared/domain/standard/standard.ts';
import {
  cheapestLifts,
  costOf,
  gapOf,
  wantedFor,
  type GapRules,
  type LiftableClause,
} from '../../../shared/domain/verdict/gap.ts';
import { scoreOf } from '../../../shared/domain/verdict/score.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { liftedResult } from '../../../shared/domain/verdict/what-if.ts';
import { countedClause, points, rule, scopes, yesAtRate, yesMarks } from '../../support/arbitraries.ts';
import { met, notApplicable, partial, unmarked, unmet } from '../../support/points.ts';
import { checked, gradedAs, measuredAs, scoredAs } from '../../support/results.ts';

const gapRules: GapRules = { scopes, yesAtRate, scoring: undefined };
const rates = {
  gradeRates: { A: '1', B: '0.85', C: '0.7', D: '0' },
  indicatorRates: { met: '1', improved: '0.6', worse: '0', missing: '0' },
};
const scoring: Scoring = {
  full: '1000',
  parts: [
    { scope: 'chapter:1', weight: '1/3', ...rates },
    { scope: 'chapter:2', weight: '2/3', ...rates },
  ],
};

const clause = (code: string, rest: Partial<LiftableClause>): LiftableClause => ({
  code,
  chapter: '1',
  core: false,
  result: gradedAs('D'),
  points: [unmet('C')],
  ...rest,
});
const clauses = [
  clause('1.1', { points: [unmet('C'), unmet('C')] }),
  clause('1.2', {}),
  clause('1.3', { core: true, points: [unmet('C'), unmet('C'), unmet('C')] }),
  clause('1.4', { result: gradedAs('E') }),
  clause('1.5', { result: gradedAs(undefined) }),
  clause('1.6', { result: gradedAs('C'), points: [met('C'), unmet('B')] }),
];
const gradeRule = (scope: string, grade: 'A' | 'B' | 'C'): Rule => ({ kind: 'grade', scope, grade, atLeast: '1' });
const codes = (entries: readonly { clause: LiftableClause }[]) => entries.map((entry) => entry.clause.code);

test('先核心，再看差几个要点，再按标准的顺序；不适用和已够的不列', () => {
  expect(codes(cheapestLifts(gradeRule('all', 'C'), clauses, gapRules))).toEqual(['1.3', '1.2', '1.5', '1.1']);
});

test('几条规则的差距合并，同一条款同一等级只列一次', () => {
  const gap = gapOf([gradeRule('all', 'C'), gradeRule('core', 'C'), gradeRule('all', 'B')], clauses, gapRules);
  expect(gap.filter((entry) => entry.clause.code === '1.3').map((entry) => entry.wanted)).toEqual(['C', 'B']);
  expect(gap.find((entry) => entry.clause.code === '1.6')).toMatchObject({ wanted: 'B', pointsToMeet: 1 });
});

describe('要提到哪里', () => {
  const wanted = (result: ClauseResult, of: Rule, rules: GapRules = gapRules) =>
    wantedFor({ chapter: '1', core: false, result }, of, rules);
  const total: Rule = { kind: 'score', scope: 'total', of: 'points', atLeast: '1' };
  const passing: Rule = { kind: 'passing', scope: 'all', atLeast: '1' };

  test.each<readonly [string, ClauseResult, Rule, string | undefined]>([
    ['差等级的', gradedAs('C'), gradeRule('all', 'B'), 'B'],
    ['等级已够', gradedAs('A'), gradeRule('all', 'B'), undefined],
    ['等级规则不看别的方法', checked('fail'), gradeRule('all', 'C'), undefined],
    ['别章的', gradedAs('D'), gradeRule('chapter:2', 'C'), undefined],
    ['不是核心的', gradedAs('D'), gradeRule('core', 'C'), undefined],
    ['没通过的', checked('fail'), passing, 'yes'],
    ['未评的', scoredAs(undefined, '3'), passing, 'yes'],
    ['已通过的分值条款', scoredAs('2', '3'), passing, undefined],
    ['通过规则不看等级条款', gradedAs('D'), passing, undefined],
    ['不适用的', scoredAs('n/a', '3'), passing, undefined],
    ['按分值的总分：没得满分的', scoredAs('2', '3'), total, 'full'],
    ['按分值的总分：满分的', scoredAs('3', '3'), total, undefined],
    ['按分值的总分不看等级条款', gradedAs('D'), total, undefined],
    ['按分值的总分不看是否条款', checked('fail'), total, undefined],
  ])('%s', (_case, result, of, expected) => expect(wanted(result, of)).toBe(expected));

  test.each<readonly [string, ClauseResult, string | undefined]>([
    ['未评的等级条款', gradedAs(undefined), 'C'],
    ['D', gradedAs('D'), 'C'],
    ['C', gradedAs('C'), 'B'],
    ['B', gradedAs('B'), 'A'],
    ['A', gradedAs('A'), undefined],
    ['指标没有目标值', measuredAs('neither'), 'yes'],
    ['监测的有值', measuredAs('neither', { monitored: true }), undefined],
    ['前置未评', checked(undefined, 'prerequisite'), 'yes'],
  ])('分部分的总分：%s', (_case, result, expected) =>
    expect(wanted(result, total, { ...gapRules, scoring })).toBe(expected),
  );

  test('不在任何部分里的条款，提了总分也不变', () => {
    const outside = { chapter: '9', core: false, result: checked(undefined, 'prerequisite') };
    expect(wantedFor(outside, total, { ...gapRules, scoring })).toBeUndefined();
    const core: Rule = { ...total, scope: 'core' };
    expect(wanted(gradedAs('D'), { ...total, scope: 'chapter:1' }, { ...gapRules, scoring })).toBe('C');
    const inside = { chapter: '1', core: true, result: gradedAs('D') };
    expect(wantedFor(inside, core, { ...gapRules, scoring })).toBeUndefined();
  });
});

describe('差几个要点', () => {
  test('分值条款到通过线，先补空白大的；指标差一次填报', () => {
    const marks = [partial('yes'), unmet('yes'), met('yes'), notApplicable('yes')];
    const cost = (wanted: 'yes' | 'full') => costOf({ result: scoredAs('1', '3'), points: marks }, wanted, yesAtRate);
    expect(cost('yes')).toBe(1); // 1.5 → 2.5
    expect(cost('full')).toBe(2);
    expect(costOf({ result: measuredAs('unmet'), points: [] }, 'yes', yesAtRate)).toBe(1);
    expect(costOf({ result: checked('fail'), points: [...marks, unmarked('yes')] }, 'yes', yesAtRate)).toBe(3);
  });

  test('分值条款与逐组试一遍的笨办法一致', () => {
    fc.assert(
      fc.property(yesMarks, fc.constantFrom('1', '2.5', '7'), (marks, full) => {
        const applicable = marks.filter((mark) => mark !== 'n/a');
        if (applicable.length === 0) return;
        const aim = multiply(exactly(full), yesAtRate);
        const worth = (lifted: readonly (Mark | undefined)[]) =>
          proposeScore(
            exactly(full),
            lifted.map((mark) => mark ?? 'unmet'),
          ) ?? zero;
        let fewest = Infinity;
        for (let subset = 0; subset < 2 ** applicable.length; subset++) {
          const lifted = applicable.map((mark, at) => ((subset >> at) & 1 ? 'met' : mark));
          const changed = lifted.filter((mark, at) => mark !== applicable[at]).length;
          if (compare(worth(lifted), aim) >= 0) fewest = Math.min(fewest, changed);
        }
        const judged = marks.map((mark) => ({ tier: 'yes' as const, mark }));
        expect(costOf({ result: scoredAs(undefined, full), points: judged }, 'yes', yesAtRate)).toBe(fewest);
      }),
    );
  });
});

const liftables = fc
  .array(fc.tuple(countedClause, points), { maxLength: 30 })
  .map((found) =>
    found.map(([placed, judged], at): LiftableClause => ({ ...placed, code: String(at), points: judged })),
  );
const count = (of: readonly LiftableClause[]) => tallyClauses(of, { scopes, yesAtRate });

test('列出的正好是有用的条款，按核心、要点数、原来的次序排', () => {
  fc.assert(
    fc.property(liftables, rule, (given, of) => {
      const lifts = cheapestLifts(of, given, gapRules);
      const useful = given.filter((entry) => wantedFor(entry, of, gapRules) !== undefined);
      expect(codes(lifts).toSorted()).toEqual(codes(useful.map((entry) => ({ clause: entry }))).toSorted());
      for (const [at, { clause: next, pointsToMeet }] of lifts.entries()) {
        const before = lifts[at - 1];
        if (!before) continue;
        const order =
          Number(next.core) - Number(before.clause.core) ||
          before.pointsToMeet - pointsToMeet ||
          Number(before.clause.code) - Number(next.code);
        expect(order).toBeLessThan(0);
      }
    }),
  );
});

test('差几条，就提最前面的几条，规则正好满足；少一条都不行', () => {
  fc.assert(
    fc.property(liftables, rule, (given, of) => {
      const missing = Number(judge({ rules: [of] }, count(given)).rules[0]?.missing);
      const lifts = cheapestLifts(of, given, gapRules).slice(0, missing);
      expect(lifts).toHaveLength(missing);
      const holdsWith = (chosen: typeof lifts) => {
        const lifted = given.map((entry) => {
          const lift = chosen.find(({ clause: { code } }) => code === entry.code);
          return lift ? { ...entry, result: liftedResult(entry.result, lift.wanted, yesAtRate) } : entry;
        });
        return judge({ rules: [of] }, count(lifted)).rules[0]?.holds;
      };
      expect(holdsWith(lifts)).toBe(true);
      if (missing > 0) expect(holdsWith(lifts.slice(1))).toBe(false);
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['分值', { totalPoints: '100' }, undefined],
  ['分部分', { scoring }, scoring],
] as const)('%s的总分：列出的每一条提了都加分，全部提上去就是满分', (_case, scale, by) => {
  const rules: GapRules = { ...gapRules, scoring: by };
  const total: Rule = { kind: 'score', scope: 'total', of: 'points', atLeast: '100' };
  fc.assert(
    fc.property(liftables, (given) => {
      const earned = (of: readonly LiftableClause[]) => scoreOf('total', count(of), scale)?.share;
      let now = given;
      for (let turn = 0; turn < 3; turn++) {
        const before = earned(now);
        for (const { clause: listed, wanted } of cheapestLifts(total, now, rules)) {
          const result = liftedResult(listed.result, wanted, yesAtRate);
          const after = earned(now.map((entry) => (entry.code === listed.code ? { ...entry, result } : entry)));
          expect(before && after && compare(after, before)).toBe(1);
        }
        const lifts = new Map(cheapestLifts(total, now, rules).map((lift) => [lift.clause.code, lift.wanted]));
        now = now.map((entry) => {
          const wanted = lifts.get(entry.code);
          return wanted ? { ...entry, result: liftedResult(entry.result, wanted, yesAtRate) } : entry;
        });
      }
      expect(earned(now) ?? rational(1n, 1n)).toEqual(rational(1n, 1n));
    }),
  );
});
