import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { parsePack, readPackBytes } from '../../../electron/backend/standard/read-pack-file.ts';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import type { Rule, Scoring } from '../../../shared/domain/standard/standard.ts';
import { checkRules } from '../../../shared/domain/verdict/check-rules.ts';
import { checkScoring } from '../../../shared/domain/verdict/check-scoring.ts';
import { repoRoot } from '../../support/backend.ts';
import { mixedPack } from '../../support/mixed-pack.ts';

const points = toStandard(mixedPack('points'), '0'.repeat(64));
const parts = toStandard(mixedPack('parts'), '0'.repeat(64));
const gradedOnly = { ...points, totalPoints: undefined };

const grade = (scope: string, atLeast: string): Rule => ({ kind: 'grade', scope, grade: 'B', atLeast });
const passing = (scope: string, atLeast = '1'): Rule => ({ kind: 'passing', scope, atLeast });
const score = (scope: string, atLeast: string, of: 'points' | 'share' = 'points'): Rule => ({
  kind: 'score',
  scope,
  of,
  atLeast,
});

describe('规则能不能照着判', () => {
  test.each<readonly [string, Rule, string | undefined, typeof points]>([
    ['全部条款', grade('all', '0.9'), undefined, points],
    ['命名的范围，三分之一', grade('first', '1/3'), undefined, points],
    ['没有这一章', grade('chapter:7', '0.9'), 'unknown-scope', points],
    ['没有这个范围', passing('third'), 'unknown-scope', points],
    ['总分不是等级规则的范围', grade('total', '0.9'), 'unknown-scope', points],
    ['不参与比例的章里没有可数的', grade('chapter:9', '0.9'), 'no-clauses', points],
    ['大于 1', grade('all', '1.01'), 'above-one', points],
    ['三分之四', grade('all', '4/3'), 'above-one', points],
    ['不是数', grade('all', '九成'), 'not-exact', points],
    ['百分号', grade('all', '90%'), 'not-exact', points],
    ['负数', passing('all', '-0.1'), 'not-exact', points],
    ['总分', score('total', '58.8'), undefined, points],
    ['总分超过满分', score('total', '58.81'), 'above-full', points],
    ['章的满分', score('chapter:1', '19.6'), undefined, points],
    ['章的得分超过满分', score('chapter:1', '19.61'), 'above-full', points],
    ['得分率大于 1', score('chapter:1', '1.1', 'share'), 'above-one', points],
    ['得分为负', score('total', '-1'), 'not-exact', points],
    ['得分不是数', score('total', '八百'), 'not-exact', points],
    ['标准没有总分', score('total', '1'), 'no-score', gradedOnly],
    ['一部分的得分', score('first', '1000/3'), undefined, parts],
    ['一部分的得分超过它的满分', score('first', '333.34'), 'above-full', parts],
    ['不是一部分的范围', score('chapter:1', '1'), 'no-part', parts],
    ['分部分的总分', score('total', '1000'), undefined, parts],
  ])('%s', (_case, rule, fault, standard) => {
    expect(checkRules([rule], standard)).toEqual(fault === undefined ? [] : [{ at: 0, fault }]);
  });

  test('没有规则；写了两次的是后一条', () => {
    expect(checkRules([], points)).toEqual([{ at: -1, fault: 'no-rules' }]);
    expect(checkRules([grade('all', '0.9'), passing('all'), grade('all', '0.8')], points)).toEqual([
      { at: 2, fault: 'repeated' },
    ]);
  });

  test('全部内置标准的规则都能判', () => {
    const folder = path.join(repoRoot, 'resources/standards');
    const standards = readdirSync(folder)
      .filter((file) => file.endsWith('.yaml'))
      .map((file) => toStandard(parsePack(readPackBytes(folder, file).bytes, file), '0'.repeat(64)));
    expect(standards.length).toBeGreaterThan(50);
    for (const standard of standards) {
      for (const target of standard.targets) {
        expect(checkRules(target.rules, standard), `${standard.packId} ${target.id}`).toEqual([]);
      }
      if (standard.scoring) expect(checkScoring(standard.scoring, standard)).toEqual([]);
    }
  });
});

describe('分部分的总分能不能照着算', () => {
  const { scoring } = parts;
  if (!scoring) throw new Error('the pack has parts');
  const change = (at: number, to: Partial<Scoring['parts'][number]>): Scoring => ({
    ...scoring,
    parts: scoring.parts.map((part, index) => (index === at ? { ...part, ...to } : part)),
  });

  test.each<readonly [string, Scoring, ReturnType<typeof checkScoring>]>([
    ['三个三分之一', scoring, []],
    ['权重加起来不是 1', change(0, { weight: '0.3333' }), [{ at: -1, fault: 'weights-sum' }]],
    ['权重大于 1', change(1, { weight: '1.5' }), [{ at: 1, fault: 'weight' }]],
    ['权重不是数', change(1, { weight: '一半' }), [{ at: 1, fault: 'weight' }]],
    ['没有这个范围', change(2, { scope: 'chapter:7' }), [{ at: 2, fault: 'unknown-scope' }]],
    ['范围写了两次', change(2, { scope: 'first' }), [{ at: 2, fault: 'repeated' }]],
    ['分率大于 1', change(0, { gradeRates: { A: '1.2', B: '1', C: '0', D: '0' } }), [{ at: 0, fault: 'rate' }]],
    ['满分为零', { ...scoring, full: '0' }, [{ at: -1, fault: 'full' }]],
    ['没有部分', { ...scoring, parts: [] }, [{ at: -1, fault: 'no-parts' }]],
  ])('%s', (_case, given, faults) => expect(checkScoring(given, parts)).toEqual(faults));
});
