import type { Mark } from '../../../shared/domain/grade/grade.ts';
import type { JudgedPoint } from '../../../shared/domain/grade/suggest-grade.ts';
import { openPoints } from './suggestion-text.ts';

const numbered = (judged: readonly JudgedPoint[], wanted: (mark: Mark | undefined) => boolean) =>
  judged.map(({ mark }, index) => ({ number: index + 1, mark })).filter(({ mark }) => wanted(mark));

const isShort = (mark: Mark | undefined) => mark === 'unmet' || mark === 'partial';

/** Why a checklist clause has passed or not, in one line. */
export function checklistReason(judged: readonly JudgedPoint[]): string {
  if (judged.length === 0) return '没有要点';
  const unmarked = judged.filter(({ mark }) => mark === undefined).length;
  const short = numbered(judged, isShort);
  const open = unmarked > 0 ? `还有 ${unmarked} 个要点未判定` : '';
  if (short.length > 0) return [`要点 ${openPoints(short)}`, open].filter(Boolean).join('，');
  return open === '' ? '适用的要点全部符合' : `${open}，判完得出结果`;
}

/** Why a prerequisite is clear or violated, in one line. */
export function prerequisiteReason(judged: readonly JudgedPoint[]): string {
  const violated = numbered(judged, isShort).map(({ number }) => number);
  if (violated.length > 0) return judged.length > 1 ? `违反要点 ${violated.join('、')}` : '发生了前置要求所禁止的情形';
  const unmarked = judged.filter(({ mark }) => mark === undefined).length;
  return unmarked > 0 ? `还有 ${unmarked} 个要点未判定` : '没有发生前置要求所禁止的情形';
}

/** Why the points give this score, in one line. */
export function proposalReason(judged: readonly JudgedPoint[]): string {
  const applicable = judged.filter(({ mark }) => mark !== 'n/a');
  if (judged.length === 0) return '没有要点，请直接填得分';
  if (applicable.length === 0) return '要点都不适用，请直接填得分';
  const unmarked = judged.filter(({ mark }) => mark === undefined).length;
  if (unmarked > 0) return `还有 ${unmarked} 个要点未判定，判完给出建议得分`;
  const short = numbered(judged, isShort);
  return short.length > 0 ? `要点 ${openPoints(short)}` : '要点全部符合';
}
