import { add, compare, exactly, zero } from './rational.ts';
import { parseShare } from './share.ts';

/** A threshold of a pack as exact text: `0.9`, `1`, `1/3`; undefined when it cannot be taken exactly. */
export function asShare(value: number | string): string | undefined {
  const text = typeof value === 'number' ? String(value) : value.trim();
  return parseShare(text) && !text.endsWith('%') ? text : undefined;
}

/** Less than, equal to or greater than zero, as `left` stands to `right`. */
export const compareExactly = (left: number | string, right: number | string): number =>
  compare(exactly(String(left)), exactly(String(right)));

/** Whether the values, added without rounding, are `total`. */
export const addsUpTo = (values: readonly (number | string)[], total: number | string): boolean =>
  compare(
    values.reduce((sum, value) => add(sum, exactly(String(value))), zero),
    exactly(String(total)),
  ) === 0;
