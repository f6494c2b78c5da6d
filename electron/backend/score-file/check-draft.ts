import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import { suggestGrade } from '../../../shared/domain/grade/suggest-grade.ts';
import { refuseScore, scorePoints } from '../../../shared/domain/points/propose-score.ts';
import { judgedPoints, type ClauseInput } from '../../../shared/domain/result/clause-result.ts';
import { raisedFault, scoreFault } from '../../../shared/errors/messages.ts';
import type { ClauseDraft } from './clause-draft.ts';

/** What Excel holds in a cell, so that a note can leave the program again. */
const maxText = 32_767;

export interface Problem {
  readonly row: number;
  readonly fault: string;
}

/**
 * What only shows once all rows of a clause are read and the file's own marks are in force over `marks`: a grade or
 * score that needs a reason, a reason for nothing, a result beside “does not apply”.
 */
export function checkDraft(draft: ClauseDraft, marks: ClauseInput['marks']): readonly Problem[] {
  const own = Object.fromEntries([...draft.marks].map(([id, { mark }]) => [id, mark]));
  const inForce = { marks: { ...marks, ...own } };
  return [
    ...checkGrade(draft, inForce),
    ...checkScore(draft, inForce),
    ...checkExemption(draft),
    ...checkTexts(draft),
  ].map(({ row, fault }) => ({ row, fault: `条款 ${draft.clause.code} ${fault}。` }));
}

const reasonOf = ({ reasons }: ClauseDraft): string => [...reasons].join('\n');

function checkGrade(draft: ClauseDraft, input: Pick<ClauseInput, 'marks'>): readonly Problem[] {
  const { clause, grade } = draft;
  if (!grade || clause.method !== 'graded') return [];
  const points = judgedPoints(clause, input);
  const { optional } = clause;
  const refusal = refuseGrade({ optional, points, ownGrade: grade.grade, reason: reasonOf(draft) });
  if (refusal !== 'reason-missing') return [];
  return [{ row: grade.row, fault: `${raisedFault(grade.grade, suggestGrade(points).grade)}，缺少理由（reason 列）` }];
}

function checkScore(draft: ClauseDraft, input: Pick<ClauseInput, 'marks'>): readonly Problem[] {
  const { clause, score } = draft;
  if (!score || clause.fullScore === undefined) return [];
  const marks = judgedPoints(clause, input).map(({ mark }) => mark);
  const refusal = refuseScore(scorePoints(clause.fullScore, marks, undefined), score.score, reasonOf(draft));
  if (!refusal) return [];
  const where = refusal === 'reason-missing' ? '（reason 列）' : '';
  return [{ row: score.row, fault: `的${scoreFault(score.typed, clause.fullScore, refusal)}${where}` }];
}

function checkExemption({ grade, score, figures }: ClauseDraft): readonly Problem[] {
  if (grade?.grade !== 'E') return [];
  const [figure] = figures.values();
  return [
    ...(score ? [{ row: score.row, fault: `有得分，第 ${grade.row} 行却写了不适用，请删去一处` }] : []),
    ...(figure ? [{ row: figure.row, fault: `有数据，第 ${grade.row} 行却写了不适用，请删去一处` }] : []),
  ];
}

function checkTexts(draft: ClauseDraft): readonly Problem[] {
  const { clause, grade, score, isResultFaulty, reasons, reasonRow, notes, rows } = draft;
  const result = clause.method === 'points' ? '得分' : '等级';
  const isForNothing = reasons.size > 0 && !grade && !score && !isResultFaulty;
  const tooLong = [reasons, notes].some((texts) => [...texts].join('\n').length > maxText);
  return [
    ...(isForNothing ? [{ row: reasonRow, fault: `写了理由，但没有${result}` }] : []),
    ...(tooLong ? [{ row: rows[0] ?? reasonRow, fault: `的理由或说明超过 ${maxText} 个字` }] : []),
  ];
}
