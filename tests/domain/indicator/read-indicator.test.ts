import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseTarget } from '../../../shared/domain/indicator/amount.ts';
import { readFigure } from '../../../shared/domain/indicator/read-figure.ts';
import {
  multiplierOf,
  readIndicator,
  showTarget,
  showValue,
  type Figure,
} from '../../../shared/domain/indicator/read-indicator.ts';
import { exactly } from '../../../shared/domain/number/rational.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';

const definition = (rest: Partial<IndicatorDefinition> = {}): IndicatorDefinition => ({
  numerator: '达标人数',
  denominator: '总人数',
  unit: '%',
  direction: 'up',
  period: 'month',
  ...rest,
});
const figure = (period: string, numerator: string | null, denominator: string | null = '100'): Figure => ({
  period,
  numerator,
  denominator,
});
const statusOf = (of: IndicatorDefinition, figures: readonly Figure[], own?: string) =>
  readIndicator(of, figures, own).status;

describe('达标与否', () => {
  test.each([
    ['越高越好，正好到', 'up', '85', 'met'],
    ['越高越好，差一点', 'up', '84.999999', 'unmet'],
    ['越高越好，超过', 'up', '86', 'met'],
    ['越低越好，正好到', 'down', '85', 'met'],
    ['越低越好，超一点', 'down', '85.000001', 'unmet'],
    ['越低越好，更低', 'down', '0', 'met'],
    ['只监测', 'monitor', '99', 'neither'],
  ] as const)('%s', (_case, direction, numerator, status) => {
    expect(statusOf(definition({ direction, target: '0.85' }), [figure('2026-01', numerator)])).toBe(status);
  });

  test('三分之一的目标值不丢', () => {
    expect(statusOf(definition({ target: '1/3' }), [figure('2026-01', '1', '3')])).toBe('met');
    expect(statusOf(definition({ target: '1/3' }), [figure('2026-01', '333', '1000')])).toBe('unmet');
  });

  test('没有目标值：只看趋势；自定的优先于标准的', () => {
    expect(statusOf(definition(), [figure('2026-01', '99')])).toBe('neither');
    expect(statusOf(definition(), [figure('2026-01', '99')], '0.9')).toBe('met');
    expect(statusOf(definition({ target: '0.85' }), [figure('2026-01', '86')], '0.9')).toBe('unmet');
    expect(statusOf(definition({ direction: 'monitor' }), [figure('2026-01', '99')], '0.9')).toBe('neither');
    expect(statusOf(definition({ targetAdvice: '高于本地平均' }), [figure('2026-01', '99')])).toBe('neither');
  });

  test.each([
    ['没有填报', []],
    ['分母为零', [figure('2026-01', '5', '0')]],
    ['分母为零，写成 0.00', [figure('2026-01', '5', '0.00')]],
    ['没有分母', [figure('2026-01', '5', null)]],
    ['没有分子', [figure('2026-01', null)]],
    ['最近一期缺，之前有也算缺报', [figure('2026-01', '99'), figure('2026-02', null)]],
  ])('%s是缺报，不是 0', (_case, figures) => {
    const reading = readIndicator(definition({ direction: 'down', target: '0.5' }), figures, undefined);
    expect(reading).toMatchObject({ status: 'missing', improved: false });
    expect(reading.latest?.value).toBeUndefined();
  });

  test('零是有值；计数没有分母', () => {
    expect(statusOf(definition({ direction: 'down', target: '0.5' }), [figure('2026-01', '0')])).toBe('met');
    const plain = definition({ denominator: null, unit: '例', direction: 'down', target: '3' });
    expect(statusOf(plain, [figure('2026-01', '3', null)])).toBe('met');
    expect(statusOf(plain, [figure('2026-01', '4', null)])).toBe('unmet');
  });
});

describe('比上一期', () => {
  const two = (before: string | null, last: string) => [figure('2026-01', before), figure('2026-02', last)];
  test.each([
    ['up', two('50', '51'), true, 'met'],
    ['up', two('50', '50'), false, 'unmet'],
    ['up', two('50', '49'), false, 'unmet'],
    ['down', two('50', '49'), true, 'met'],
    ['down', two('50', '50'), false, 'unmet'],
    ['monitor', two('50', '51'), false, 'neither'],
    ['up', two(null, '51'), false, 'neither'],
    ['up', [figure('2025-12', '50'), figure('2026-02', '51')], false, 'neither'],
    ['up', [figure('2025-12', '50'), figure('2026-01', '51')], true, 'met'],
    ['up', [figure('2026-02', '51')], false, 'neither'],
  ] as const)('%s %j', (direction, figures, improved, better) => {
    const of = definition({ direction });
    expect(readIndicator(of, figures, undefined).improved).toBe(improved);
    expect(statusOf(of, figures, 'better')).toBe(better);
  });

  test('季度和年也接着上一季、上一年', () => {
    const quarters = [figure('2025-Q4', '50'), figure('2026-Q1', '51')];
    expect(readIndicator(definition({ period: 'quarter' }), quarters, undefined).improved).toBe(true);
    const years = [figure('2025', '50'), figure('2026', '51')];
    expect(readIndicator(definition({ period: 'year' }), years, undefined).improved).toBe(true);
  });
});

test('最后一期算数，与填报的先后无关', () => {
  const period = fc
    .integer({ min: 0, max: 23 })
    .map((at) => `${2025 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`);
  const figures = fc.uniqueArray(fc.tuple(period, fc.nat(100)), { selector: ([at]) => at, maxLength: 8 });
  fc.assert(
    fc.property(figures, fc.constantFrom<'up' | 'down'>('up', 'down'), (drawn, direction) => {
      const given = drawn.map(([at, numerator]) => figure(at, String(numerator)));
      const of = definition({ direction, target: '0.5' });
      const reading = readIndicator(of, given, undefined);
      const sorted = given.toSorted((left, right) => left.period.localeCompare(right.period));
      expect(reading.series.map(({ period: at }) => at)).toEqual(sorted.map(({ period: at }) => at));
      expect(reading.latest?.period).toBe(sorted.at(-1)?.period);
      expect(readIndicator(of, given.toReversed(), undefined)).toEqual(reading);
      expect(readIndicator(of, sorted.slice(-2), undefined)).toMatchObject({
        status: reading.status,
        improved: reading.improved,
      });
    }),
  );
});

test('越好的数，结果不会变差', () => {
  fc.assert(
    fc.property(
      fc.nat(100),
      fc.integer({ min: 1, max: 100 }),
      fc.constantFrom('0', '0.5', '1/3', 'better'),
      (before, value, own) => {
        const rank = { missing: 0, unmet: 1, neither: 1, met: 2 } as const;
        for (const [direction, better] of [
          ['up', value + 1],
          ['down', value - 1],
        ] as const) {
          const status = (now: number) =>
            statusOf(
              definition({ direction }),
              [figure('2026-01', String(before)), figure('2026-02', String(now))],
              own,
            );
          expect(rank[status(better)]).toBeGreaterThanOrEqual(rank[status(value)]);
        }
      },
    ),
  );
});

describe('显示', () => {
  test.each([
    ['17/20', '%', undefined, '85%'],
    ['2/3', '%', undefined, '66.66%'],
    ['0.005', '‰', undefined, '5‰'],
    ['0.000145', '/10万', undefined, '14.5/10万'],
    ['8.2', '1∶X', '1', '1∶8.2'],
    ['12.5', '天', undefined, '12.5 天'],
    ['1.5', '比值', '1', '1.5'],
    ['1.5', '', undefined, '1.5'],
    ['0.03', '例/百出院人次', '100', '3 例/百出院人次'],
  ])('%s（%s）显示为', (value, unit, multiplier, shown) => {
    expect(showValue(exactly(value), { unit, multiplier })).toBe(shown);
  });

  test.each([
    ['10/15', '比值', '1∶1.5'],
    ['3/7', '比值', '3∶7'],
    ['0.5', '比值', '0.5'],
    ['1.5', '1∶X', '1∶1.5'],
    ['7/3', '1∶X', '3∶7'],
    ['0.85125', '%', '85.125%'],
    ['0.00205', '‰', '2.05‰'],
    ['0.0000145678', '/10万', '1.45678/10万'],
  ])('目标 %s（%s）写全：%s', (value, unit, shown) => expect(showTarget(exactly(value), { unit })).toBe(shown));

  test('写出来的目标读回去，还是那个数', () => {
    const part = fc.integer({ min: 1, max: 9999 });
    fc.assert(
      fc.property(part, part, fc.constantFrom('比值', '1∶X'), (left, right, unit) => {
        const target = exactly(parseTarget(`${left}:${right}`, unit, '1') ?? '');
        const shown = showTarget(target, { unit });
        // A long one has more decimals than can be typed.
        if (/\.\d{7}/.test(shown)) return;
        expect(
          exactly(parseTarget(unit === '1∶X' && !shown.includes('∶') ? `1:${shown}` : shown, unit, '1') ?? ''),
        ).toEqual(target);
      }),
    );
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 9 }), fc.integer({ min: 0, max: 6 }), (digits, decimals) => {
        const typed = `${(digits / 10 ** decimals).toFixed(decimals)}%`;
        const target = parseTarget(typed, '%', '100') ?? '';
        expect(exactly(parseTarget(showTarget(exactly(target), { unit: '%' }), '%', '100') ?? '')).toEqual(
          exactly(target),
        );
      }),
    );
  });

  test.each([
    ['%', '100'],
    ['‰', '1000'],
    ['/万', '10000'],
    ['/10万', '100000'],
    ['天', '1'],
    ['人/万人', '1'],
    ['', '1'],
  ])('单位 %s 的倍数', (unit, multiplier) => expect(multiplierOf({ unit })).toBe(multiplier));
});

describe('填报', () => {
  const typed = (period: string, numerator: string | null, denominator: string | null) => ({
    period,
    numerator,
    denominator,
  });
  test('读成精确的数，周期写成一种样子', () => {
    expect(readFigure(definition(), typed('2026年3月', '１，２３４', '3.2万'))).toEqual({
      figure: figure('2026-03', '1234', '32000'),
    });
    expect(readFigure(definition(), typed('2026.3', null, null))).toEqual({ figure: figure('2026-03', null, null) });
    expect(readFigure(definition(), typed('2026.3', '5', null))).toEqual({ figure: figure('2026-03', '5', null) });
  });
  test.each([
    ['period-unknown', definition(), typed('上月', '1', '2')],
    ['period-kind', definition(), typed('2026', '1', '2')],
    ['period-kind', definition({ period: 'quarter' }), typed('2026-03', '1', '2')],
    ['numerator', definition(), typed('2026-03', '很多', '2')],
    ['denominator', definition(), typed('2026-03', '1', '2%')],
    ['denominator', definition(), typed('2026-03', '1', '-2')],
    ['numerator-missing', definition(), typed('2026-03', null, '2')],
    ['no-denominator', definition({ denominator: null }), typed('2026-03', '1', '2')],
  ] as const)('%s', (refusal, of, given) => expect(readFigure(of, given)).toEqual({ refusal }));

  test('收下的数一定算得出结果，再大也不出错', () => {
    const text = fc.oneof(fc.stringMatching(/^[-−]?[0-9]{1,13}(\.[0-9]{1,10})?(十|千|万|亿)?$/u), fc.constant(null));
    fc.assert(
      fc.property(text, text, (numerator, denominator) => {
        const read = readFigure(definition(), typed('2026-03', numerator, denominator));
        if (read.refusal !== undefined) return;
        expect(statusOf(definition({ target: '1' }), [read.figure])).toMatch(/^(met|unmet|missing)$/);
      }),
      { numRuns: 1000 },
    );
  });
});
