import { checklistOutcome, prerequisiteOutcome, type Outcome } from '../checklist/decide-outcome.ts';
import { decideGrade, type ClauseGrade } from '../grade/decide-grade.ts';
import type { Grade, Mark } from '../grade/grade.ts';
import { readIndicator, type Figure, type IndicatorReading } from '../indicator/read-indicator.ts';
import { compare, exactly, multiply, type Rational } from '../number/rational.ts';
import { scorePoints, type ScoredPoints } from '../points/propose-score.ts';
import type { PointTier, RequirementPoint } from '../standard/standard.ts';
import type { Clause } from '../standard/standard.ts';
import type { PointId } from '../id.ts';

/** What was put into a clause, as far as its result depends on it. */
export interface ClauseInput {
  readonly marks: Readonly<Record<PointId, Mark>>;
  /** E on an optional clause of any method: it does not apply. Other grades on graded clauses only. */
  readonly ownGrade: Grade | undefined;
  /** Why the grade or score was set by hand. */
  readonly reason: string;
  readonly ownScore: string | undefined;
  readonly figures: readonly Figure[];
  readonly ownTarget: string | undefined;
}

/** The result of a clause by its scoring method (product.md section 4). `exempt` is 不适用. */
export type ClauseResult =
  | ({ readonly method: 'graded' } & ClauseGrade)
  | { readonly method: 'checklist' | 'prerequisite'; readonly outcome: Outcome }
  | ({ readonly method: 'points'; readonly exempt: boolean } & ScoredPoints)
  | ({ readonly method: 'indicator'; readonly exempt: boolean } & IndicatorReading & {
        readonly monitored: boolean;
      });

type Scored = Pick<Clause, 'method' | 'fullScore' | 'indicator'> & {
  readonly points: readonly Pick<RequirementPoint, 'id' | 'tier'>[];
};

/** The clause's points with their marks, in the order of the tiers as the standard lists them. */
export const judgedPoints = (
  clause: { readonly points: readonly Pick<RequirementPoint, 'id' | 'tier'>[] },
  input: Pick<ClauseInput, 'marks'>,
): readonly { readonly tier: PointTier; readonly mark: Mark | undefined }[] =>
  clause.points.map((point) => ({ tier: point.tier, mark: input.marks[point.id] }));

/** @throws {Error} when the clause lacks what its method needs; standards are checked before they get here. */
export function resultOf(clause: Scored, input: ClauseInput): ClauseResult {
  const points = judgedPoints(clause, input);
  const marks = points.map(({ mark }) => mark);
  const exempt = input.ownGrade === 'E';
  switch (clause.method) {
    case 'graded':
      return { method: 'graded', ...decideGrade({ points, ownGrade: input.ownGrade, reason: input.reason }) };
    case 'checklist':
      return { method: 'checklist', outcome: exempt ? 'n/a' : checklistOutcome(marks) };
    case 'prerequisite':
      return { method: 'prerequisite', outcome: exempt ? 'n/a' : prerequisiteOutcome(marks) };
    case 'points': {
      if (clause.fullScore === undefined) throw new Error('a points clause without a full score');
      return { method: 'points', exempt, ...scorePoints(clause.fullScore, marks, input.ownScore) };
    }
    case 'indicator': {
      if (!clause.indicator) throw new Error('an indicator clause without a definition');
      const reading = readIndicator(clause.indicator, input.figures, input.ownTarget);
      return { method: 'indicator', exempt, monitored: clause.indicator.direction === 'monitor', ...reading };
    }
  }
}

/**
 * Whether a clause that is not graded passes (product.md section 5, Passing); undefined while it is unscored: no
 * mark, no score, no figure.
 */
export function passes(result: Exclude<ClauseResult, { method: 'graded' }>, yesAtRate: Rational): Outcome {
  switch (result.method) {
    case 'checklist':
    case 'prerequisite':
      return result.outcome;
    case 'points':
      if (result.exempt) return 'n/a';
      if (result.score === undefined) return undefined;
      return compare(result.score, multiply(result.full, yesAtRate)) >= 0 ? 'pass' : 'fail';
    case 'indicator':
      if (result.exempt) return 'n/a';
      if (result.status === 'missing') return undefined;
      return result.status === 'met' || result.monitored ? 'pass' : 'fail';
  }
}

/** Whether the clause has a result, be it that it does not apply. */
export function isScored(result: ClauseResult): boolean {
  switch (result.method) {
    case 'graded':
      return result.grade !== undefined;
    case 'checklist':
    case 'prerequisite':
      return result.outcome !== undefined;
    case 'points':
      return result.exempt || result.score !== undefined;
    case 'indicator':
      return result.exempt || result.status !== 'missing';
  }
}

export const isExempt = (result: ClauseResult): boolean =>
  result.method === 'graded'
    ? result.grade === 'E'
    : result.method === 'points' || result.method === 'indicator'
      ? result.exempt
      : result.outcome === 'n/a';

/** As {@link exactly}, for the share that a standard names. */
export const yesAtRateOf = (standard: { readonly yesAtRate: string }): Rational => exactly(standard.yesAtRate);
