import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  brief,
  compare,
  cut,
  divide,
  exactly,
  isZero,
  multiply,
  negate,
  one,
  parseRational,
  raised,
  rational,
  subtract,
  whole,
  zero,
} from '../../../shared/domain/number/rational.ts';

const value = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 6n }))
  .map(([top, bottom]) => rational(top, bottom));
const places = fc.integer({ min: 0, max: 4 });
const step = (decimals: number) => rational(1n, 10n ** BigInt(decimals));

describe('读数', () => {
  test.each([
    ['12', 12n, 1n],
    ['-0.85', -17n, 20n],
    ['1/3', 1n, 3n],
    ['2/6', 1n, 3n],
    ['0', 0n, 1n],
    ['-0', 0n, 1n],
    ['0.50', 1n, 2n],
    ['007', 7n, 1n],
    ['999999999999999', 999999999999999n, 1n],
    ['0.000000000000001', 1n, 10n ** 15n],
  ])('%s', (text, numerator, denominator) => expect(parseRational(text)).toEqual({ numerator, denominator }));

  test.each(['', ' 1', '1.', '.5', '+1', '1/0', '-1/3', '1/-3', '1e3', '80%', '1,000', '１', 'NaN', '0.1.2'])(
    '“%s”不是精确的数',
    (text) => expect(parseRational(text)).toBeUndefined(),
  );
  test.each(['1000000000000000', '0.0000000000000001', '1/1000000000000000'])('%s 太长', (text) => {
    expect(parseRational(text)).toBeUndefined();
    expect(() => exactly(text)).toThrow(text);
  });

  test('写出来的小数读回来是同一个数', () => {
    fc.assert(
      fc.property(fc.integer(), places, (units, decimals) => {
        const given = rational(BigInt(units), 10n ** BigInt(decimals));
        expect(parseRational(cut(given, decimals))).toEqual(given);
      }),
    );
  });
});

test('加减乘除的定律都精确成立，结果总是最简', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(add(a, b)).toEqual(add(b, a));
      expect(add(add(a, b), c)).toEqual(add(a, add(b, c)));
      expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)));
      expect(subtract(add(a, b), b)).toEqual(a);
      expect(add(a, negate(a))).toEqual(zero);
      expect(multiply(a, one)).toEqual(a);
      if (!isZero(b)) expect(multiply(divide(a, b), b)).toEqual(a);
      expect(add(a, b).denominator).toBeGreaterThan(0n);
    }),
  );
});

test('十个三分之一不多不少', () => {
  const third = rational(1n, 3n);
  expect(Array.from({ length: 10 }, () => third).reduce(add, zero)).toEqual(rational(10n, 3n));
  expect(() => divide(one, zero)).toThrow(RangeError);
});

test('比较是全序，与减法的正负一致', () => {
  fc.assert(
    fc.property(value, value, value, (a, b, c) => {
      expect(compare(a, b)).toBe(compare(subtract(a, b), zero));
      expect(compare(a, b)).toBe(0 - compare(b, a));
      expect(compare(a, b) === 0).toBe(a.numerator === b.numerator && a.denominator === b.denominator);
      if (compare(a, b) <= 0 && compare(b, c) <= 0) expect(compare(a, c)).toBeLessThanOrEqual(0);
    }),
  );
});

describe('显示', () => {
  test.each([
    ['89.996', 2, '89.99', '90.00'],
    ['1/3', 2, '0.33', '0.34'],
    ['2/3', 1, '0.6', '0.7'],
    ['5', 2, '5.00', '5.00'],
    ['0.001', 2, '0.00', '0.01'],
    ['-0.019', 2, '-0.01', '-0.01'],
    ['-0.001', 2, '0.00', '0.00'],
    ['99.99', 0, '99', '100'],
  ])('%s 取 %i 位：截断 %s，说差多少时 %s', (text, decimals, down, up) => {
    expect(cut(exactly(text), decimals)).toBe(down);
    expect(raised(exactly(text), decimals)).toBe(up);
  });

  test('截断从不进位：不大于原数的绝对值，差不到一个末位', () => {
    fc.assert(
      fc.property(value, places, (given, decimals) => {
        const size = compare(given, zero) < 0 ? negate(given) : given;
        const shown = exactly(cut(size, decimals));
        expect(compare(shown, size)).toBeLessThanOrEqual(0);
        expect(compare(subtract(size, shown), step(decimals))).toBe(-1);
      }),
    );
  });

  test('还差多少从不说少，也不多说一个末位', () => {
    fc.assert(
      fc.property(value, places, (given, decimals) => {
        const shown = exactly(raised(given, decimals));
        expect(compare(shown, given)).toBeGreaterThanOrEqual(0);
        expect(compare(subtract(shown, given), step(decimals))).toBe(-1);
      }),
    );
  });

  test.each([
    ['12', '12'],
    ['12.50', '12.5'],
    ['12.345', '12.34'],
    ['100', '100'],
    ['0.001', '0'],
    ['1/3', '0.33'],
  ])('%s 简写为 %s', (text, short) => expect(brief(exactly(text))).toBe(short));

  test('整数简写后仍是它自己', () => {
    fc.assert(
      fc.property(fc.integer(), (given) => {
        expect(brief(whole(given))).toBe(String(given));
      }),
    );
  });
});
