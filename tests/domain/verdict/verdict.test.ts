import fc from 'fast-check';
import { expect, test } from 'vitest';
import { grades, isAtLeast, type Grade } from '../../../shared/domain/grade/grade.ts';
import {
  countAtLeast,
  denominatorOf,
  emptyScope,
  moveInTally,
  tallyClauses,
  type CountedClause,
} from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { countedClauses, rule } from '../../support/arbitraries.ts';

const graded = (grade: Grade | undefined, place: Partial<CountedClause> = {}): CountedClause => ({
  chapter: '1',
  core: false,
  grade,
  ...place,
});
const ruleOf = (grade: 'A' | 'B' | 'C', atLeast: string, scope = 'all') => ({ scope, grade, atLeast });
const judgeClauses = (clauses: readonly CountedClause[], ...rules: ReturnType<typeof ruleOf>[]) =>
  judge({ rules }, tallyClauses(clauses));

test('规则第 5 节的算例：分母 9，C 及以上 66.6%，要 90% 还差 3 条', () => {
  const clauses = (['E', 'A', 'B', 'B', 'C', 'C', 'C', 'D', undefined, undefined] as const).map((grade) =>
    graded(grade),
  );
  const verdict = judgeClauses(clauses, ruleOf('C', '0.9'), ruleOf('B', '0.3'), ruleOf('A', '0.2'));
  expect(
    verdict.rules.map((entry) => [entry.count, entry.denominator, entry.percent, entry.missing, entry.holds]),
  ).toEqual([
    [6, 9, '66.6', 3, false],
    [3, 9, '33.3', 0, true],
    [1, 9, '11.1', 1, false],
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
  const verdict = judgeClauses(
    clauses,
    ruleOf('C', '1', 'chapter:2'),
    ruleOf('A', '1', 'core'),
    ruleOf('C', '1', 'chapter:1'),
  );
  expect(verdict.rules.map((entry) => [entry.count, entry.denominator, entry.holds])).toEqual([
    [2, 2, true],
    [1, 1, true],
    [0, 1, false],
  ]);
});

test('等级变好，比例和达标都不会变差', () => {
  fc.assert(
    fc.property(countedClauses, fc.array(rule, { minLength: 1, maxLength: 4 }), fc.nat(), (clauses, rules, which) => {
      const at = clauses.length === 0 ? -1 : which % clauses.length;
      const clause = clauses[at];
      if (!clause || clause.grade === 'A' || clause.grade === 'E') return;
      const better = clause.grade === undefined ? 'D' : grades[grades.indexOf(clause.grade) - 1];
      const before = judge({ rules }, tallyClauses(clauses));
      const after = judge({ rules }, tallyClauses(clauses.with(at, { ...clause, grade: better })));
      for (const [index, entry] of after.rules.entries()) {
        expect(entry.count).toBeGreaterThanOrEqual(before.rules[index]?.count ?? 0);
        expect(entry.missing).toBeLessThanOrEqual(before.rules[index]?.missing ?? 0);
      }
      if (before.reached) expect(after.reached).toBe(true);
    }),
  );
});

test('与逐条数一遍的笨办法一致；差几条补上几条就正好达到', () => {
  fc.assert(
    fc.property(countedClauses, rule, (clauses, wanted) => {
      const scope = clauses.filter(
        (clause) =>
          wanted.scope === 'all' ||
          (wanted.scope === 'core' ? clause.core : wanted.scope === `chapter:${clause.chapter}`),
      );
      const applicable = scope.filter((clause) => clause.grade !== 'E');
      const count = applicable.filter((clause) => clause.grade && isAtLeast(clause.grade, wanted.grade)).length;
      const [result] = judge({ rules: [wanted] }, tallyClauses(clauses)).rules;
      expect(result).toMatchObject({ count, denominator: applicable.length, applicable: applicable.length > 0 });

      const short = clauses.filter(
        (clause) => applicable.includes(clause) && !(clause.grade && isAtLeast(clause.grade, wanted.grade)),
      );
      const lifted = new Set(short.slice(0, result?.missing));
      expect(lifted.size).toBe(result?.missing);
      const mended = clauses.map((clause) => (lifted.has(clause) ? { ...clause, grade: wanted.grade } : clause));
      expect(judge({ rules: [wanted] }, tallyClauses(mended)).rules[0]?.holds).toBe(true);
    }),
  );
});

test('各结果之和等于条款数；章之和等于全部', () => {
  fc.assert(
    fc.property(countedClauses, (clauses) => {
      const tally = tallyClauses(clauses);
      const all = tally.get('all') ?? emptyScope();
      expect(denominatorOf(all) + all.E).toBe(clauses.length);
      expect(countAtLeast(all, 'D') + all.unscored).toBe(denominatorOf(all));
      for (const key of [...grades, 'unscored'] as const) {
        const chapters = [...tally].filter(([name]) => name.startsWith('chapter:'));
        expect(chapters.reduce((sum, [, scope]) => sum + scope[key], 0)).toBe(all[key]);
      }
    }),
  );
});

test('逐条移动的计数与从头数一样', () => {
  const moves = fc.array(fc.tuple(fc.nat(), fc.option(fc.constantFrom(...grades), { nil: undefined })), {
    maxLength: 30,
  });
  fc.assert(
    fc.property(countedClauses, moves, (clauses, steps) => {
      const tally = tallyClauses(clauses);
      const now = [...clauses];
      for (const [which, grade] of steps) {
        const at = now.length === 0 ? -1 : which % now.length;
        const clause = now[at];
        if (!clause) continue;
        moveInTally(tally, clause, grade);
        now[at] = { ...clause, grade };
      }
      expect(tally).toEqual(tallyClauses(now));
    }),
  );
});
