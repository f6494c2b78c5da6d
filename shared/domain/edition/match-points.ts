import type { PointId } from '../id.ts';
import type { RequirementPoint } from '../standard/standard.ts';
import { profileOf, similarity } from './similarity.ts';

/** Below this a point asks for something else, and what was judged of the old one says nothing about it. */
const alikeAt = 0.6;

/**
 * The point of the old wording that each point of the new one is, in the same tier: the same text first, then the
 * likest. No point stands for two.
 */
export function matchPoints(
  old: readonly RequirementPoint[],
  next: readonly RequirementPoint[],
): ReadonlyMap<PointId, PointId> {
  const matches = new Map<PointId, PointId>();
  const taken = new Set<PointId>();
  const match = (to: RequirementPoint, from: RequirementPoint) => {
    matches.set(to.id, from.id);
    taken.add(from.id);
  };
  for (const to of next) {
    const from = old.find((point) => !taken.has(point.id) && point.tier === to.tier && point.text === to.text);
    if (from) match(to, from);
  }
  const isFree = ({ id }: RequirementPoint) => !taken.has(id);
  for (const { to, from } of likest(
    old.filter(isFree),
    next.filter(({ id }) => !matches.has(id)),
  )) {
    if (!matches.has(to.id) && isFree(from)) match(to, from);
  }
  return matches;
}

/** Pairs of one tier above the threshold, the likest first; ties in the order of the wordings. */
function likest(old: readonly RequirementPoint[], next: readonly RequirementPoint[]) {
  const before = old.map((from) => ({ from, profile: profileOf(from.text) }));
  return next
    .flatMap((to) => {
      const profile = profileOf(to.text);
      return before.flatMap((entry) => {
        if (entry.from.tier !== to.tier) return [];
        const likeness = similarity(entry.profile, profile);
        return likeness >= alikeAt ? [{ to, from: entry.from, likeness }] : [];
      });
    })
    .toSorted((left, right) => right.likeness - left.likeness);
}
