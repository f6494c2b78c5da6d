import { z } from 'zod';
import type { ClauseId, PointId, RoundId } from '../domain/id.ts';
import { grades, marks } from '../domain/grade/grade.ts';
import { command, fileToken, id, query, text, typed } from './call.ts';
import type { RoundChange } from './round.ts';

const place = { roundId: id<RoundId>(), clauseId: id<ClauseId>() };

export interface ScoreImport {
  readonly change: RoundChange;
  readonly rows: number;
  readonly clauses: number;
}

export const assessmentContract = {
  /** Marks points of one clause; null takes a mark back. */
  'assessment.mark': command<RoundChange>()({
    ...place,
    marks: z
      .array(z.strictObject({ pointId: id<PointId>(), mark: z.enum(marks).nullable() }))
      .min(1)
      .max(500),
  }),
  /**
   * Sets the grade by hand; null goes back to the suggestion. A grade above the suggestion wants a reason. E takes an
   * optional clause of any method out of the count.
   */
  'assessment.grade': command<RoundChange>()({ ...place, grade: z.enum(grades).nullable(), reason: text() }),
  /** Sets the score of a points clause by hand; null goes back to the points. Exact decimal text with a reason. */
  'assessment.score': command<RoundChange>()({ ...place, score: typed().nullable(), reason: text() }),
  /** What an indicator counted, a period each, as a person types it; both null takes the period out. All or none. */
  'assessment.figures': command<RoundChange>()({
    ...place,
    figures: z
      .array(z.strictObject({ period: typed(), numerator: typed().nullable(), denominator: typed().nullable() }))
      .min(1)
      .max(200),
  }),
  /** An indicator's own target as a person types it, in its unit; `better` wants more than the period before; null is the standard's. */
  'assessment.ownTarget': command<RoundChange>()({ ...place, target: typed().nullable() }),
  'assessment.note': command<RoundChange>()({ ...place, note: text() }),
  'assessment.undo': command<RoundChange>()({ roundId: id<RoundId>() }),
  'assessment.redo': command<RoundChange>()({ roundId: id<RoundId>() }),
  /** Marks, grades, scores, figures and notes from a .csv or .xlsx file; all rows or none. */
  'assessment.importScores': command<ScoreImport>()({ roundId: id<RoundId>(), file: fileToken() }),
  /** Clauses of the round whose code, title, points or evidence match; by words or pinyin initials. */
  'assessment.search': query<readonly ClauseId[]>()({ roundId: id<RoundId>(), text: z.string().max(200) }),
};
