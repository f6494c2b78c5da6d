import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseAmount, parseTarget } from '../../../shared/domain/indicator/amount.ts';
import { compare, exactly, multiply, parseRational } from '../../../shared/domain/number/rational.ts';

describe('分子、分母', () => {
  test.each([
    ['1234', '1234'],
    ['1,234', '1234'],
    ['1，234，567', '1234567'],
    ['12,3456', '123456'],
    ['３２．５', '32.5'],
    ['3.2万', '32000'],
    ['3.2 万', '32000'],
    ['1.5亿', '150000000'],
    ['2千', '2000'],
    ['10万', '100000'],
    ['3.5百万', '3500000'],
    ['0.00001万', '0.1'],
    ['-5', '-5'],
    ['−5', '-5'],
    ['－５', '-5'],
    ['–0.5', '-0.5'],
    ['007', '7'],
    ['1.50', '1.5'],
    ['0', '0'],
    ['-0', '0'],
    ['999999999999', '999999999999'],
  ])('%s 是 %s', (typed, amount) => expect(parseAmount(typed)).toBe(amount));

  test.each(
    [
      ['', ' ', '-', '.', '.5', '5.', '--5', '5-', '+5', '1.2.3', '1e5', '0x10', 'NaN', '∞', '九十', '千', '约5'],
      ['5%', '5‰', '5元', '5万元', '100万人', '5²', '½', '①', '1/3', '1:2'],
      ['1,5', '1，5', ',5', '1,23', '1,,234', '1,234,56'],
      ['5constructor', '5toString', '5__proto__', '5hasOwnProperty'],
      ['1234567890123', '0.1234567890', '12345678亿', '999999999999亿', '99999999亿'],
    ].flat(),
  )('“%s”不是数', (typed) => expect(parseAmount(typed)).toBeUndefined());

  test('读得出来的，后面都算得了', () => {
    const typed = fc.oneof(
      fc.stringMatching(/^[-−]?[0-9０-９]{1,14}(\.[0-9]{1,11})?(十|百|千|万|十万|百万|千万|亿|%|元)?$/u),
      fc.string(),
    );
    fc.assert(
      fc.property(typed, (text) => {
        const amount = parseAmount(text);
        if (amount !== undefined) expect(parseRational(amount), text).toBeDefined();
      }),
      { numRuns: 2000 },
    );
  });

  test('任何整数，写全角、加千分位、加小数零，读回来不变', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.nat(4), (number, zeros) => {
        const text = String(number);
        const wide = text.replaceAll(/[-0-9]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
        const grouped = text.replaceAll(/\B(?=(\d{3})+$)/g, ',');
        for (const typed of [text, wide, grouped, `  ${text} `]) expect(parseAmount(typed), typed).toBe(text);
        if (zeros > 0) expect(parseAmount(`${text}.${'0'.repeat(zeros)}`)).toBe(text);
      }),
    );
  });

  test('万和亿正好是一万倍、一亿倍', () => {
    const parts = fc.tuple(fc.nat(99_999), fc.nat(9999));
    fc.assert(
      fc.property(parts, ([whole, decimals]) => {
        const text = `${whole}.${String(decimals).padStart(4, '0')}`;
        for (const [unit, times] of [
          ['万', '10000'],
          ['亿', '100000000'],
        ] as const) {
          const amount = parseAmount(`${text}${unit}`) ?? expect.fail(text);
          expect(exactly(amount)).toEqual(multiply(exactly(text), exactly(times)));
        }
      }),
    );
  });
});

describe('目标值', () => {
  test.each([
    ['85', '%', '100', '0.85'],
    ['85%', '%', '100', '0.85'],
    ['85％', '%', '100', '0.85'],
    ['８５．５', '%', '100', '0.855'],
    ['5‰', '‰', '1000', '0.005'],
    ['5', '‰', '1000', '0.005'],
    ['5‰', '%', '100', '0.005'],
    ['14.5', '/10万', '100000', '0.000145'],
    ['14.5/10万', '/10万', '100000', '0.000145'],
    ['12', '天', '1', '12'],
    ['12 天', '天', '1', '12'],
    ['3万元', '万元', '1', '3'],
    ['3万元', '元', '1', '30000'],
    ['36.5℃', '℃', '1', '36.5'],
    ['1.5', '比值', '1', '1.5'],
    ['1:8', '1∶X', '1', '8/1'],
    ['1∶1.5', '1∶X', '1', '15/10'],
    ['1：1.5', '1:x', '1', '15/10'],
    ['2:3', '1∶X', '1', '3/2'],
    ['1.5', '1∶X', '1', '1.5'],
    ['-3', '百分点', '1', '-3'],
  ])('%s（%s）是 %s 倍下的 %s', (typed, unit, multiplier, target) => {
    expect(parseTarget(typed, unit, multiplier)).toBe(target);
  });

  test('没有单位 1∶X 的比例是前项除以后项', () => {
    const ratio = parseTarget('1:1.5', '比值', '1') ?? expect.fail('no ratio');
    expect(exactly(ratio)).toEqual(exactly('2/3'));
  });

  test.each([
    ['', '%', '100'],
    ['高于上年', '%', '100'],
    ['≥85%', '%', '100'],
    ['85%%', '%', '100'],
    ['1:2', '%', '100'],
    ['1:0', '1∶X', '1'],
    ['0:1', '1∶X', '1'],
    ['1:2:3', '1∶X', '1'],
    ['12天', '小时', '1'],
    ['1e2', '%', '100'],
    ['999999999999亿', '%', '100'],
    ['5constructor', '天', '1'],
  ])('“%s”（%s）不是目标值', (typed, unit, multiplier) => {
    expect(parseTarget(typed, unit, multiplier)).toBeUndefined();
  });

  test('按单位填与写出百分号一样，值都除以倍数', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000), (hundredths) => {
        const text = `${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`;
        const target = parseTarget(text, '%', '100') ?? expect.fail(text);
        expect(parseTarget(`${text}%`, '%', '100')).toBe(target);
        expect(compare(multiply(exactly(target), exactly('100')), exactly(text))).toBe(0);
      }),
    );
  });

  test('读得出来的目标值，后面都算得了', () => {
    fc.assert(
      fc.property(
        fc.stringMatching(/^[-−]?[0-9]{1,14}(\.[0-9]{1,11})?([:∶][0-9]{1,9}(\.[0-9]{1,7})?)?(万|亿|%|‰|天)?$/u),
        fc.constantFrom('1', '100', '1000', '100000'),
        fc.constantFrom('%', '天', '1∶X', ''),
        (text, multiplier, unit) => {
          const target = parseTarget(text, unit, multiplier);
          if (target !== undefined) expect(parseRational(target), text).toBeDefined();
        },
      ),
      { numRuns: 2000 },
    );
  });
});
