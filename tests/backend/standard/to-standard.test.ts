import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';
import { summarise, toStandard } from '../../../electron/backend/standard/to-standard.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/standards');
const read = (id: string): Pack => readPack(readFileSync(path.join(folder, `${id}.yaml`), 'utf8'), `${id}.yaml`);
const sha256 = 'abcdef012345'.padEnd(64, '6');

test('ids: the standard holds the hash, clauses its code, points their tier and number', () => {
  const standard = toStandard(read('jcx-township-2022'), sha256);
  expect(standard.id).toBe('jcx-township-2022@abcdef012345');
  const [clause] = clausesOf(standard);
  expect(clause?.id).toBe('jcx-township-2022@abcdef012345/1.1.1');
  expect(clause?.points.map((point) => point.id.split('/')[2])).toEqual(['C1', 'C2', 'C3', 'B1', 'B2', 'A1']);
});

test('thresholds become exact text, in the order of the pack', () => {
  const recommended = toStandard(read('jcx-township-2022'), sha256).targets.find(({ id }) => id === 'recommended');
  expect(recommended?.rules).toEqual([
    { kind: 'grade', scope: 'all', grade: 'C', atLeast: '1' },
    { kind: 'grade', scope: 'all', grade: 'B', atLeast: '0.8' },
    { kind: 'grade', scope: 'all', grade: 'A', atLeast: '0.2' },
  ]);
});

test('an excluded chapter is shown but does not count; general wording is marked', () => {
  const clauses = clausesOf(toStandard(read('tier2-2012'), sha256));
  expect(new Set(clauses.filter((clause) => !clause.counts).map((clause) => clause.chapter))).toEqual(new Set(['7']));
  expect(clauses.filter((clause) => clause.genericTiers.length > 0)).toHaveLength(153);
  expect(clauses.filter((clause) => clause.method === 'indicator')).toHaveLength(105);
});

test('rules of every kind: grades, passing shares, scores in points and as a share', () => {
  const pack = read('jcx-township-2022');
  const rules: Pack['targets'][number]['rules'] = [
    { score: 'total', atLeast: 85 },
    { score: 'chapter:1', atLeast: '1/3', of: 'share' },
    { scope: 'core', grade: 'yes', atLeast: 1 },
    { scope: 'part3', grade: 'C', atLeast: 0.9 },
  ];
  expect(toStandard({ ...pack, targets: [{ id: 'x', label: '目标', rules }] }, sha256).targets[0]?.rules).toEqual([
    { kind: 'score', scope: 'total', of: 'points', atLeast: '85' },
    { kind: 'score', scope: 'chapter:1', of: 'share', atLeast: '1/3' },
    { kind: 'passing', scope: 'core', atLeast: '1' },
    { kind: 'grade', scope: 'part3', grade: 'C', atLeast: '0.9' },
  ]);
});

test('weighted parts: weights and rates as exact text, what a part leaves out as the format says', () => {
  const { scoring, scopes } = toStandard(read('tier3-2022'), sha256);
  expect(scopes.map(({ id }) => id)).toEqual(['part2', 'part3']);
  expect(scoring).toMatchObject({
    full: '1000',
    confidence: 'low',
    parts: [
      { scope: 'part2', weight: '0.6', gradeRates: { A: '1', D: '0' }, indicatorRates: { improved: '0.6' } },
      { scope: 'part3', weight: '0.4', gradeRates: { B: '0.85', C: '0.7' }, indicatorRates: { met: '1' } },
    ],
  });
});

test('points: full scores, the declared total and the rate at which a clause passes', () => {
  const standard = toStandard(read('sanitary-town-2021'), sha256);
  expect(standard).toMatchObject({ totalPoints: '1000', yesAtRate: '0.6' });
  expect(clausesOf(standard).reduce((sum, { fullScore }) => sum + Number(fullScore), 0)).toBe(1000);
  expect(clausesOf(standard).some(({ deductions }) => deductions.length > 0)).toBe(true);
});

test('indicators: figures become exact targets, words become advice', () => {
  const clauses = clausesOf(toStandard(read('tier3-2022'), sha256));
  const advised = clauses.find(({ code }) => code === '2.1.3.4')?.indicator;
  expect(advised).toMatchObject({ target: undefined, multiplier: '1' });
  expect(advised?.targetAdvice).toContain('0.8∶1');
  const [contracted] = clausesOf(toStandard(read('family-doctor-2022'), sha256)).flatMap(({ indicator }) =>
    indicator?.target === undefined ? [] : [indicator],
  );
  expect(contracted?.target).toMatch(/^\d+(?:\.\d+)?$/);
});

test('the summary counts clauses by method', () => {
  expect(summarise(read('tier2-2012')).clauses).toEqual({ graded: 321, indicator: 105 });
});
