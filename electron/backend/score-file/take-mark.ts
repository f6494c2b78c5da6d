import type { Clause, RequirementPoint } from '../../../shared/domain/standard/standard.ts';
import { notMarked } from '../../../shared/errors/messages.ts';
import type { ClauseDraft, Refuse } from './clause-draft.ts';
import { expectedMarks, readMark, readPoint, readTier, squeeze } from './score-words.ts';
import type { ScoreRow } from './to-score-rows.ts';

/** Whether the row states a mark. */
export function takeMark(row: ScoreRow, { clause, marks }: ClauseDraft, refuse: Refuse): boolean {
  const given = squeeze(row.mark);
  if (given === '' && squeeze(row.tier) === '' && squeeze(row.point) === '') return false;
  if (clause.method === 'indicator') {
    refuse(notMarked(clause.code).message);
    return false;
  }
  const mark = readMark(given, clause.method);
  if (given !== '' && !mark) refuse(`判定“${row.mark.trim()}”认不出来，应为 ${expectedMarks(clause.method)}。`);
  const place = findPoint(row, clause, refuse);
  if (!mark || !place) return false;
  const { point, name } = place;
  const before = marks.get(point.id);
  if (before && before.mark !== mark) {
    refuse(`条款 ${clause.code} ${name} 与第 ${before.row} 行的判定不同。`);
    return false;
  }
  marks.set(point.id, before ?? { mark, row: row.row });
  return true;
}

interface Place {
  readonly point: RequirementPoint;
  /** As it follows the clause: “的 C 级要点 1”. */
  readonly name: string;
}

/** Clauses that are not graded have one tier, which need not be named; nor need the point when there is but one. */
function findPoint(row: ScoreRow, clause: Clause, refuse: Refuse): Place | undefined {
  const given = { tier: squeeze(row.tier), point: squeeze(row.point) };
  const isGraded = clause.method === 'graded';
  const tier = given.tier === '' && !isGraded ? 'yes' : readTier(given.tier);
  const ofTier = clause.points.filter((point) => point.tier === tier);
  if (given.tier !== '' && ofTier.length === 0) {
    const hint = isGraded ? '' : '，这一列请留空';
    refuse(`条款 ${clause.code} 没有级别“${row.tier.trim()}”${hint}。`);
    return undefined;
  }
  const isOnly = !isGraded && given.point === '' && ofTier.length === 1;
  if ((isGraded && given.tier === '') || (given.point === '' && !isOnly)) {
    if (squeeze(row.mark) !== '') {
      refuse(`条款 ${clause.code} 的判定没有写明是${isGraded ? '哪一级的' : ''}第几个要点。`);
    }
    return undefined;
  }
  const number = isOnly ? 1 : readPoint(given.point);
  const point = number === undefined ? undefined : ofTier[number - 1];
  if (point) return { point, name: isGraded ? `的 ${tier} 级要点 ${number}` : `的要点 ${number}` };
  const range = ofTier.length === 1 ? '应为 1' : `应为 1 到 ${ofTier.length}`;
  refuse(`条款 ${clause.code} ${isGraded ? `的 ${tier} 级` : ''}没有要点“${row.point.trim()}”，${range}。`);
  return undefined;
}
