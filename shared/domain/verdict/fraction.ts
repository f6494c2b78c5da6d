/** An exact, non-negative share. Thresholds and proportions are never compared in floating point. */
export interface Fraction {
  readonly numerator: number;
  readonly denominator: number;
}

/** Reads `0.8`, `1`, `80%` or `1/3`; undefined when the text is none of these or its digits exceed exact arithmetic. */
export function parseFraction(text: string): Fraction | undefined {
  const ratio = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(text.trim());
  if (ratio) return { numerator: Number(ratio[1]), denominator: Number(ratio[2]) };
  const decimal = /^(\d{1,9})(?:\.(\d{1,6}))?(%?)$/.exec(text.trim());
  if (!decimal) return undefined;
  const decimals = decimal[2] ?? '';
  return {
    numerator: Number(`${decimal[1]}${decimals}`),
    denominator: 10 ** (decimals.length + (decimal[3] ? 2 : 0)),
  };
}

/** Whether `part` of `whole` is at least the share `atLeast`. */
export function reaches(part: number, whole: number, atLeast: Fraction): boolean {
  return BigInt(part) * BigInt(atLeast.denominator) >= BigInt(atLeast.numerator) * BigInt(whole);
}

/** The least whole number that is at least `atLeast × whole`. */
export function leastCount(atLeast: Fraction, whole: number): number {
  const product = BigInt(atLeast.numerator) * BigInt(whole);
  const divisor = BigInt(atLeast.denominator);
  return Number((product + divisor - 1n) / divisor);
}

/** `part ÷ whole` in percent, cut and not rounded to one decimal: 8996 of 10000 reads `89.9`. */
export function cutPercent(part: number, whole: number): string {
  const tenths = (BigInt(part) * 1000n) / BigInt(whole);
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** A threshold as people write it: `90%`, `66.6%`, or `1/3` where no short decimal is exact. */
export function showThreshold(text: string): string {
  const share = parseFraction(text);
  if (!share) return text;
  const scaled = BigInt(share.numerator) * 100_000n;
  if (scaled % BigInt(share.denominator) !== 0n) return text;
  const thousandths = scaled / BigInt(share.denominator);
  const decimals = String(thousandths % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${thousandths / 1000n}${decimals ? `.${decimals}` : ''}%`;
}
