import { describe, expect, test } from 'vitest';
import { exactly } from '../../../shared/domain/number/rational.ts';
import { isExempt, isScored, passes, resultOf, type ClauseInput } from '../../../shared/domain/result/clause-result.ts';
import { clausesOf, type Method } from '../../../shared/domain/standard/standard.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { placedClauses } from '../../support/random-round.ts';
import { emptyInput } from '../../support/reference-verdict.ts';
import { inputOf } from '../../support/verdict-engine.ts';
import { mixedPack } from '../../support/mixed-pack.ts';

const pack = mixedPack('points');
const clauses = clausesOf(toStandard(pack, '0'.repeat(64)));
const blank = inputOf(clauses[0]!, emptyInput);
const clauseOf = (method: Method) =>
  clauses.find((clause) => clause.method === method && clause.points.length > 0 === (method !== 'indicator')) ??
  expect.fail(`no ${method}`);
const allMet = (method: Method): ClauseInput => ({
  ...blank,
  marks: Object.fromEntries(clauseOf(method).points.map(({ id }) => [id, 'met' as const])),
  figures: [{ period: '2026-01', numerator: '9', denominator: '10' }],
});

test('没有填的条款都未评，也不算不适用', () => {
  expect(placedClauses(pack)).toHaveLength(clauses.length);
  for (const clause of clauses) {
    const result = resultOf(clause, blank);
    expect(isScored(result), clause.code).toBe(false);
    expect(isExempt(result)).toBe(false);
    if (result.method !== 'graded') expect(passes(result, exactly('0'))).toBeUndefined();
  }
});

test('没有 C 级要点的条款，C 级直接通过', () => {
  const clause = clauses.find(({ points }) => points[0]?.tier === 'B') ?? expect.fail('none without C');
  const marks = Object.fromEntries(clause.points.map(({ id }) => [id, 'unmet' as const]));
  expect(resultOf(clause, { ...blank, marks })).toMatchObject({ grade: 'C', suggested: 'C' });
});

describe.each(['graded', 'checklist', 'points', 'prerequisite', 'indicator'] as const)('%s', (method) => {
  test('全部做到', () => {
    const result = resultOf(clauseOf(method), allMet(method));
    expect(isScored(result)).toBe(true);
    if (result.method === 'graded') expect(result).toMatchObject({ grade: 'A', suggested: 'A', raised: false });
    else expect(passes(result, exactly('1'))).toBe('pass');
  });

  test('E 不适用盖过所有填写的', () => {
    const result = resultOf(clauseOf(method), { ...allMet(method), ownGrade: 'E', ownScore: '0' });
    expect(isScored(result)).toBe(true);
    expect(isExempt(result)).toBe(true);
    if (result.method !== 'graded') expect(passes(result, exactly('0'))).toBe('n/a');
  });
});

test('没有满分的分值条款、没有定义的指标是标准的错', () => {
  expect(() => resultOf({ method: 'points', points: [] }, blank)).toThrow('full score');
  expect(() => resultOf({ method: 'indicator', points: [] }, blank)).toThrow('definition');
});
