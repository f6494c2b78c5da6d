import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toStandard } from '../../../electron/backend/standard/to-standard.ts';
import { wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions as compareWordings } from '../../../shared/domain/edition/compare-editions.ts';
import { overlay } from '../../../electron/backend/standard-import/overlay.ts';
import { checkClause } from '../../support/pack-clause.ts';
import type { Pack, PackClause } from '../../../shared/contract/pack-schema.ts';
import { readPack } from '../../../electron/backend/standard/read-pack.ts';

const folder = path.resolve(import.meta.dirname, '../../../resources/standards');
const township = readPack(readFileSync(path.join(folder, 'jcx-township-2022.yaml'), 'utf8'), 'jcx-township-2022.yaml');
const community = readPack(
  readFileSync(path.join(folder, 'jcx-community-2022.yaml'), 'utf8'),
  'jcx-community-2022.yaml',
);

const compareEditions = (old: Pick<Pack, 'chapters'>, next: Pick<Pack, 'chapters'>) =>
  compareWordings(wordingsOf(standardOf(old)), wordingsOf(standardOf(next)));
const standardOf = ({ chapters }: Pick<Pack, 'chapters'>) =>
  toStandard({ ...township, method: 'checklist', chapters }, '');

const edition = (...clauses: readonly PackClause[]): Pick<Pack, 'chapters'> => ({
  chapters: [{ code: '1', title: '章', sections: [{ code: '1.1', title: '节', clauses: [...clauses] }] }],
});
const countOf = ({ chapters }: Pick<Pack, 'chapters'>): number =>
  chapters.reduce((sum, { sections }) => sum + sections.reduce((inner, { clauses }) => inner + clauses.length, 0), 0);

describe('compare editions', () => {
  test('each kind of change', () => {
    const old = edition(
      checkClause('1.1', '手卫生管理', '设施齐全，依从性达标'),
      checkClause('1.2', '药品采购制度', '有制度并执行'),
      checkClause('1.3', '消防安全', '灭火器在有效期内'),
      checkClause('1.4', '处方点评', '每月点评一百张处方'),
      checkClause('1.5', '已经取消的条款', '旧要求'),
    );
    const next = edition(
      checkClause('1.1', '手卫生管理', '设施齐全，依从性达标'),
      checkClause('1.2', '药品采购制度', '有制度并执行，每年评估'),
      checkClause('2.1', '消防安全', '灭火器在有效期内'),
      checkClause('2.2', '门诊处方点评', '每月点评一百张处方'),
      checkClause('1.5', '全新主题', '与从前毫不相干'),
    );
    const { kept, added, removed } = compareEditions(old, next);
    expect(kept.map(({ kind, from, to }) => `${kind} ${from.code} ${to.code}`)).toEqual([
      'same 1.1 1.1',
      'reworded 1.2 1.2',
      'moved 1.3 2.1',
      'renamed 1.4 2.2',
    ]);
    expect(added).toEqual([{ code: '1.5', title: '全新主题' }]);
    expect(removed).toEqual([{ code: '1.5', title: '已经取消的条款' }]);
  });

  const scored: PackClause = {
    ...checkClause('1.1', '手卫生管理', '设施齐全'),
    method: 'points',
    points: 10,
    deductions: ['缺一处扣 1 分'],
  };
  const measured: PackClause = {
    ...checkClause('1.1', '手卫生依从率'),
    method: 'indicator',
    indicator: {
      numerator: '执行次数',
      denominator: '应执行次数',
      unit: '%',
      direction: 'up',
      period: 'month',
      target: 0.8,
    },
  };
  test.each<[string, PackClause, Partial<PackClause>, unknown[]]>([
    ['full score', scored, { points: 5 }, [{ what: 'score', from: '10', to: '5' }]],
    ['deductions', scored, { deductions: ['缺一处扣 2 分'] }, [{ what: 'deductions' }]],
    ['core', scored, { core: true }, [{ what: 'core', to: true }]],
    ['optional', scored, { optional: true }, [{ what: 'optional', to: true }]],
    [
      'method',
      scored,
      { method: 'checklist', points: undefined, deductions: undefined },
      [
        { what: 'method', from: 'points', to: 'checklist' },
        { what: 'score', from: '10', to: undefined },
        { what: 'deductions' },
      ],
    ],
    ['points', scored, { requirements: { yes: ['设施齐全', '依从性达标'] } }, [{ what: 'points' }]],
    [
      'target',
      measured,
      { indicator: { ...measured.indicator, target: 0.9 } as PackClause['indicator'] },
      [{ what: 'indicator' }],
    ],
    [
      'definition',
      measured,
      { indicator: { ...measured.indicator, numerator: '正确执行次数' } as PackClause['indicator'] },
      [{ what: 'indicator' }],
    ],
  ])('the same wording under other terms is not the same clause: %s', (_what, clause, change, changed) => {
    const [old, next] = [edition(clause), edition({ ...clause, ...change })];
    expect(compareEditions(old, next).kept).toMatchObject([{ kind: 'reworded', changed }]);
    expect(compareEditions(old, old).kept).toMatchObject([{ kind: 'same', changed: [] }]);
  });

  test('what a clause suggests changes no result', () => {
    const [old, next] = [
      edition(scored),
      edition({ ...scored, evidence: ['制度'], checks: ['现场'], departments: ['院办'] }),
    ];
    expect(compareEditions(old, next).kept).toMatchObject([{ kind: 'same', changed: [] }]);
  });

  test('of several likely partners the likest is taken', () => {
    const old = edition(checkClause('1.1', '急诊急救流程', '甲乙丙丁戊'), checkClause('1.2', '急诊急救', '甲乙丙丁'));
    const next = edition(checkClause('9.1', '急诊急救', '甲乙丙丁'), checkClause('9.2', '急诊急救流程', '甲乙丙丁戊'));
    expect(compareEditions(old, next).kept.map(({ from, to }) => [from.code, to.code])).toEqual([
      ['1.2', '9.1'],
      ['1.1', '9.2'],
    ]);
  });

  test('a clause that kept its code and its points is the same one under a new title', () => {
    const old = edition(checkClause('1.1', '手卫生', '设施齐全，依从性达标'));
    const next = edition(checkClause('1.1', '洗净双手', '设施齐全，依从性达标'));
    expect(compareEditions(old, next).kept.map(({ kind, similarity }) => [kind, similarity])).toEqual([
      ['reworded', 0.5],
    ]);
  });

  test('an edition compared with itself is the same', () => {
    const { kept, added, removed } = compareEditions(township, township);
    expect(new Set(kept.map(({ kind }) => kind))).toEqual(new Set(['same']));
    expect([kept.length, added, removed]).toEqual([countOf(township), [], []]);
  });

  test('two real standards, both ways round', () => {
    const forth = compareEditions(township, community);
    const back = compareEditions(community, township);
    expect(forth.kept.length + forth.added.length).toBe(countOf(community));
    expect(forth.kept.length + forth.removed.length).toBe(countOf(township));
    expect([forth.kept.length, forth.added, forth.removed]).toEqual([back.kept.length, back.removed, back.added]);
  });

  const words = ['手卫生', '处方', '消防', '急诊', '培训', '制度', '记录'];
  const clauses = fc
    .uniqueArray(
      fc.record({
        code: fc.constantFrom('1.1', '1.2', '1.3', '2.1', '2.2', '2.3'),
        title: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 4 }),
        point: fc.array(fc.constantFrom(...words), { maxLength: 4 }),
      }),
      { selector: ({ code }) => code, maxLength: 6 },
    )
    .map((list) =>
      edition(
        ...list.map(({ code, title, point }) =>
          checkClause(code, title.join(''), ...(point.length > 0 ? [point.join('')] : [])),
        ),
      ),
    );

  test('every clause is accounted for once, and swapping sides swaps the answers', () => {
    fc.assert(
      fc.property(clauses, clauses, (old, next) => {
        const forth = compareEditions(old, next);
        const back = compareEditions(next, old);
        expect(forth.kept.length + forth.removed.length).toBe(countOf(old));
        expect(forth.kept.length + forth.added.length).toBe(countOf(next));
        expect(new Set(forth.kept.map(({ from }) => from.code)).size).toBe(forth.kept.length);
        const pairs = (changes: typeof forth, flip: boolean) =>
          changes.kept
            .map(({ kind, from, to, similarity }) =>
              [kind, flip ? to.code : from.code, flip ? from.code : to.code, similarity].join(' '),
            )
            .toSorted();
        expect(pairs(back, true)).toEqual(pairs(forth, false));
        expect([back.added, back.removed]).toEqual([forth.removed, forth.added]);
      }),
      { numRuns: 1000 },
    );
  });

  test('identity holds for any edition', () => {
    fc.assert(
      fc.property(clauses, (one) => {
        const { kept, added, removed } = compareEditions(one, one);
        expect([added, removed]).toEqual([[], []]);
        expect(kept.every(({ kind, from, to }) => kind === 'same' && from.code === to.code)).toBe(true);
      }),
    );
  });
});

describe('overlay', () => {
  test('official wording by code, with what matched and what did not', () => {
    const official = edition(
      checkClause('1.1.1', '基本功能', '官方要点一', '官方要点二'),
      checkClause('１.1.02', '完全不同的事情', '官方要点三'),
      checkClause('9.9.9', '没有的条款', '官方要点四'),
    );
    const laid = overlay(township, official);
    expect(laid.texts).toEqual([
      {
        code: '1.1.1',
        points: [
          { tier: 'yes', text: '官方要点一' },
          { tier: 'yes', text: '官方要点二' },
        ],
      },
      { code: '1.1.2', title: '完全不同的事情', points: [{ tier: 'yes', text: '官方要点三' }] },
    ]);
    expect(laid.matched.map(({ code, officialCode, isDoubtful }) => [code, officialCode, isDoubtful])).toEqual([
      ['1.1.1', '1.1.1', false],
      ['1.1.2', '１.1.02', true],
    ]);
    expect(laid.unknown).toEqual([{ code: '9.9.9', title: '没有的条款' }]);
    expect(laid.withoutText).toHaveLength(countOf(township) - 2);
  });

  test('a pack laid over itself matches in whole', () => {
    const laid = overlay(township, township);
    expect([laid.unknown, laid.withoutText]).toEqual([[], []]);
    expect(laid.matched.every(({ similarity, isDoubtful }) => similarity === 1 && !isDoubtful)).toBe(true);
  });
});
