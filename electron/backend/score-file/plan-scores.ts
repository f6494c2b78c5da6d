import type { ClauseId, PointId } from '../../../shared/domain/id.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { ClauseInput } from '../../../shared/domain/result/clause-result.ts';
import { clausesOf, type Clause, type Standard } from '../../../shared/domain/standard/standard.ts';
import { oneLine } from '../../../shared/text/one-line.ts';
import { checkDraft, type Problem } from './check-draft.ts';
import { newDraft, type ClauseDraft, type Refuse } from './clause-draft.ts';
import { squeeze } from './score-words.ts';
import { takeFigure } from './take-figure.ts';
import { takeMark } from './take-mark.ts';
import { takeGrade, takeScore } from './take-result.ts';
import type { ScoreRow } from './to-score-rows.ts';

/** What a score file says of one clause. */
export interface ScoreEntry {
  readonly clauseId: ClauseId;
  readonly marks: readonly { readonly pointId: PointId; readonly mark: Mark }[];
  readonly figures: readonly Figure[];
  readonly grade?: Grade;
  /** Exact text. */
  readonly score?: string;
  readonly reason?: string;
  readonly note?: string;
}

export interface ScorePlan {
  readonly entries: readonly ScoreEntry[];
  /** One line a fault, by row; nothing may be applied while there is any. */
  readonly problems: readonly string[];
}

/**
 * Turns rows into what they say of each clause. Nothing is guessed: whatever is unclear is a problem with its row.
 * `marksOf` gives the marks that a clause has already: a score or grade is held against them and the file's own.
 */
export function planScores(
  rows: readonly ScoreRow[],
  standard: Pick<Standard, 'chapters'>,
  marksOf: (id: ClauseId) => ClauseInput['marks'],
): ScorePlan {
  const clauses = new Map(clausesOf(standard).map((clause) => [clause.code, clause]));
  const drafts = new Map<ClauseId, ClauseDraft>();
  const problems: Problem[] = [];
  for (const row of rows) {
    const refuse: Refuse = (fault) => void problems.push({ row: row.row, fault });
    const clause = findClause(row, clauses, refuse);
    if (!clause) continue;
    const draft = drafts.get(clause.id) ?? newDraft(clause);
    drafts.set(clause.id, draft);
    const says = [
      takeMark(row, draft, refuse),
      takeGrade(row, draft, refuse),
      takeScore(row, draft, refuse),
      takeFigure(row, draft, refuse),
      takeTexts(row, draft),
    ];
    if (says.includes(true)) draft.rows.push(row.row);
  }
  for (const draft of drafts.values()) problems.push(...checkDraft(draft, marksOf(draft.clause.id)));
  return {
    entries: [...drafts.values()].filter((draft) => draft.rows.length > 0).map(toEntry),
    problems: problems
      .toSorted((left, right) => left.row - right.row)
      .map(({ row, fault }) => oneLine(`第 ${row} 行：${fault}`)),
  };
}

const toEntry = (draft: ClauseDraft): ScoreEntry => ({
  clauseId: draft.clause.id,
  marks: [...draft.marks].map(([pointId, { mark }]) => ({ pointId, mark })),
  figures: [...draft.figures.values()].map(({ figure }) => figure),
  ...(draft.grade && { grade: draft.grade.grade }),
  ...(draft.score && { score: draft.score.score }),
  ...(draft.reasons.size > 0 && { reason: [...draft.reasons].join('\n') }),
  ...(draft.notes.size > 0 && { note: [...draft.notes].join('\n') }),
});

function findClause(row: ScoreRow, clauses: ReadonlyMap<string, Clause>, refuse: Refuse): Clause | undefined {
  const code = squeeze(row.clause);
  if (code === '') {
    refuse('没有写条款编号。');
    return undefined;
  }
  const alike = row.isClauseNumber
    ? [...clauses.keys()].filter((known) => known !== code && isSameNumber(known, code))
    : [];
  if (alike.length > 0) {
    refuse(`条款“${row.clause.trim()}”是数字，分不清是 ${[code, ...alike].join(' 还是 ')}。请把这一列设为文本再填。`);
    return undefined;
  }
  const clause = clauses.get(code);
  if (!clause) refuse(`标准里没有条款“${row.clause.trim()}”。`);
  return clause;
}

const isSameNumber = (left: string, right: string): boolean =>
  /^\d+\.\d+$/u.test(left) && Number(left) === Number(right);

/** Whether the row has a reason or a note. Different ones of one clause are kept, one below the other. */
function takeTexts(row: ScoreRow, draft: ClauseDraft): boolean {
  const [reason, note] = [row.reason.trim(), row.note.trim()];
  if (reason !== '') {
    draft.reasons.add(reason);
    draft.reasonRow ||= row.row;
  }
  if (note !== '') draft.notes.add(note);
  return reason !== '' || note !== '';
}
