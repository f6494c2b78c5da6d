import type { ProblemList } from '../problem-list.ts';
import { readScore } from './amounts.ts';
import type { ClauseEntry } from './entries.ts';
import { excerpt } from './text.ts';
import type { DraftClause, DraftTree } from './tree.ts';

const mostNamed = 5;

/** The clause has no score of its own, and the one beside it is merged over several. */
export const lacksItsShare = ({ score, sharedScore }: ClauseEntry): boolean =>
  score === undefined && sharedScore !== undefined;

/** Scores that are merged over several clauses: nobody can say how they are meant to be shared out. */
export function checkSharedScores({ chapters }: DraftTree, problems: ProblemList): void {
  const clauses = chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses));
  const owners = new Map(clauses.flatMap((one) => (one.entry.hasScoreCell ? [[one.entry.scoreWhere, one]] : [])));
  const without = new Map<string, DraftClause[]>();
  for (const clause of clauses) {
    const where = clause.entry.sharedScore?.where;
    if (where === undefined || !lacksItsShare(clause.entry)) continue;
    const known = without.get(where);
    if (known) known.push(clause);
    else without.set(where, [clause]);
  }
  for (const [where, list] of without) {
    problems.error('合并的分值', where, sharedWords(list, owners.get(where)));
  }
}

function sharedWords(list: readonly DraftClause[], owner: DraftClause | undefined): string {
  const text = list[0]?.entry.sharedScore?.text ?? '';
  const score = readScore(text);
  const named = list.slice(0, mostNamed).map(({ code }) => code);
  const codes = `${named.join('、')}${list.length > mostNamed ? ` 等 ${list.length} 条` : ''}`;
  const kept = owner ? `现在都记在条款 ${owner.code} 上，` : '';
  const deductions = list.some(({ entry }) => entry.deductions.length > 0) ? '，扣分标准写在说明里' : '';
  return `分值 ${score === undefined ? `“${excerpt(text)}”` : `${score} 分`}写在合并的 ${list.length + (owner ? 1 : 0)} 行上，没有分到每一条。${kept}${codes} 没有分值，暂按“符合 / 不符合”判定${deductions}。请给每一条写上分值。`;
}
