import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import type { Pack } from '../../../electron/backend/standard/pack-schema.ts';
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
    { scope: 'all', grade: 'C', atLeast: '1' },
    { scope: 'all', grade: 'B', atLeast: '0.8' },
    { scope: 'all', grade: 'A', atLeast: '0.2' },
  ]);
});

test('an excluded chapter is shown but does not count; general wording is marked', () => {
  const clauses = clausesOf(toStandard(read('tier2-2012'), sha256));
  expect(new Set(clauses.filter((clause) => !clause.counts).map((clause) => clause.chapter))).toEqual(new Set(['7']));
  expect(clauses.filter((clause) => clause.genericTiers.length > 0)).toHaveLength(153);
  expect(clauses.filter((clause) => clause.method === 'indicator')).toHaveLength(105);
});

test('a target with a score, a pass rate or a named scope is listed but cannot be measured', () => {
  const pack = read('jcx-township-2022');
  const withRules = (rules: Pack['targets'][number]['rules']): Pack => ({
    ...pack,
    targets: [{ id: 'x', label: '目标', rules }],
  });
  for (const rule of [
    { score: 'total', atLeast: 85 },
    { scope: 'core', grade: 'yes' as const, atLeast: 1 },
    { scope: 'part3', grade: 'C' as const, atLeast: 1 },
  ]) {
    const changed = withRules([{ scope: 'all', grade: 'C', atLeast: 1 }, rule]);
    expect(toStandard(changed, sha256).targets).toEqual([]);
    expect(summarise(changed).targets.map(({ id }) => id)).toEqual(['x']);
  }
});

test('no target can be measured while a prerequisite could veto it', () => {
  const pack = read('jcx-township-2022');
  const [first, ...others] = pack.chapters;
  if (!first) throw new Error('no chapter');
  const changed: Pack = { ...pack, chapters: [{ ...first, method: 'prerequisite' }, ...others] };
  expect(toStandard(changed, sha256).targets).toEqual([]);
});

test('the summary counts clauses by method', () => {
  expect(summarise(read('tier2-2012')).clauses).toEqual({ graded: 321, indicator: 105 });
});
