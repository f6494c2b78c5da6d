import { parseFraction } from '../../../shared/domain/verdict/fraction.ts';

/** A threshold of a pack as exact text: `0.9`, `1`, `1/3`; undefined when it cannot be taken exactly. */
export function asShare(value: number | string): string | undefined {
  const text = typeof value === 'number' ? String(value) : value.trim();
  return parseFraction(text) && !text.endsWith('%') ? text : undefined;
}

interface BigFraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

function exact(value: number | string): BigFraction {
  const share = parseFraction(String(value));
  if (!share) throw new Error(`${value} is not exact`);
  return { numerator: BigInt(share.numerator), denominator: BigInt(share.denominator) };
}

/** Less than, equal to or greater than zero, as `left` stands to `right`. */
export function compareExactly(left: number | string, right: number | string): number {
  const [a, b] = [exact(left), exact(right)];
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** Whether the values, added without rounding, are `total`. */
export function addsUpTo(values: readonly (number | string)[], total: number | string): boolean {
  const sum = values.map(exact).reduce<BigFraction>(
    (before, next) =>
      before.denominator === next.denominator
        ? { numerator: before.numerator + next.numerator, denominator: before.denominator }
        : {
            numerator: before.numerator * next.denominator + next.numerator * before.denominator,
            denominator: before.denominator * next.denominator,
          },
    { numerator: 0n, denominator: 1n },
  );
  const wanted = exact(total);
  return sum.numerator * wanted.denominator === wanted.numerator * sum.denominator;
}
