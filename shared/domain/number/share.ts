import { compare, rational, whole, type Rational } from './rational.ts';

/** Reads `0.8`, `1`, `80%` or `1/3`; undefined when the text is none of these or has too many digits. */
export function parseShare(text: string): Rational | undefined {
  const ratio = /^(\d{1,9})\/([1-9]\d{0,8})$/.exec(text.trim());
  if (ratio) return rational(BigInt(ratio[1] ?? ''), BigInt(ratio[2] ?? ''));
  const decimal = /^(\d{1,9})(?:\.(\d{1,6}))?(%?)$/.exec(text.trim());
  if (!decimal) return undefined;
  const [, integer = '', decimals = '', percent = ''] = decimal;
  return rational(BigInt(`${integer}${decimals}`), 10n ** BigInt(decimals.length + (percent === '' ? 0 : 2)));
}

/** For texts that were checked when they came in. @throws {Error} when the text is no share */
export function shareOf(text: string): Rational {
  const share = parseShare(text);
  if (!share) throw new Error(`“${text}” is not a share`);
  return share;
}

/** Whether `part` of `all` is at least the share `atLeast`. A share of nothing is reached. */
export const reaches = (part: number, all: number, atLeast: Rational): boolean =>
  compare(whole(part), { numerator: atLeast.numerator * BigInt(all), denominator: atLeast.denominator }) >= 0;

/** The least whole number that is at least `atLeast × all`. */
export const leastCount = ({ numerator, denominator }: Rational, all: number): number =>
  Number((numerator * BigInt(all) + denominator - 1n) / denominator);

/** `part ÷ all` in percent, cut and not rounded to one decimal: 8996 of 10000 reads `89.9`. */
export function cutPercent(part: number, all: number): string {
  const tenths = (BigInt(part) * 1000n) / BigInt(all);
  return `${tenths / 10n}.${tenths % 10n}`;
}

/** A threshold as people write it: `90%`, `66.6%`, or `1/3` where no short decimal is exact. */
export function showThreshold(text: string): string {
  const share = parseShare(text);
  if (!share) return text;
  const scaled = share.numerator * 100_000n;
  if (scaled % share.denominator !== 0n) return text;
  const thousandths = scaled / share.denominator;
  const decimals = String(thousandths % 1000n)
    .padStart(3, '0')
    .replace(/0+$/, '');
  return `${thousandths / 1000n}${decimals ? `.${decimals}` : ''}%`;
}
