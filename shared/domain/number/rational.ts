/** An exact number. Scores, values and sums of them are never rounded; only what is shown is cut. */
export interface Rational {
  readonly numerator: bigint;
  /** Always positive, and without a common divisor with the numerator. */
  readonly denominator: bigint;
}

export const zero: Rational = { numerator: 0n, denominator: 1n };
export const one: Rational = { numerator: 1n, denominator: 1n };

const magnitude = (value: bigint): bigint => (value < 0n ? -value : value);

function commonDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [magnitude(left), magnitude(right)];
  while (b !== 0n) [a, b] = [b, a % b];
  return a;
}

/** @throws {RangeError} when the denominator is 0 */
export function rational(numerator: bigint, denominator: bigint): Rational {
  if (denominator === 0n) throw new RangeError('a denominator of 0');
  if (denominator === 1n) return { numerator, denominator };
  const divisor = commonDivisor(numerator, denominator) * (denominator < 0n ? -1n : 1n);
  return { numerator: numerator / divisor, denominator: denominator / divisor };
}

export const whole = (value: number): Rational => ({ numerator: BigInt(value), denominator: 1n });

/** Reads `12`, `-0.85` or `1/3`; undefined for anything else, and for more than 15 digits before or after the point. */
export function parseRational(text: string): Rational | undefined {
  const ratio = /^(\d{1,15})\/([1-9]\d{0,14})$/.exec(text);
  if (ratio) return rational(BigInt(ratio[1] ?? ''), BigInt(ratio[2] ?? ''));
  const decimal = /^(-?)(\d{1,15})(?:\.(\d{1,15}))?$/.exec(text);
  if (!decimal) return undefined;
  const [, sign = '', integer = '', decimals = ''] = decimal;
  return rational(BigInt(`${sign}${integer}${decimals}`), 10n ** BigInt(decimals.length));
}

/** For texts that were checked when they came in. @throws {Error} when the text is no exact number */
export function exactly(text: string): Rational {
  const value = parseRational(text);
  if (!value) throw new Error(`“${text}” is not an exact number`);
  return value;
}

export const add = (left: Rational, right: Rational): Rational =>
  left.denominator === right.denominator
    ? rational(left.numerator + right.numerator, left.denominator)
    : rational(
        left.numerator * right.denominator + right.numerator * left.denominator,
        left.denominator * right.denominator,
      );

export const negate = (value: Rational): Rational => ({ ...value, numerator: -value.numerator });
export const subtract = (left: Rational, right: Rational): Rational => add(left, negate(right));

export const multiply = (left: Rational, right: Rational): Rational =>
  rational(left.numerator * right.numerator, left.denominator * right.denominator);

/** @throws {RangeError} when dividing by 0 */
export const divide = (left: Rational, right: Rational): Rational =>
  rational(left.numerator * right.denominator, left.denominator * right.numerator);

/** Less than, equal to or greater than zero, as `left` stands to `right`. */
export function compare(left: Rational, right: Rational): number {
  const difference = left.numerator * right.denominator - right.numerator * left.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

export const isZero = (value: Rational): boolean => value.numerator === 0n;

/** How many decimals write it in full; undefined when they do not end. */
export function places({ denominator }: Rational): number | undefined {
  let rest = denominator;
  let [twos, fives] = [0, 0];
  for (; rest % 2n === 0n; rest /= 2n) twos += 1;
  for (; rest % 5n === 0n; rest /= 5n) fives += 1;
  return rest === 1n ? Math.max(twos, fives) : undefined;
}

const withPoint = (scaled: bigint, decimals: number): string => {
  const digits = magnitude(scaled)
    .toString()
    .padStart(decimals + 1, '0');
  const sign = scaled < 0n ? '-' : '';
  return decimals === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
};

/** Cut towards zero, not rounded: 89.996 with two decimals reads `89.99`. */
export const cut = (value: Rational, decimals: number): string =>
  withPoint((value.numerator * 10n ** BigInt(decimals)) / value.denominator, decimals);

/** The least value with so many decimals that is not below: what is missing is never said to be less than it is. */
export function raised(value: Rational, decimals: number): string {
  const scaled = value.numerator * 10n ** BigInt(decimals);
  const floor = scaled / value.denominator;
  return withPoint(scaled > floor * value.denominator ? floor + 1n : floor, decimals);
}

/** As short as can be: `12`, `12.5`, `12.34`; cut to `decimals`. */
export const brief = (value: Rational, decimals = 2): string => {
  const text = cut(value, decimals);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
};
