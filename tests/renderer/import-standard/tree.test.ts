import { describe, expect, test } from 'vitest';
import { moveInTree } from '../../../renderer/features/import-standard/move-in-tree.ts';
import {
  clauseKey,
  countTree,
  countWords,
  keysAbove,
  longestCode,
  treeRows,
} from '../../../renderer/features/import-standard/tree-rows.ts';
import { packClause } from '../../support/pack-clause.ts';
import { pack } from './draft-fixture.ts';

const standard = pack([
  {
    code: '1',
    title: '甲章',
    sections: [
      {
        code: '1.1',
        title: '甲节',
        clauses: [
          packClause('1.1.1', {
            requirements: { C: ['一', '二'], B: ['三'], A: [] },
            evidence: ['制度', '记录'],
            departments: ['医务科'],
            note: '新增',
          }),
          packClause('1.1.2', { method: 'points', points: 2.5, deductions: ['缺一项扣 1 分'] }),
        ],
      },
    ],
  },
  {
    code: '2',
    title: '乙章',
    method: 'indicator',
    sections: [
      {
        code: '2.1',
        title: '乙节',
        clauses: [
          packClause('2.1.1', {
            indicator: { numerator: '甲', denominator: null, unit: '%', direction: 'up', period: 'month', target: 0.9 },
          }),
        ],
      },
    ],
  },
]);

const keys = (turned: ReadonlySet<string>) => treeRows(standard, turned).map(({ key }) => key);

describe('识别结果的树', () => {
  test('章、节展开，条款收起，评分方式往上找', () => {
    expect(keys(new Set())).toEqual([
      'chapter:0',
      'chapter:0:0',
      'clause:1.1.1',
      'clause:1.1.2',
      'chapter:1',
      'chapter:1:0',
      'clause:2.1.1',
    ]);
    expect(treeRows(standard, new Set()).flatMap((row) => (row.kind === 'clause' ? [row.method] : []))).toEqual([
      'graded',
      'points',
      'indicator',
    ]);
  });

  test('条款展开有要点和佐证、科室、备注；章收起后下面的都不在', () => {
    const open = treeRows(standard, new Set([clauseKey('1.1.1'), 'chapter:1']));
    expect(
      open
        .slice(3, 9)
        .map((row) =>
          row.kind === 'point'
            ? `${row.tier}${row.at}${row.text}`
            : row.kind === 'fact'
              ? `${row.label}：${row.text}`
              : row.key,
        ),
    ).toEqual(['C0一', 'C1二', 'B2三', '佐证：制度；记录', '科室：医务科', '备注：新增']);
    expect(open.at(-1)?.key).toBe('chapter:1');
  });

  test('指标写明分子和怎样统计，没有的不占行', () => {
    const facts = treeRows(standard, new Set([clauseKey('2.1.1')])).flatMap((row) =>
      row.kind === 'fact' ? [`${row.label}：${row.text}`] : [],
    );
    expect(facts).toEqual(['分子：甲', '统计：% · 逐步提高 · 月 · 目标 0.9']);
  });

  test('数目', () => {
    expect(countTree(standard)).toEqual({ chapters: 2, sections: 2, clauses: 3, points: 3, score: 2.5 });
    expect(countWords({ chapters: 8, sections: 62, clauses: 698, points: 3120, score: 1000 })).toBe(
      '8 章 · 62 节 · 698 条款 · 3,120 要点 · 分值 1,000',
    );
    expect(countWords({ chapters: 1, sections: 1, clauses: 1, points: 0, score: 0 })).toBe(
      '1 章 · 1 节 · 1 条款 · 0 要点',
    );
    expect(longestCode(standard)).toBe(5);
    expect(keysAbove(standard, '2.1.1')).toEqual(['chapter:1', 'chapter:1:0']);
    expect(keysAbove(standard, '9')).toEqual([]);
  });

  test.each([
    ['下一行', 'ArrowDown', 2, { to: 3 }],
    ['到底为止', 'ArrowDown', 6, { to: 6 }],
    ['条款展开', 'ArrowRight', 2, { turn: 'clause:1.1.1' }],
    ['已展开的往里走', 'ArrowRight', 0, { to: 1 }],
    ['条款收着，回到节', 'ArrowLeft', 3, { to: 1 }],
    ['章收起', 'ArrowLeft', 4, { turn: 'chapter:1' }],
    ['空格也收放', ' ', 2, { turn: 'clause:1.1.1' }],
    ['还没有选中时从头开始', 'ArrowDown', -1, { to: 0 }],
    ['别的键不管', 'x', 2, undefined],
  ] as const)('键盘：%s', (_what, key, at, move) =>
    expect(moveInTree(key, treeRows(standard, new Set()), at, new Set())).toEqual(move),
  );
});
