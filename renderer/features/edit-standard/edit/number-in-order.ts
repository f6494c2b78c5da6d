import { countingOf, numeral, type Counting } from './numerals.ts';
import { lastCount, tailOf } from './codes.ts';
import type { Key } from './work-pack.ts';

/** Children of one parent, whose code may change with them. */
export interface Family {
  readonly from: string;
  readonly to: string;
  readonly children: readonly { readonly key: Key; readonly code: string }[];
}

/** `.2.1` as what stands before each number, and the numbers. */
interface Tail {
  readonly between: readonly string[];
  readonly counts: readonly Counting[];
}

function readTail(tail: string): Tail | undefined {
  const parts = [...tail.matchAll(/([^\p{L}\p{N}]*)([\p{L}\p{N}]+)/gsu)];
  const counts = parts.flatMap(([, , count = '']) => countingOf(count) ?? []);
  return parts.length > 0 && counts.length === parts.length
    ? { between: parts.map(([, between = '']) => between), counts }
    : undefined;
}

/**
 * New codes in the order of the tree, in the manner that most siblings have: going on from the parent's code
 * (`1.1` → `1.1.1`, also over two levels, where each change of the upper one starts a group), or counting through.
 *
 * @param taken  codes that stay as they are elsewhere
 * @param before codes of the same kind that come first: counting through goes on from them
 */
export function numberInOrder(
  families: readonly Family[],
  taken: ReadonlySet<string>,
  before: readonly string[],
): ReadonlyMap<Key, string> {
  const given = new Set(taken);
  const codes = new Map<Key, string>();
  const give = (key: Key, code: string) => {
    given.add(code);
    codes.set(key, code);
  };
  const reached = new Map<string, number>();
  for (const code of before) {
    const last = lastCount(code);
    if (last) reached.set(last.before, Math.max(last.counting.value, reached.get(last.before) ?? 0));
  }
  const usual = mannerOf(families);
  for (const family of families) {
    const manner = mannerOf([family]) ?? usual ?? (isNumbered(family) ? undefined : plainManner);
    if (manner) goOn(family, manner, given, give);
    else countThrough(family, reached, given, give);
  }
  return codes;
}

type Give = (key: Key, code: string) => void;
const digit: Counting = { style: 'digits', width: 1, value: 1 };
const plainManner: Tail = { between: ['.'], counts: [digit] };

/** How most children go on from their parents' codes; undefined when most do not. */
function mannerOf(families: readonly Family[]): Tail | undefined {
  const tails = families.flatMap(({ from, children }) =>
    children.map(({ code }) => {
      const tail = tailOf(code, from);
      return tail === undefined ? undefined : readTail(tail);
    }),
  );
  const often = new Map<number | undefined, number>();
  for (const tail of tails) often.set(tail?.counts.length, (often.get(tail?.counts.length) ?? 0) + 1);
  const count = (tail: Tail | undefined) => often.get(tail?.counts.length) ?? 0;
  return tails.toSorted((left, right) => count(right) - count(left))[0];
}

const isNumbered = ({ from, children }: Family): boolean =>
  from === '' || children.some(({ code }) => lastCount(code) !== undefined);

function goOn({ from, to, children }: Family, manner: Tail, given: ReadonlySet<string>, give: Give): void {
  const depth = manner.counts.length;
  const at: number[] = manner.counts.map(() => 1);
  at[depth - 1] = 0;
  let previous: readonly number[] | undefined;
  for (const { key, code } of children) {
    const tail = tailOf(code, from);
    const read = tail === undefined ? undefined : readTail(tail);
    const values = read?.counts.length === depth ? read.counts.map(({ value }) => value) : undefined;
    const opened = previous && values ? values.findIndex((value, level) => value !== previous?.[level]) : depth - 1;
    const level = opened < 0 ? depth - 1 : opened;
    previous = values ?? previous;
    at[level] = (at[level] ?? 0) + 1;
    at.fill(1, level + 1);
    while (given.has(spell(to, manner, at))) at[depth - 1] = (at[depth - 1] ?? 0) + 1;
    give(key, spell(to, manner, at));
  }
}

const spell = (parent: string, { between, counts }: Tail, at: readonly number[]): string =>
  parent +
  counts
    .map((counting, level) => {
      const value = at[level] ?? 1;
      return (between[level] ?? '.') + (numeral({ ...counting, value }) ?? String(value));
    })
    .join('');

/** Children that do not go on from their parents: `K1`, `K2` … over all of them. */
function countThrough(
  { children }: Family,
  reached: Map<string, number>,
  given: ReadonlySet<string>,
  give: Give,
): void {
  let like = children.map(({ code }) => lastCount(code)).find((last) => last !== undefined);
  for (const { key, code } of children) {
    like = lastCount(code) ?? like ?? { before: '', counting: digit };
    const { before, counting } = like;
    let value = (reached.get(before) ?? 0) + 1;
    const spelt = () => before + (numeral({ ...counting, value }) ?? String(value));
    while (given.has(spelt())) value++;
    reached.set(before, value);
    give(key, spelt());
  }
}
