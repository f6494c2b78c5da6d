import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cutPercent, leastCount, parseShare, reaches, showThreshold } from '../../../shared/domain/number/share.ts';

const share = (text: string) => parseShare(text) ?? expect.fail(`${text} is no share`);

test('百分比截断不进位：89.96% 显示 89.9，不满足 90%', () => {
  expect(cutPercent(8996, 10_000)).toBe('89.9');
  expect(reaches(8996, 10_000, share('0.9'))).toBe(false);
});

test('浮点会算错的阈值也准确', () => {
  expect(reaches(1, 3, share('1/3'))).toBe(true);
  expect(leastCount(share('1/3'), 3)).toBe(1); // 0.333… × 3 falls short of 1 in floating point
  expect(leastCount(share('0.07'), 100)).toBe(7); // 0.07 × 100 is 7.000000000000001
  expect(leastCount(share('0.58'), 50)).toBe(29); // 0.58 × 50 is 28.999999999999996
  expect(reaches(29, 50, share('58%'))).toBe(true);
});

test.each(['', '1/0', '-0.5', '0.1234567', 'NaN', '1e3', '90 %x'])('“%s”不是份额', (text) =>
  expect(parseShare(text)).toBeUndefined(),
);

test.each([
  ['0.8', '80%'],
  ['1', '100%'],
  ['0.666', '66.6%'],
  ['1/3', '1/3'],
])('阈值 %s 显示为 %s', (text, shown) => expect(showThreshold(text)).toBe(shown));

test('至少条数正好是够格的最小整数', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1000 }), fc.integer({ min: 1, max: 5000 }), (thousandths, whole) => {
      const atLeast = share(`${thousandths}/1000`);
      const least = leastCount(atLeast, whole);
      expect(reaches(least, whole, atLeast)).toBe(true);
      if (least > 0) expect(reaches(least - 1, whole, atLeast)).toBe(false);
    }),
  );
});
