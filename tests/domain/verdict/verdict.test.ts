import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isAtLeast, type Grade } from '../../../shared/domain/grade/grade.ts';
import { add, compare, zero } from '../../../shared/domain/number/rational.ts';
import { isExempt, isScored, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { GradeRule, PassingRule, Rule } from '../../../shared/domain/standard/standard.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import { scoreOf } from '../../../shared/domain/verdict/score.ts';
import {
  countAtLeast,
  denominatorOf,
  emptyScope,
  moveInTally,
  passingDenominator,
  tallyClauses,
  type CountedClause,
} from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { clauseResult, countedClauses, gradeRule, rule, scopes, yesAtRate } from '../../support/arbitraries.ts';
import { checked, gradedAs, inChapter, measuredAs, scoredAs } from '../../support/results.ts';

const graded = (grade: Grade | undefined, place: { chapter?: string; core?: boolean } = {}): CountedClause =>
  inChapter(gradedAs(grade), place);
const ruleOf = (grade: 'A' | 'B' | 'C', atLeast: string, scope = 'all'): GradeRule => ({
  kind: 'grade',
  scope,
  grade,
  atLeast,
});
const passing = (atLeast: string, scope = 'all'): PassingRule => ({ kind: 'passing', scope, atLeast });
const count = (clauses: readonly CountedClause[]) => tallyClauses(clauses, { scopes, yesAtRate });
const judgeClauses = (clauses: readonly CountedClause[], ...rules: Rule[]) => judge({ rules }, count(clauses));
const countsOf = (clauses: readonly CountedClause[], ...rules: Rule[]) =>
  judgeClauses(clauses, ...rules).rules.map((entry) =>
    entry.kind === 'score' ? expect.fail('a score has no count') : [entry.count, entry.denominator, entry.holds],
  );

test('规则第 5 节的算例：分母 9，C 及以上 66.6%，要 90% 还差 3 条', () => {
  const clauses = (['E', 'A', 'B', 'B', 'C', 'C', 'C', 'D', undefined, undefined] as const).map((grade) =>
    graded(grade),
  );
  const verdict = judgeClauses(clauses, ruleOf('C', '0.9'), ruleOf('B', '0.3'), ruleOf('A', '0.2'));
  expect(verdict.rules).toMatchObject([
    { count: 6, denominator: 9, percent: '66.6', missing: 3, holds: false },
    { count: 3, denominator: 9, percent: '33.3', missing: 0, holds: true },
    { count: 1, denominator: 9, percent: '11.1', missing: 1, holds: false },
  ]);
  expect(verdict).toMatchObject({ reached: false, unscored: 2 });
  expect(verdict.rules[0]?.forecast).toBe('85.7'); // 6 of the 7 scored ones
});

test('全部不适用的范围：规则不适用，也不妨碍达标', () => {
  const verdict = judgeClauses([graded('E', { core: true }), graded('A')], ruleOf('C', '1', 'core'), ruleOf('C', '1'));
  expect(verdict.rules[0]).toMatchObject({ applicable: false, denominator: 0, percent: undefined, missing: 0 });
  expect(verdict.reached).toBe(true);
});

test('没有一条规则适用时不算达标', () => {
  expect(judgeClauses([graded('E')], ruleOf('C', '1')).reached).toBe(false);
  expect(judgeClauses([], ruleOf('C', '1')).reached).toBe(false);
});

test('未评的条款留在分母里，从不计入分子', () => {
  expect(judgeClauses([graded('A'), graded(undefined)], ruleOf('C', '1')).rules[0]).toMatchObject({
    count: 1,
    denominator: 2,
    percent: '50.0',
    missing: 1,
    holds: false,
  });
});

test('章范围只数本章，核心只数核心', () => {
  const clauses = [
    graded('A', { chapter: '2', core: true }),
    graded('D', { chapter: '1' }),
    graded('C', { chapter: '2' }),
  ];
  expect(
    countsOf(clauses, ruleOf('C', '1', 'chapter:2'), ruleOf('A', '1', 'core'), ruleOf('C', '1', 'chapter:1')),
  ).toEqual([
    [2, 2, true],
    [1, 1, true],
    [0, 1, false],
  ]);
});

test('命名的范围数其中各章；同名以外的章不数', () => {
  const clauses = ['1', '2', '3', '4'].map((chapter) => graded(chapter === '3' ? 'D' : 'B', { chapter }));
  expect(countsOf(clauses, ruleOf('B', '1', 'first'), ruleOf('B', '0.5', 'rest'))).toEqual([
    [1, 1, true],
    [1, 2, true],
  ]);
});

/** The results from worse to better; a prerequisite that becomes violated is no step up from unscored. */
const ladders: readonly (readonly ClauseResult[])[] = [
  [undefined, 'D' as const, 'C' as const, 'B' as const, 'A' as const].map(gradedAs),
  [checked(undefined), checked('fail'), checked('pass')],
  [checked('fail', 'prerequisite'), checked('pass', 'prerequisite')],
  [checked(undefined, 'prerequisite'), checked('pass', 'prerequisite')],
  [undefined, '0', '1/3', '2', '2.9', '3'].map((score) => scoredAs(score, '3')),
  [
    measuredAs('missing'),
    measuredAs('unmet'),
    measuredAs('neither', { improved: true }),
    measuredAs('met', { improved: true }),
  ],
  [measuredAs('missing', { monitored: true }), measuredAs('neither', { monitored: true })],
];
const step = fc
  .constantFrom(...ladders)
  .chain((ladder) => fc.tuple(fc.nat(ladder.length - 2), fc.nat(ladder.length - 1)).map((at) => ({ ladder, at })))
  .map(({ ladder, at: [low, high] }) => ({ worse: ladder[low]!, better: ladder[Math.max(low + 1, high)]! }));

const parts = {
  full: '1000',
  parts: ['first', 'rest', 'core'].map((scope) => ({
    scope,
    weight: '1/3',
    gradeRates: { A: '1', B: '0.85', C: '2/3', D: '0' },
    indicatorRates: { met: '1', improved: '1/3', worse: '0', missing: '0' },
  })),
};
const scales = fc.constantFrom({}, { totalPoints: '100' }, { totalPoints: '100', scoring: parts });
const scoreRules: readonly Rule[] = ['total', 'first', 'core'].flatMap((scope) => [
  { kind: 'score', scope, of: 'share', atLeast: '2/3' },
  { kind: 'score', scope, of: 'points', atLeast: '20' },
]);

test('任何一种条款的结果变好，比例、得分和达标都不会变差', () => {
  fc.assert(
    fc.property(
      countedClauses,
      fc.array(rule, { minLength: 1, maxLength: 4 }),
      step,
      fc.record({ chapter: fc.constantFrom('1', '2', '3'), core: fc.boolean() }),
      scales,
      (others, drawn, { worse, better }, where, scale) => {
        const rules = [...drawn, ...scoreRules];
        const [low, high] = [worse, better].map((result) => count([...others, { ...where, result }]));
        if (!low || !high) throw new Error('two tallies');
        const violated = worse.method === 'prerequisite' && worse.outcome === 'fail' ? ['x'] : [];
        const before = judge({ rules }, low, { ...scale, violated });
        const after = judge({ rules }, high, scale);
        for (const [index, entry] of after.rules.entries()) {
          const was = before.rules[index];
          if (was?.holds) expect(entry.holds).toBe(true);
          expect(Number(entry.missing)).toBeLessThanOrEqual(Number(was?.missing));
          if (entry.kind !== 'score' && was && was.kind !== 'score') {
            expect(entry.count).toBeGreaterThanOrEqual(was.count);
          }
        }
        for (const scope of ['total', 'all', 'core', 'first']) {
          const [was, is] = [scoreOf(scope, low, scale), scoreOf(scope, high, scale)];
          if (was) expect(is && compare(is.earned, was.earned)).toBeGreaterThanOrEqual(0);
        }
        if (before.reached) expect(after.reached).toBe(true);
        expect(after.unscored).toBeLessThanOrEqual(before.unscored);
      },
    ),
    { numRuns: 400 },
  );
});

test('与逐条数一遍的笨办法一致；差几条补上几条就正好达到', () => {
  fc.assert(
    fc.property(countedClauses, gradeRule, (clauses, wanted) => {
      const has = ({ result }: CountedClause) =>
        result.method === 'graded' && result.grade !== undefined && isAtLeast(result.grade, wanted.grade);
      const applicable = clauses.filter(
        (clause) =>
          clause.result.method === 'graded' && clause.result.grade !== 'E' && isInScope(clause, wanted.scope, scopes),
      );
      const [result] = judgeClauses(clauses, wanted).rules;
      expect(result).toMatchObject({
        count: applicable.filter(has).length,
        denominator: applicable.length,
        applicable: applicable.length > 0,
      });

      const missing = Number(result?.missing);
      const lifted = new Set(applicable.filter((clause) => !has(clause)).slice(0, missing));
      expect(lifted.size).toBe(missing);
      const mendedBut = (left: number) => {
        const mended = [...lifted].slice(left);
        return clauses.map((clause) =>
          mended.includes(clause) ? { ...clause, result: gradedAs(wanted.grade) } : clause,
        );
      };
      expect(judgeClauses(mendedBut(0), wanted).rules[0]?.holds).toBe(true);
      if (missing > 0) expect(judgeClauses(mendedBut(1), wanted).rules[0]?.holds).toBe(false);
    }),
  );
});

const sums = ['earned', 'full', 'scoredFull', 'shares', 'declared'] as const;
const numbers = Object.keys(emptyScope()).filter((key) => !sums.some((sum) => sum === key)) as Exclude<
  keyof ReturnType<typeof emptyScope>,
  (typeof sums)[number]
>[];

test('各结果之和等于条款数；章之和等于全部', () => {
  fc.assert(
    fc.property(countedClauses, (clauses) => {
      const { scopes: tallied } = count(clauses);
      const all = tallied.get('all') ?? emptyScope();
      expect(denominatorOf(all) + all.E + passingDenominator(all) + all.exempt).toBe(clauses.length);
      expect(countAtLeast(all, 'D') + all.unscored).toBe(denominatorOf(all));
      const indicators = all.met + all.improved + all.worse + all.missing + all.monitored;
      expect(all.checks + all.pointsClauses + indicators).toBe(passingDenominator(all));
      expect(all.E + all.exempt).toBe(clauses.filter(({ result }) => isExempt(result)).length);
      expect(all.unscored + all.open).toBe(clauses.filter(({ result }) => !isScored(result)).length);
      expect(judgeClauses(clauses, passing('1')).unscored).toBe(all.unscored + all.open);

      const chapters = ['1', '2', '3'].map((code) => tallied.get(`chapter:${code}`) ?? emptyScope());
      for (const key of numbers) expect(chapters.reduce((sum, scope) => sum + scope[key], 0)).toBe(all[key]);
      for (const key of sums) expect(chapters.reduce((sum, scope) => add(sum, scope[key]), zero)).toEqual(all[key]);
      expect(compare(all.earned, all.scoredFull)).toBeLessThanOrEqual(0);
      expect(compare(all.scoredFull, all.full)).toBeLessThanOrEqual(0);
      expect(compare(all.full, all.declared)).toBeLessThanOrEqual(0);
    }),
  );
});

test('逐条移动的计数与从头数一样', () => {
  fc.assert(
    fc.property(countedClauses, fc.array(fc.tuple(fc.nat(), clauseResult), { maxLength: 30 }), (clauses, steps) => {
      const tally = count(clauses);
      const now = [...clauses];
      for (const [which, result] of steps) {
        const at = now.length === 0 ? -1 : which % now.length;
        const clause = now[at];
        if (!clause) continue;
        moveInTally(tally, clause, result);
        now[at] = { ...clause, result };
      }
      expect(tally).toEqual(count(now));
    }),
  );
});

test('不在计数里的章不能移动', () => {
  expect(() => moveInTally(count([]), graded('A'), gradedAs('B'))).toThrow('chapter 1');
});

test('一票否决：其他都够也不达标，违反的列出来', () => {
  const tally = count([graded('A')]);
  expect(judge({ rules: [ruleOf('A', '1')] }, tally).reached).toBe(true);
  expect(judge({ rules: [ruleOf('A', '1')] }, tally, { violated: ['1.1', '1.7'] })).toMatchObject({
    reached: false,
    vetoes: ['1.1', '1.7'],
    rules: [{ holds: true }],
  });
});

test('任一规则不满足就不达标', () => {
  expect(judgeClauses([graded('B')], ruleOf('B', '1'), ruleOf('A', '1')).reached).toBe(false);
});

test('阈值不是精确的数就不判，不猜', () => {
  expect(() => judgeClauses([graded('A')], ruleOf('A', '九成'))).toThrow('九成');
});
