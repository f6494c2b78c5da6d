import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parsePeriod, periodBefore, periodsUpTo, showPeriod } from '../../../shared/domain/indicator/period.ts';
import type { PeriodKind } from '../../../shared/domain/standard/standard.ts';

test.each<readonly [PeriodKind, string, readonly string[]]>([
  [
    'month',
    '2026-03',
    [
      '2026年3月',
      '2026年03月',
      '2026.3',
      '2026.03',
      '202603',
      '2026-3',
      '2026-03',
      '2026/3',
      '2026 年 3 月',
      '２０２６年３月',
      '2026。3',
    ],
  ],
  ['month', '2026-12', ['2026年12月', '202612', '2026.12', '2026-12']],
  [
    'quarter',
    '2026-Q1',
    [
      '2026年第一季度',
      '2026年第1季度',
      '2026年一季度',
      '2026年1季度',
      '2026年第一季',
      '2026Q1',
      '2026q1',
      '2026-Q1',
      '2026年Q1',
      '２０２６Ｑ１',
      '2026第一季度',
    ],
  ],
  ['quarter', '2026-Q4', ['2026年第四季度', '2026 年第 4 季度', '2026.Q4']],
  ['year', '2026', ['2026', '2026年', '2026年度', '２０２６', ' 2026 年']],
])('%s %s 的各种写法', (kind, period, spellings) => {
  for (const typed of spellings) expect(parsePeriod(typed), typed).toEqual({ kind, period });
});

test.each(
  [
    ['', '年', '26年', '1926', '2100年', '3026年', '今年', '上月'],
    ['2026年0月', '2026年13月', '2026-00', '202613', '202600', '2026.1.1', '2026-03-01', '20260301', '20263', '20261'],
    ['2026年第五季度', '2026年第0季度', '2026Q0', '2026Q5', '2026年第一二季度', 'Q1', '第一季度', '一季度2026'],
    ['2026年上半年', '2026-2027', '2026年3月底', '2026²'],
  ].flat(),
)('“%s”不是周期', (typed) => expect(parsePeriod(typed)).toBeUndefined());

/** All periods of a kind from 2000 to 2099, in their order. */
const all = (kind: PeriodKind): readonly string[] =>
  Array.from({ length: 100 }, (_, at) => String(2000 + at)).flatMap((year) => {
    if (kind === 'year') return [year];
    const parts = Array.from({ length: kind === 'quarter' ? 4 : 12 }, (_, at) => at + 1);
    return parts.map((part) => `${year}-${kind === 'quarter' ? `Q${part}` : String(part).padStart(2, '0')}`);
  });

describe.each(['month', 'quarter', 'year'] as const)('%s', (kind) => {
  const periods = all(kind);
  test('按文字排序就是按时间排序', () => expect(periods.toSorted()).toEqual(periods));
  test('上一期正好是前面那一期', () => {
    for (const [at, period] of periods.entries()) {
      if (at > 0) expect(periodBefore(period)).toBe(periods[at - 1]);
    }
  });
  test('显示的写法读回来是同一期', () => {
    for (const period of periods) expect(parsePeriod(showPeriod(period))).toEqual({ kind, period });
  });
  test('到某一天为止的几期：最后一期含这一天，期期相连', () => {
    const day = fc
      .date({ min: new Date('2012-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 1, max: 12 }), (today, count) => {
        const found = periodsUpTo(today, kind, count);
        const end = periods.indexOf(found.at(-1) ?? '');
        expect(found).toEqual(periods.slice(end - count + 1, end + 1));
        const month = Number(today.slice(5, 7));
        const part = kind === 'month' ? `-${today.slice(5, 7)}` : kind === 'quarter' ? `-Q${Math.ceil(month / 3)}` : '';
        expect(found.at(-1)).toBe(`${today.slice(0, 4)}${part}`);
      }),
    );
  });
});
