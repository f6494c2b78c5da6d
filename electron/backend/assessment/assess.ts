import type { Input } from '../../../shared/contract/contract.ts';
import type { RoundChange } from '../../../shared/contract/round.ts';
import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { suggestGrade } from '../../../shared/domain/grade/suggest-grade.ts';
import { scorePoints, refuseScore } from '../../../shared/domain/points/propose-score.ts';
import { judgedPoints } from '../../../shared/domain/result/clause-result.ts';
import { invert, type Patch } from '../../../shared/domain/round/patch.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import {
  gradeNotOptional,
  notGraded,
  notMarked,
  notScored,
  nothingToRedo,
  nothingToUndo,
  pointNotFound,
  raiseNeedsReason,
  scoreRefused,
} from '../../../shared/errors/messages.ts';
import type { OpenRound } from '../round/open-round.ts';

/** @throws {AppError} assessment/not-marked, assessment/point-not-found */
export function markPoints(round: OpenRound, input: Input<'assessment.mark'>): RoundChange {
  const clause = round.clause(input.clauseId);
  if (clause.method === 'indicator') throw notMarked(clause.code);
  const { marks } = round.state(clause.id);
  const patches = input.marks.map(({ pointId, mark }): Patch => {
    if (!clause.points.some((point) => point.id === pointId)) throw pointNotFound();
    return { on: 'mark', clauseId: clause.id, pointId, before: marks[pointId] ?? null, after: mark };
  });
  return round.apply('do', `${clause.code} 要点判定`, patches);
}

/** @throws {AppError} assessment/not-graded, assessment/not-optional, assessment/reason-missing */
export function setGrade(round: OpenRound, input: Input<'assessment.grade'>): RoundChange {
  const clause = round.clause(input.clauseId);
  const reason = input.grade === null || input.grade === 'E' ? '' : input.reason.trim();
  checkGrade(round, clause, input.grade, reason);
  const label = clause.method === 'graded' ? '评级' : '不适用';
  return round.apply('do', `${clause.code} ${label}`, [gradePatch(round, clause.id, input.grade, reason)]);
}

/** E keeps the reason that a score by hand has. */
function gradePatch(round: OpenRound, clauseId: ClauseId, grade: Grade | null, reason: string): Patch {
  const state = round.state(clauseId);
  const kept = state.ownScore === undefined ? reason : state.reason;
  return {
    on: 'grade',
    clauseId,
    before: { grade: state.ownGrade ?? null, reason: state.reason },
    after: { grade, reason: kept },
  };
}

/**
 * Sets a score by hand. The score that the points give is none set by hand: it goes on following them.
 *
 * @throws {AppError} assessment/not-scored, assessment/score-refused, assessment/reason-missing
 */
export function setScore(round: OpenRound, input: Input<'assessment.score'>): RoundChange {
  const clause = round.clause(input.clauseId);
  if (clause.fullScore === undefined) throw notScored(clause.code);
  const state = round.state(clause.id);
  const marks = judgedPoints(clause, state).map(({ mark }) => mark);
  const proposed = scorePoints(clause.fullScore, marks, undefined);
  const reason = input.reason.trim();
  const refusal = input.score === null ? undefined : refuseScore(proposed, input.score, reason);
  if (refusal) throw scoreRefused(clause.code, input.score ?? '', clause.fullScore, refusal);
  const isOwn = input.score !== null && scorePoints(clause.fullScore, marks, input.score).adjusted;
  return round.apply('do', `${clause.code} 得分`, [
    {
      on: 'score',
      clauseId: clause.id,
      before: { score: state.ownScore ?? null, reason: state.reason },
      after: isOwn ? { score: input.score, reason } : { score: null, reason: '' },
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

function checkGrade(round: OpenRound, clause: Clause, grade: Grade | null, reason: string): void {
  if (clause.method !== 'graded' && grade !== null && grade !== 'E') throw notGraded(clause.code);
  const points = judgedPoints(clause, round.state(clause.id));
  const refusal = refuseGrade({
    optional: clause.optional,
    points,
    ownGrade: grade ?? undefined,
    reason,
  });
  if (refusal === 'not-optional') throw gradeNotOptional(clause.code);
  if (refusal === 'reason-missing') {
    throw raiseNeedsReason(clause.code, grade ?? '', suggestGrade(points).grade);
  }
}
