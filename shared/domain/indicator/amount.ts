import { parseRational } from '../number/rational.ts';
import { plainForms } from './typed.ts';

/** Numbers as people type them, to exact decimal text: full-width digits, thousands separators, 万, %, ‰, 1:1.5. */

const units: ReadonlyMap<string, number> = new Map([
  ['十', 1],
  ['百', 2],
  ['千', 3],
  ['万', 4],
  ['十万', 5],
  ['百万', 6],
  ['千万', 7],
  ['亿', 8],
]);

/** Thousands separators go where they stand in groups of three, or of four as Chinese numbers count. */
const grouped = /^(-?\d{1,4}(?:,\d{3})+|-?\d{1,4}(?:,\d{4})+)(?!\d|,)/u;
const narrow = (text: string): string =>
  plainForms(text)
    .replace(/^[−–]/u, '-')
    .replace(grouped, (digits) => digits.replaceAll(',', ''));

/** What is too long to be exact is no number to us. */
const exact = (text: string): string | undefined => (parseRational(text) ? text : undefined);

/** Moves the decimal point of exact text: `shift('3.2', 4)` is `32000`. */
function shift(sign: string, integer: string, decimals: string, by: number): string {
  const digits = by < 0 ? `${'0'.repeat(-by)}${integer}${decimals}` : `${integer}${decimals}${'0'.repeat(by)}`;
  const point = (by < 0 ? -by : 0) + integer.length + by;
  const before = digits.slice(0, point).replace(/^0+(?=\d)/, '');
  const after = digits.slice(point).replace(/0+$/, '');
  const text = after === '' ? before : `${before}.${after}`;
  return /[1-9]/.test(text) ? `${sign}${text}` : text;
}

const plain = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?(.*)$/u;

/**
 * A numerator or denominator: `1,234`, `３２`, `3.2万`, `-5`. Undefined when it is no number, has a unit it cannot have
 * (%, 元), or more than 12 digits before the point.
 */
export function parseAmount(text: string): string | undefined {
  const found = plain.exec(narrow(text));
  if (!found) return undefined;
  const [, sign = '', integer = '', decimals = '', suffix = ''] = found;
  const places = suffix === '' ? 0 : units.get(suffix);
  return places === undefined ? undefined : exact(shift(sign, integer, decimals, places));
}

/**
 * A target in the value's own scale, typed in the indicator's unit: with unit % both `85` and `85%` are `0.85`; `1:1.5`
 * is the ratio 1 ÷ 1.5 for a ratio, and 1.5 where the unit is 1∶X. `multiplier` is what the value is shown with.
 */
export function parseTarget(text: string, unit: string, multiplier: string): string | undefined {
  const narrowed = narrow(text);
  const ratio = /^(\d{1,9}(?:\.\d{1,6})?):(\d{1,9}(?:\.\d{1,6})?)$/.exec(narrowed);
  if (ratio) return multiplier === '1' ? ratioOf(ratio[1] ?? '', ratio[2] ?? '', unit) : undefined;
  const sign = /[%‰]$/u.exec(narrowed)?.[0];
  if (sign !== undefined) return scaled(narrowed.slice(0, -1), sign === '%' ? -2 : -3);
  const ending = plainForms(unit);
  const hasUnit = ending !== '' && narrowed.endsWith(ending);
  const amount = parseAmount(hasUnit ? narrowed.slice(0, -ending.length) : narrowed);
  const zeros = /^1(0*)$/.exec(multiplier)?.[1];
  return amount === undefined || zeros === undefined ? undefined : scaled(amount, -zeros.length);
}

function scaled(text: string, by: number): string | undefined {
  const found = /^(-?)(\d{1,12})(?:\.(\d{1,9}))?$/.exec(text);
  return found ? exact(shift(found[1] ?? '', found[2] ?? '', found[3] ?? '', by)) : undefined;
}

/** As a fraction of whole numbers, so that 1∶1.5 stays exact. */
function ratioOf(left: string, right: string, unit: string): string | undefined {
  const isOneToX = /^1:X$/i.test(plainForms(unit));
  const places = Math.max(left.split('.')[1]?.length ?? 0, right.split('.')[1]?.length ?? 0);
  const [a, b] = [scaled(left, places), scaled(right, places)];
  if (a === undefined || b === undefined || Number(a) === 0 || Number(b) === 0) return undefined;
  return isOneToX ? `${b}/${a}` : `${a}/${b}`;
}
