import {
  add,
  brief,
  compare,
  exactly,
  multiply,
  one,
  raised,
  subtract,
  whole,
  zero,
  type Rational,
} from '../../../shared/domain/number/rational.ts';
import type { Scoring, ScoringPart } from '../../../shared/domain/standard/standard.ts';
import { checkScoring, isShare, type ScoringFault } from '../../../shared/domain/verdict/check-scoring.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import { withScoring, type Ground } from './ground.ts';
import { readThreshold } from './read-threshold.ts';
import { scoreParts, type ScorePart } from './score-parts.ts';

/** A weighted total as it is being edited: the same texts as they are typed. */
export type DraftScoring = Pick<Scoring, 'full' | 'parts'>;

/** Always in the same order, so that equal totals have equal texts. */
const mapPart = (
  { scope, weight, gradeRates, indicatorRates }: ScoringPart,
  change: (text: string) => string,
): ScoringPart => ({
  scope,
  weight: change(weight),
  gradeRates: {
    A: change(gradeRates.A),
    B: change(gradeRates.B),
    C: change(gradeRates.C),
    D: change(gradeRates.D),
  },
  indicatorRates: {
    met: change(indicatorRates.met),
    improved: change(indicatorRates.improved),
    worse: change(indicatorRates.worse),
    missing: change(indicatorRates.missing),
  },
});

export const draftOfScoring = ({ full, parts }: Scoring): DraftScoring => ({
  full,
  parts: parts.map((part) => mapPart(part, showThreshold)),
});

/** The total that the draft stands for. What cannot be read stays as typed, for checkScoring to refuse. */
export const scoringOf = ({ full, parts }: DraftScoring): DraftScoring => ({
  full: readFull(full) ?? full.trim(),
  parts: parts.map((part) => mapPart(part, readShare)),
});

const readFull = (typed: string) => (/[%％]/.test(typed) ? undefined : readThreshold(typed, 'score')?.atLeast);
const readShare = (typed: string): string => readThreshold(typed, 'grade')?.atLeast ?? typed.trim();

/** Whether this text can be read as a weight or a rate. */
export const isShareTyped = (typed: string): boolean => isShare(readShare(typed));

/** Whether both texts are the same weight or rate: `60%` and `0.6`. */
export const isSameShare = (left: string, right: string): boolean => readShare(left) === readShare(right);

export interface CheckedPart {
  readonly fault: ScoringFault | undefined;
  /** Undefined while it cannot be measured. */
  readonly score: ScorePart | undefined;
}

export interface CheckedScoring {
  readonly scoring: DraftScoring;
  readonly parts: readonly CheckedPart[];
  /** What is wrong with the whole: the full score, or the sum of the weights. */
  readonly fault: ScoringFault | undefined;
  /** Of the weights; undefined while one of them cannot be read. */
  readonly sum: Rational | undefined;
  readonly isSound: boolean;
  /** The round with this total; as it is while the draft is not sound. */
  readonly trial: Ground;
}

/** Every part of a draft with what is wrong with it, or what it would score. */
export function checkScoringDraft(draft: DraftScoring, ground: Ground): CheckedScoring {
  const scoring = scoringOf(draft);
  const { full, parts } = scoring;
  const problems = checkScoring(scoring, ground.standard);
  const faultAt = (at: number) => problems.find((problem) => problem.at === at)?.fault;
  const fault = faultAt(-1);
  return {
    scoring,
    fault,
    parts: parts.map((part, at) => {
      const own = faultAt(at);
      const [score] = own || fault === 'full' ? [] : scoreParts(withScoring(ground, { full, parts: [part] }));
      return { fault: own, score };
    }),
    sum: parts.every(({ weight }) => isShare(weight))
      ? parts.reduce((sum, { weight }) => add(sum, exactly(weight)), zero)
      : undefined,
    isSound: problems.length === 0,
    trial: problems.length === 0 ? withScoring(ground, scoring) : ground,
  };
}

export const isSameScoring = (left: DraftScoring, right: DraftScoring): boolean =>
  JSON.stringify(plain(left)) === JSON.stringify(plain(right));

const plain = ({ full, parts }: DraftScoring): DraftScoring => ({
  full,
  parts: parts.map((part) => mapPart(part, (text) => text)),
});

const hundred = whole(100);

/** “100%”, “90%，差 10%”, “140%，多 40%”; what is missing is never said to be less than it is. */
export function sumWords(sum: Rational): string {
  const percent = `${brief(multiply(sum, hundred), 3)}%`;
  const side = compare(sum, one);
  if (side === 0) return percent;
  const difference = multiply(side < 0 ? subtract(one, sum) : subtract(sum, one), hundred);
  return `${percent}，${side < 0 ? '差' : '多'} ${raised(difference, 3).replace(/\.?0+$/, '')}%`;
}
