import type { ClauseWording } from '../edition/clause-wording.ts';
import { profileOf, type Profile } from '../edition/similarity.ts';

/** A text as its pairs of neighbouring characters, each with its weight times how often it occurs. */
export interface WeighedText {
  readonly pairs: readonly { readonly pair: number; readonly count: number }[];
  readonly total: number;
}

export interface WeighedClause {
  readonly code: string;
  readonly title: WeighedText;
  readonly points: WeighedText;
}

export interface WeighedStandards {
  readonly left: readonly WeighedClause[];
  readonly right: readonly WeighedClause[];
  /** By pair. */
  readonly weights: readonly number[];
  /** What a pair weighs that stands in one clause of either standard and nowhere else. */
  readonly rare: number;
}

/**
 * Every pair of characters weighs the more the fewer clauses have it: what the whole field says (制度, 培训, 持续改进)
 * weighs next to nothing. Weights are whole numbers, so that sums do not depend on their order.
 */
export function weighWordings(left: readonly ClauseWording[], right: readonly ClauseWording[]): WeighedStandards {
  const known = new Map<string, number>();
  const clausesWith: number[] = [];
  const profiles = [left, right].map((clauses) =>
    clauses.map(({ code, title, points }) => {
      const profile = { code, title: profileOf(title), points: profileOf(points.map(({ text }) => text).join('')) };
      for (const pair of new Set([...profile.title.pairs.keys(), ...profile.points.pairs.keys()])) {
        const number = known.get(pair) ?? known.size;
        known.set(pair, number);
        clausesWith[number] = (clausesWith[number] ?? 0) + 1;
      }
      return profile;
    }),
  );
  const all = left.length + right.length;
  const weightOf = (clauses: number) => Math.round(1000 * Math.log(1 + all / clauses) ** 2);
  const weights = clausesWith.map(weightOf);
  const weigh = ({ pairs }: Profile): WeighedText => {
    const numbered = [...pairs].map(([pair, count]) => ({ pair: known.get(pair) ?? 0, count }));
    return { pairs: numbered, total: numbered.reduce((sum, { pair, count }) => sum + (weights[pair] ?? 0) * count, 0) };
  };
  const [before = [], after = []] = profiles.map((clauses) =>
    clauses.map(({ code, title, points }) => ({ code, title: weigh(title), points: weigh(points) })),
  );
  return { left: before, right: after, weights, rare: weightOf(2) };
}
