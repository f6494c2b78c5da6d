import { tiers, type PointTier, type Tier } from '../standard/standard.ts';
import type { Grade, Mark } from './grade.ts';

export interface JudgedPoint {
  readonly tier: PointTier;
  readonly mark: Mark | undefined;
}

/** Why a clause is suggested no better: the tier that is not reached and the points (1-based, over all tiers) that hold it back. */
export interface Hindrance {
  readonly tier: Tier;
  readonly open: readonly { readonly number: number; readonly mark: Exclude<Mark, 'met' | 'n/a'> | undefined }[];
}

export interface Suggestion {
  /** Undefined while a C point has no mark, while no point has one, or when the clause has no points: unscored, not D. */
  readonly grade: Exclude<Grade, 'E'> | undefined;
  /** Undefined when the highest tier with points is reached, or there are no points. */
  readonly hindrance: Hindrance | undefined;
}

/**
 * 建议等级（产品规则第 5 节）：C、B、A 逐级攀升，某级适用要点全部“符合”才算达到该级；“不适用”不参与；
 * 没有要点的级别直接通过，但建议不高于有要点的最高一级；C 级还有要点未判定，或一个要点都没判定时没有建议。
 */
export function suggestGrade(points: readonly JudgedPoint[]): Suggestion {
  const highest = tiers.reduce<Tier | undefined>(
    (found, tier) => (points.some((point) => point.tier === tier) ? tier : found),
    undefined,
  );
  if (highest === undefined) return { grade: undefined, hindrance: undefined };

  const isUntouched = points.every(({ mark }) => mark === undefined);
  let reached: Exclude<Grade, 'E'> = 'D';
  for (const tier of tiers) {
    const open = points.flatMap((point, index) =>
      point.tier === tier && point.mark !== 'met' && point.mark !== 'n/a'
        ? [{ number: index + 1, mark: point.mark }]
        : [],
    );
    if (open.length > 0) {
      const isUnscored = isUntouched || (tier === 'C' && open.some((point) => point.mark === undefined));
      return { grade: isUnscored ? undefined : reached, hindrance: { tier, open } };
    }
    reached = tier;
    if (tier === highest) break;
  }
  return { grade: reached, hindrance: undefined };
}

/** How many points are still not met on the way to `wanted`: applicable points of all tiers up to it. */
export function pointsToMeet(points: readonly JudgedPoint[], wanted: Tier): number {
  const climbed = tiers.slice(0, tiers.indexOf(wanted) + 1) as readonly PointTier[];
  return points.filter((point) => climbed.includes(point.tier) && point.mark !== 'met' && point.mark !== 'n/a').length;
}
