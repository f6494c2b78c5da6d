import {
  add,
  brief,
  compare,
  isZero,
  parseRational,
  rational,
  subtract,
  zero,
  type Rational,
} from '../../../../shared/domain/number/rational.ts';
import { changeClauses } from './change-tree.ts';
import { indexOf, methodOf, type Key, type WorkChapter, type WorkPack, type WorkSection } from './work-pack.ts';

/** As the format has it: above 0, at most six decimals. */
export function readAmount(typed: string): number | undefined {
  const text = typed.normalize('NFKC').replaceAll(/[\s,分]/gu, '');
  if (!/^\d{1,7}(?:\.\d{1,6})?$/.test(text)) return undefined;
  const value = Number(text);
  return value > 0 && value <= 1_000_000 ? value : undefined;
}

const amount = (value: number): Rational => parseRational(String(value)) ?? zero;
const sum = (values: Iterable<Rational>): Rational => {
  let total = zero;
  for (const value of values) total = add(total, value);
  return total;
};

const sums = new WeakMap<WorkSection | WorkChapter, Rational>();
const kept = <Node extends WorkSection | WorkChapter>(node: Node, add_: (node: Node) => Rational): Rational => {
  const known = sums.get(node) ?? add_(node);
  sums.set(node, known);
  return known;
};

export const sectionSum = (section: WorkSection): Rational =>
  kept(section, ({ clauses }) => sum(clauses.flatMap(({ points }) => (points === undefined ? [] : [amount(points)]))));
export const chapterSum = (chapter: WorkChapter): Rational =>
  kept(chapter, ({ sections }) => sum(sections.map(sectionSum)));

/** What counts towards the declared total: chapters that are out of the rules do not. */
export const standardSum = (work: WorkPack): Rational =>
  sum(work.chapters.filter(({ excludeFromRules }) => excludeFromRules !== true).map(chapterSum));

export interface RunningTotal {
  readonly sum: Rational;
  readonly declared: Rational | undefined;
  /** Declared less given out; below 0 when too much is. */
  readonly left: Rational | undefined;
}

export function runningTotal(work: WorkPack): RunningTotal | undefined {
  const given = standardSum(work);
  const declared = work.totalPoints === undefined ? undefined : amount(work.totalPoints);
  if (declared === undefined && isZero(given)) return undefined;
  return { sum: given, declared, left: declared && subtract(declared, given) };
}

/** `1,000.5` */
function grouped(value: Rational): string {
  const [integer = '', decimals] = brief(value, 6).split('.');
  const thousands = integer.replaceAll(/\B(?=(?:\d{3})+$)/g, ',');
  return decimals === undefined ? thousands : `${thousands}.${decimals}`;
}

/** “已分配 985 / 1,000 分，还差 15” */
export function totalWords({ sum: given, declared, left }: RunningTotal): string {
  if (!declared || !left) return `已分配 ${grouped(given)} 分，还没有写总分`;
  const order = compare(left, zero);
  const rest = order === 0 ? '正好' : order > 0 ? `还差 ${grouped(left)}` : `多出 ${grouped(subtract(zero, left))}`;
  return `已分配 ${grouped(given)} / ${grouped(declared)} 分，${rest}`;
}

export const amountWords = (value: Rational): string => brief(value, 6);

/** Full scores that add up to `total`: equal ones where they come out with one decimal, else whole steps apart. */
export function shareOut(total: number, count: number): readonly number[] | undefined {
  if (count === 0) return [];
  const scaled = (amount(total).numerator * 1_000_000n) / amount(total).denominator;
  const parts = BigInt(count);
  const equal = scaled % (parts * 100_000n) === 0n;
  const unit = equal
    ? 100_000n
    : [1_000_000n, 500_000n, 100_000n, 10_000n, 1n].find((each) => scaled % each === 0n && scaled / each >= parts);
  if (unit === undefined) return undefined;
  const [each, more] = [scaled / unit / parts, (scaled / unit) % parts];
  return Array.from({ length: count }, (_, at) =>
    Number(brief(rational((each + (BigInt(at) < more ? 1n : 0n)) * unit, 1_000_000n), 6)),
  );
}

/** The points clauses of a section, a chapter or, without a key, of what counts in the standard. */
export const pointsClauses = (work: WorkPack, key: Key | undefined): readonly Key[] =>
  [...indexOf(work).clauses.values()]
    .filter(
      (place) =>
        methodOf(work, place) === 'points' &&
        (key === undefined
          ? place.chapter.excludeFromRules !== true
          : place.chapter.key === key || place.section.key === key),
    )
    .map(({ clause }) => clause.key);

/** Gives the points clauses there equal full scores that add up to `total`. */
export function distribute(work: WorkPack, key: Key | undefined, total: number): WorkPack {
  const keys = pointsClauses(work, key);
  const shares = shareOut(total, keys.length);
  if (!shares) return work;
  const scores = new Map(keys.map((each, at) => [each, shares[at]]));
  return changeClauses(work, (clause) => {
    const points = scores.get(clause.key);
    return points === undefined || points === clause.points ? clause : { ...clause, points };
  });
}
