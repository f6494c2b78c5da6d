import { brief, cut, exactly, isZero } from '../../../shared/domain/number/rational.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import { scoreOf } from '../../../shared/domain/verdict/score.ts';
import { partLabel } from '../../app/scoring-words.ts';
import type { Ground } from './ground.ts';

/** One weighted part of a total. */
export interface ScorePart {
  readonly scope: string;
  readonly label: string;
  /** “60%” */
  readonly weight: string;
  /** Cut to two decimals; undefined when no clause of the part applies: the others then carry the whole total. */
  readonly score: string | undefined;
  readonly full: string;
}

/** What the total is put together from; empty for a standard without weighted parts. */
export function scoreParts({ standard, tally }: Pick<Ground, 'standard' | 'tally'>): readonly ScorePart[] {
  return (standard.scoring?.parts ?? []).map(({ scope, weight }) => {
    const score = scoreOf(scope, tally, standard);
    const nothing = isZero(exactly(weight)) ? '0.00' : undefined;
    return {
      scope,
      label: partLabel(scope, standard),
      weight: showThreshold(weight),
      score: score ? cut(score.earned, 2) : nothing,
      full: score ? brief(score.full) : '0',
    };
  });
}

/** “监测数据（占 60%）312.50 / 600 分” */
export const partWords = ({ label, weight, score, full }: ScorePart): string =>
  `${label}（占 ${weight}）${score === undefined ? '没有适用的条款' : `${score} / ${full} 分`}`;
