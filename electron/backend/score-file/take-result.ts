import { gradeNotOptional, notGraded, notScored } from '../../../shared/errors/messages.ts';
import type { ClauseDraft, Refuse } from './clause-draft.ts';
import { readGrade, readScore, squeeze } from './score-words.ts';
import type { ScoreRow } from './to-score-rows.ts';

/** Whether the row states a grade; E on an optional clause of any method. */
export function takeGrade(row: ScoreRow, draft: ClauseDraft, refuse: Refuse): boolean {
  const given = squeeze(row.grade);
  const { clause } = draft;
  if (given === '') return false;
  const grade = readGrade(given);
  if (!grade) {
    const expected = clause.method === 'graded' ? 'A、B、C、D 或 E' : 'E（不适用）';
    refuse(`等级“${row.grade.trim()}”认不出来，应为 ${expected}。`);
  } else if (clause.method !== 'graded' && grade !== 'E') refuse(notGraded(clause.code).message);
  else if (grade === 'E' && !clause.optional) refuse(gradeNotOptional(clause.code).message);
  else if (draft.grade && draft.grade.grade !== grade) {
    refuse(`条款 ${clause.code} 的等级与第 ${draft.grade.row} 行不同。`);
  } else {
    draft.grade ??= { grade, row: row.row };
    return true;
  }
  draft.isResultFaulty = true;
  return false;
}

/** Whether the row states a score. Whether the clause can have it shows once all of the file's marks are known. */
export function takeScore(row: ScoreRow, draft: ClauseDraft, refuse: Refuse): boolean {
  const { clause } = draft;
  if (squeeze(row.score) === '') return false;
  const score = readScore(row.score);
  if (clause.method !== 'points') refuse(notScored(clause.code).message);
  else if (draft.score && draft.score.score !== score) {
    refuse(`条款 ${clause.code} 的得分与第 ${draft.score.row} 行不同。`);
  } else {
    draft.score ??= { score, typed: row.score.trim(), row: row.row };
    return true;
  }
  draft.isResultFaulty = true;
  return false;
}
