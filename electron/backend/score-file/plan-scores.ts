import type { ClauseId, PointId } from '../../../shared/domain/id.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import { clausesOf, type Clause, type Standard } from '../../../shared/domain/standard/standard.ts';
import { readGrade, readMark, readPoint, readTier, squeeze } from './score-words.ts';
import type { ScoreRow } from './to-score-rows.ts';

/** What a score file says of one clause. */
export interface ScoreEntry {
  readonly clauseId: ClauseId;
  readonly marks: readonly { readonly pointId: PointId; readonly mark: Mark }[];
  readonly grade?: Grade;
  readonly reason?: string;
  readonly note?: string;
  /** The rows of the file that say it. */
  readonly rows: readonly number[];
}

export interface ScorePlan {
  readonly entries: readonly ScoreEntry[];
  /** One line a fault; nothing may be applied while there is any. */
  readonly problems: readonly string[];
}

/** What Excel holds in a cell, so that a note can leave the program again. */
const maxText = 32_767;

interface Draft {
  readonly clause: Clause;
  readonly marks: Map<PointId, { readonly mark: Mark; readonly row: number }>;
  grade?: { readonly grade: Grade; readonly row: number };
  /** A grade was written but refused: its reason is not to be blamed as well. */
  isGradeFaulty: boolean;
  readonly reasons: Set<string>;
  reasonRow: number;
  readonly notes: Set<string>;
  readonly rows: number[];
}

/** Turns rows into what they say of each clause. Nothing is guessed: whatever is unclear is a problem with its row. */
export function planScores(rows: readonly ScoreRow[], standard: Pick<Standard, 'chapters'>): ScorePlan {
  const clauses = new Map(clausesOf(standard).map((clause) => [clause.code, clause]));
  const drafts = new Map<ClauseId, Draft>();
  const problems: string[] = [];
  for (const row of rows) {
    const refuse = (fault: string): void => void problems.push(`第 ${row.row} 行：${fault}`);
    const clause = findClause(row, clauses, refuse);
    if (!clause) continue;
    const draft = drafts.get(clause.id) ?? newDraft(clause);
    drafts.set(clause.id, draft);
    const says = [takeMark(row, draft, refuse), takeGrade(row, draft, refuse), takeTexts(row, draft)];
    if (says.includes(true)) draft.rows.push(row.row);
  }
  for (const draft of drafts.values()) {
    problems.push(...checkTexts(draft));
  }
  return { entries: [...drafts.values()].filter(({ rows: said }) => said.length > 0).map(toEntry), problems };
}

function checkTexts({ clause, grade, isGradeFaulty, reasons, reasonRow, notes, rows }: Draft): readonly string[] {
  const lacksGrade = reasons.size > 0 && !grade && !isGradeFaulty;
  const tooLong = [reasons, notes].some((texts) => [...texts].join('\n').length > maxText);
  return [
    ...(lacksGrade ? [`第 ${reasonRow} 行：条款 ${clause.code} 写了理由，但没有等级。`] : []),
    ...(tooLong ? [`第 ${rows.join('、')} 行：条款 ${clause.code} 的理由或说明超过 ${maxText} 个字。`] : []),
  ];
}

const newDraft = (clause: Clause): Draft => ({
  clause,
  marks: new Map(),
  isGradeFaulty: false,
  reasons: new Set(),
  reasonRow: 0,
  notes: new Set(),
  rows: [],
});

const toEntry = (draft: Draft): ScoreEntry => ({
  clauseId: draft.clause.id,
  marks: [...draft.marks].map(([pointId, { mark }]) => ({ pointId, mark })),
  ...(draft.grade && { grade: draft.grade.grade }),
  ...(draft.reasons.size > 0 && { reason: [...draft.reasons].join('\n') }),
  ...(draft.notes.size > 0 && { note: [...draft.notes].join('\n') }),
  rows: draft.rows,
});

type Refuse = (fault: string) => void;

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

/** Whether the row states a mark. */
function takeMark(row: ScoreRow, { clause, marks }: Draft, refuse: Refuse): boolean {
  const given = { tier: squeeze(row.tier), point: squeeze(row.point), mark: squeeze(row.mark) };
  if (given.tier === '' && given.point === '' && given.mark === '') return false;
  const mark = readMark(given.mark);
  if (given.mark !== '' && !mark) refuse(`判定“${row.mark.trim()}”认不出来，应为 符合、部分符合、不符合 或 不适用。`);
  const tier = readTier(given.tier);
  const ofTier = clause.points.filter((point) => point.tier === tier);
  if (given.tier !== '' && ofTier.length === 0) {
    refuse(`条款 ${clause.code} 没有级别“${row.tier.trim()}”。`);
    return false;
  }
  if (given.tier === '' || given.point === '') {
    if (given.mark !== '') refuse(`条款 ${clause.code} 的判定没有写明是哪一级的第几个要点。`);
    return false;
  }
  const number = readPoint(given.point);
  const point = number === undefined ? undefined : ofTier[number - 1];
  if (!point) {
    refuse(`条款 ${clause.code} 的 ${tier} 级没有要点“${row.point.trim()}”，应为 1 到 ${ofTier.length}。`);
    return false;
  }
  if (!mark) return false;
  const before = marks.get(point.id);
  if (before && before.mark !== mark) {
    refuse(`条款 ${clause.code} 的 ${tier} 级要点 ${number} 与第 ${before.row} 行的判定不同。`);
    return false;
  }
  marks.set(point.id, before ?? { mark, row: row.row });
  return true;
}

/** Whether the row states a grade. */
function takeGrade(row: ScoreRow, draft: Draft, refuse: Refuse): boolean {
  const given = squeeze(row.grade);
  const { clause } = draft;
  if (given === '') return false;
  const grade = readGrade(given);
  if (!grade) refuse(`等级“${row.grade.trim()}”认不出来，应为 A、B、C、D 或 E。`);
  else if (clause.method !== 'graded') refuse(`条款 ${clause.code} 不用 A–E 等级评分。`);
  else if (grade === 'E' && !clause.optional) refuse(`条款 ${clause.code} 不是可选条款，不能评 E（不适用）。`);
  else if (draft.grade && draft.grade.grade !== grade) {
    refuse(`条款 ${clause.code} 的等级与第 ${draft.grade.row} 行不同。`);
  } else {
    draft.grade ??= { grade, row: row.row };
    return true;
  }
  draft.isGradeFaulty = true;
  return false;
}

/** Whether the row has a reason or a note. Different ones of one clause are kept, one below the other. */
function takeTexts(row: ScoreRow, draft: Draft): boolean {
  const [reason, note] = [row.reason.trim(), row.note.trim()];
  if (reason !== '') {
    draft.reasons.add(reason);
    draft.reasonRow ||= row.row;
  }
  if (note !== '') draft.notes.add(note);
  return reason !== '' || note !== '';
}
