import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { sampleScores } from '../../../electron/backend/sample/evidence-files/sample-scores.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { decideGrade, refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { yesAtRateOf } from '../../../shared/domain/result/clause-result.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';

const file = path.resolve(import.meta.dirname, '../../../resources/standards/jcx-township-2022.yaml');
const standard = toStandard(readPack(readFileSync(file, 'utf8'), 'jcx-township-2022.yaml'), 'a'.repeat(64));
const scores = new Map(sampleScores(standard).map((score) => [score.clauseId, score]));

const graded = clausesOf(standard).map((clause) => {
  const score = scores.get(clause.id);
  const marks = new Map(score?.marks.map(({ pointId, mark }) => [pointId, mark]));
  const points = clause.points.map(({ id, tier }) => ({ tier, mark: marks.get(id) }));
  const decided = decideGrade({ points, ownGrade: score?.grade, reason: score?.reason ?? '' });
  return { ...clause, score, points, ...decided, result: { method: 'graded' as const, ...decided } };
});
const count = (...grades: (Grade | undefined)[]) => graded.filter(({ grade }) => grades.includes(grade)).length;

test('98 of 109 scored; 96 % C or better, 74 % B or better, 22 % A of those that apply', () => {
  expect({ all: graded.length, unscored: count(undefined), E: count('E') }).toEqual({ all: 109, unscored: 11, E: 3 });
  expect([count('A', 'B', 'C'), count('A', 'B'), count('A')]).toEqual([91, 70, 21]);
});

test('推荐标准 is not reached', () => {
  const target = standard.targets.find(({ id }) => id === 'recommended');
  if (!target) throw new Error('no target');
  expect(judge(target, tallyClauses(graded, { scopes: [], yesAtRate: yesAtRateOf(standard) })).reached).toBe(false);
});

test('three grades are raised, each with a reason; every grade is allowed', () => {
  expect(graded.filter(({ raised }) => raised).map(({ code }) => code)).toEqual(['2.1.5', '2.2.3.7', '3.4.2']);
  for (const { optional, points, score } of graded) {
    expect(refuseGrade({ optional, points, ownGrade: score?.grade, reason: score?.reason ?? '' })).toBeUndefined();
  }
});

test('notes with figures for some forty clauses, none for a clause that is not in the standard', () => {
  const notes = graded.flatMap(({ score }) => score?.note ?? []);
  expect(notes.filter((note) => /\d/u.test(note)).length).toBeGreaterThanOrEqual(40);
  expect(scores.size).toBe(graded.filter(({ score }) => score).length);
});
