import type { PointTier, Tier } from '../../../../shared/domain/standard/standard.ts';
import { isBlank, type WorkClause } from './work-pack.ts';

export interface PointPlace {
  readonly tier: PointTier;
  /** Within the tier, from 0. */
  readonly at: number;
}

export const pointsIn = (clause: WorkClause, tier: PointTier): readonly string[] => clause.requirements?.[tier] ?? [];

/** A tier whose texts were touched is no longer general wording. */
function withTier(clause: WorkClause, tier: PointTier, texts: readonly string[]): WorkClause {
  const changed = { ...clause, requirements: { ...clause.requirements, [tier]: [...texts] } };
  const { genericLevels } = clause;
  if (genericLevels === undefined || genericLevels === false) return changed;
  const general: readonly Tier[] = genericLevels === true ? ['B', 'A'] : genericLevels;
  const rest = general.filter((each) => each !== tier);
  if (rest.length === general.length) return changed;
  const { genericLevels: _, ...own } = changed;
  return rest.length === 0 ? own : { ...own, genericLevels: rest };
}

/** Puts texts in the place of `count` points. Empty ones are lines to write in; the pack leaves them out. */
export function replacePoints(
  clause: WorkClause,
  { tier, at }: PointPlace,
  count: number,
  texts: readonly string[],
): WorkClause {
  const before = pointsIn(clause, tier);
  const isSame = texts.length === count && texts.every((text, index) => before[at + index] === text);
  return isSame ? clause : withTier(clause, tier, before.toSpliced(at, count, ...texts));
}

/** To another place, counted after it was taken out. */
export function movePoint(clause: WorkClause, from: PointPlace, to: PointPlace): WorkClause {
  const text = pointsIn(clause, from.tier)[from.at];
  if (text === undefined || (from.tier === to.tier && from.at === to.at)) return clause;
  return replacePoints(replacePoints(clause, from, 1, []), to, 0, [text]);
}

/** `1.`, `（2）`, `③`, `-`, `•` before a line of a list. */
const bullet =
  /^(?:[-–—•·●○■◆*]\s*|[（(]\s*(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s*[）)]\s*|(?:\d{1,3}|[一二三四五六七八九十]{1,3})(?:[、．）)]|\.(?!\d))\s*|[①-⑳]\s*)/u;

/** The points that pasted lines are, without their numbers. */
export const pastedPoints = (text: string): readonly string[] =>
  text
    .split(/[\n\r\u2028\u2029]+/u)
    .map((line) => line.trim().replace(bullet, '').trim())
    .filter((line) => !isBlank(line));
