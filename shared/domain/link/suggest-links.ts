import type { ClauseWording } from '../edition/clause-wording.ts';
import { weighWordings, type WeighedClause, type WeighedStandards, type WeighedText } from './weigh-wordings.ts';

/** Two clauses, by their place in their standards. */
export interface Ends {
  readonly left: number;
  readonly right: number;
}

export interface LikePair extends Ends {
  /** Of title and points, 0 … 1. */
  readonly similarity: number;
}

/** No clause is held against more than this many of the other standard. */
export const mostSuggestions = 3;

/**
 * Found on the built-in standards, by looking at the pairs one by one: above these most pairs are what a quality office
 * would confirm. Titles say more than points, but a title alone (组织与制度) says nothing.
 */
const titleShare = 0.6;
const alikeAt = 0.36;
/** From here on the whole decides; below it, titles and points must each be alike enough. */
const plainlyAt = 0.6;
const titlesAt = 0.5;
const pointsAt = 0.05;
/** Titles this alike need no points. */
const titlesAloneAt = 0.8;
/** How many pairs of characters that stand nowhere else a shared title must weigh, by how alike the points are. */
const titleWeights = [
  { pointsAt: 0.3, atLeast: 0 },
  { pointsAt, atLeast: 0.5 },
  { pointsAt: 0, atLeast: 2.5 },
] as const;
/** Against the best pair of either clause: beside a twin a distant relative is noise. */
const nearBest = 0.75;

/**
 * Clauses of two standards that look as if they ask for the same; the likest first.
 *
 * @param always pairs that are listed whether or not they look alike
 */
export function suggestLinks(
  left: readonly ClauseWording[],
  right: readonly ClauseWording[],
  always: readonly Ends[] = [],
): readonly LikePair[] {
  const work = suggestingLinks(left, right, always);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** As {@link suggestLinks}, in steps: yields how many clauses of `left` have been looked at. */
export function* suggestingLinks(
  left: readonly ClauseWording[],
  right: readonly ClauseWording[],
  always: readonly Ends[] = [],
): Generator<number, readonly LikePair[]> {
  const standards = weighWordings(left, right);
  const index = indexOf(standards);
  const wanted = new Map<number, Set<number>>();
  for (const ends of always) wanted.set(ends.left, (wanted.get(ends.left) ?? new Set()).add(ends.right));
  const found: Likeness[] = [];
  for (const [at, clause] of standards.left.entries()) {
    found.push(...likenesses(at, clause, standards, index, wanted.get(at)));
    yield at + 1;
  }
  const places = { left: left.map(({ code }) => code), right: right.map(({ code }) => code) };
  const likest = new Set(likestOf(nearTheBest(found.filter(({ isAlike }) => isAlike)), places));
  return found
    .filter((pair) => likest.has(pair) || wanted.get(pair.left)?.has(pair.right))
    .map(({ isAlike: _isAlike, ...pair }) => pair)
    .toSorted((one, other) => other.similarity - one.similarity || one.left - other.left || one.right - other.right);
}

interface Likeness extends LikePair {
  readonly isAlike: boolean;
}

/** Where each pair of characters stands in the right standard. */
type Postings = readonly (readonly { readonly clause: number; readonly count: number }[])[];
interface Index {
  readonly titles: Postings;
  readonly points: Postings;
}

function indexOf({ right, weights }: WeighedStandards): Index {
  const gather = (textOf: (clause: WeighedClause) => WeighedText): Postings => {
    const postings = weights.map((): { clause: number; count: number }[] => []);
    for (const [clause, weighed] of right.entries()) {
      for (const { pair, count } of textOf(weighed).pairs) postings[pair]?.push({ clause, count });
    }
    return postings;
  };
  return { titles: gather(({ title }) => title), points: gather(({ points }) => points) };
}

/** The weight that each clause of the right standard shares with a text. */
function sharedWith(text: WeighedText, postings: Postings, { right, weights }: WeighedStandards): Float64Array {
  const shared = new Float64Array(right.length);
  for (const { pair, count } of text.pairs) {
    const weight = weights[pair] ?? 0;
    for (const posting of postings[pair] ?? []) {
      shared[posting.clause] = (shared[posting.clause] ?? 0) + weight * Math.min(count, posting.count);
    }
  }
  return shared;
}

/** The pairs of one clause that are alike, and the wanted ones. */
function likenesses(
  at: number,
  clause: WeighedClause,
  standards: WeighedStandards,
  index: Index,
  wanted: ReadonlySet<number> | undefined,
): readonly Likeness[] {
  const titles = sharedWith(clause.title, index.titles, standards);
  const points = sharedWith(clause.points, index.points, standards);
  return standards.right.flatMap((other, right) => {
    const sharedTitle = titles[right] ?? 0;
    const title = dice(sharedTitle, clause.title, other.title);
    const hasPoints = clause.points.total + other.points.total > 0;
    const body = hasPoints ? dice(points[right] ?? 0, clause.points, other.points) : title;
    const similarity = titleShare * title + (1 - titleShare) * body;
    const weight = titleWeights.find((each) => body >= each.pointsAt)?.atLeast ?? 0;
    const isTelling = sharedTitle >= weight * standards.rare;
    const isBorneOut = title >= titlesAloneAt || (title >= titlesAt && body >= pointsAt);
    const isAlike = isTelling && (similarity >= plainlyAt || (similarity >= alikeAt && isBorneOut));
    return isAlike || wanted?.has(right) ? [{ left: at, right, similarity, isAlike }] : [];
  });
}

const dice = (shared: number, { total }: WeighedText, { total: other }: WeighedText): number =>
  total + other === 0 ? 0 : (2 * shared) / (total + other);

function nearTheBest<Pair extends LikePair>(pairs: readonly Pair[]): readonly Pair[] {
  const best = { left: new Map<number, number>(), right: new Map<number, number>() };
  for (const { left, right, similarity } of pairs) {
    best.left.set(left, Math.max(best.left.get(left) ?? 0, similarity));
    best.right.set(right, Math.max(best.right.get(right) ?? 0, similarity));
  }
  return pairs.filter(
    ({ left, right, similarity }) =>
      similarity >= nearBest * Math.max(best.left.get(left) ?? 0, best.right.get(right) ?? 0),
  );
}

interface Places {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/**
 * Those that are among the likest of both their clauses. Of equally like ones those of the same code come first, then
 * those at the same place of their standards: a text that every chapter repeats is held against its own chapter's.
 */
function likestOf<Pair extends LikePair>(pairs: readonly Pair[], places: Places): readonly Pair[] {
  const farOf = ({ left, right }: LikePair) => Math.abs(left * places.right.length - right * places.left.length);
  const otherCode = ({ left, right }: LikePair) => Number(places.left[left] !== places.right[right]);
  const compareRank = (one: LikePair, other: LikePair) =>
    other.similarity - one.similarity || otherCode(one) - otherCode(other) || farOf(one) - farOf(other);
  const firstOf = (side: 'left' | 'right', other: 'left' | 'right') => {
    const taken = new Map<number, Pair[]>();
    for (const pair of pairs.toSorted((one, next) => compareRank(one, next) || one[other] - next[other])) {
      const list = taken.get(pair[side]);
      if (!list) taken.set(pair[side], [pair]);
      else if (list.length < mostSuggestions) list.push(pair);
    }
    return new Set([...taken.values()].flat());
  };
  const ofRight = firstOf('right', 'left');
  return [...firstOf('left', 'right')].filter((pair) => ofRight.has(pair));
}
