import type { Input } from '../../../shared/contract/contract.ts';
import type { RoundChange } from '../../../shared/contract/round.ts';
import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { judgedPoints } from '../../../shared/domain/round/clause-state.ts';
import { invert, type Patch } from '../../../shared/domain/round/patch.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import {
  gradeNotOptional,
  notGraded,
  nothingToRedo,
  nothingToUndo,
  pointNotFound,
  raiseNeedsReason,
} from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';

/** @throws {AppError} assessment/not-graded, assessment/point-not-found */
export function markPoints(round: OpenRound, input: Input<'assessment.mark'>): RoundChange {
  const clause = gradedClause(round, input);
  const { marks } = round.state(clause.id);
  const patches = input.marks.map(({ pointId, mark }): Patch => {
    if (!clause.points.some((point) => point.id === pointId)) throw pointNotFound();
    return { on: 'mark', clauseId: clause.id, pointId, before: marks[pointId] ?? null, after: mark };
  });
  return round.apply('do', `${clause.code} 要点判定`, patches);
}

/** @throws {AppError} assessment/not-graded, assessment/not-optional, assessment/reason-missing */
export function setGrade(round: OpenRound, input: Input<'assessment.grade'>): RoundChange {
  const clause = gradedClause(round, input);
  const state = round.state(clause.id);
  const reason = input.grade === null ? '' : input.reason.trim();
  checkGrade(round, clause, input.grade, reason);
  return round.apply('do', `${clause.code} 评级`, [
    {
      on: 'grade',
      clauseId: clause.id,
      before: { grade: state.ownGrade ?? null, reason: state.reason },
      after: { grade: input.grade, reason },
    },
  ]);
}

export function setNote(round: OpenRound, input: Input<'assessment.note'>): RoundChange {
  const clause = round.clause(input.clauseId);
  const before = round.state(clause.id).note;
  return round.apply('do', `${clause.code} 说明`, [{ on: 'note', clauseId: clause.id, before, after: input.note }]);
}

/** @throws {AppError} assessment/nothing-to-undo */
export function undo(round: OpenRound): RoundChange {
  const patches = round.undoable;
  if (!patches) throw nothingToUndo();
  return round.apply('undo', round.labelOf('undo'), invert(patches));
}

/** @throws {AppError} assessment/nothing-to-redo */
export function redo(round: OpenRound): RoundChange {
  const patches = round.redoable;
  if (!patches) throw nothingToRedo();
  return round.apply('redo', round.labelOf('redo'), patches);
}

function gradedClause(round: OpenRound, input: Pick<Input<'assessment.mark'>, 'clauseId'>): Clause {
  const clause = round.clause(input.clauseId);
  if (clause.method !== 'graded') throw notGraded(clause.code);
  return clause;
}

function checkGrade(round: OpenRound, clause: Clause, grade: Grade | null, reason: string): void {
  const refusal = refuseGrade({
    optional: clause.optional,
    points: judgedPoints(clause, round.state(clause.id)),
    ownGrade: grade ?? undefined,
    reason,
  });
  if (refusal === 'not-optional') throw gradeNotOptional(clause.code);
  if (refusal === 'reason-missing') throw raiseNeedsReason(clause.code, grade ?? '');
}
