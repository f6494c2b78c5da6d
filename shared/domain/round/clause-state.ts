import type { Evidence } from '../evidence/evidence.ts';
import type { ClauseId, PointId } from '../id.ts';
import type { Grade, Mark } from '../grade/grade.ts';
import type { Clause } from '../standard/standard.ts';
import { decideGrade, type ClauseGrade } from '../grade/decide-grade.ts';
import type { JudgedPoint } from '../grade/suggest-grade.ts';

/** draft 草稿 → submitted 已提交 → verified 已核实 / returned 退回. */
export const clauseStatuses = ['draft', 'submitted', 'verified', 'returned'] as const;
export type ClauseStatus = (typeof clauseStatuses)[number];

/** Everything a scorer put into one clause of one round. */
export interface ClauseState {
  readonly clauseId: ClauseId;
  readonly marks: Readonly<Record<PointId, Mark>>;
  /** Set by hand; undefined leaves the suggestion in force. */
  readonly ownGrade: Grade | undefined;
  /** Why the grade is above the suggestion. */
  readonly reason: string;
  readonly note: string;
  readonly status: ClauseStatus;
  readonly leadDepartment: string;
  readonly evidence: readonly Evidence[];
}

/** The clause's points with their marks, in the order of the tiers as the pack lists them. */
export const judgedPoints = (
  clause: Pick<Clause, 'points'>,
  state: Pick<ClauseState, 'marks'>,
): readonly JudgedPoint[] => clause.points.map((point) => ({ tier: point.tier, mark: state.marks[point.id] }));

export const gradeOf = (clause: Pick<Clause, 'points'>, state: Pick<ClauseState, 'marks' | 'ownGrade'>): ClauseGrade =>
  decideGrade({ points: judgedPoints(clause, state), ownGrade: state.ownGrade });

/** Graded, and in a chapter that stands in the target's proportions. */
export const isCounted = (clause: Pick<Clause, 'method' | 'counts'>): boolean =>
  clause.method === 'graded' && clause.counts;
