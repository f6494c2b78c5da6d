import { addsUpTo } from '../../../../shared/domain/number/exact-share.ts';
import type { ProblemList } from '../problem-list.ts';
import { takeScore } from './amounts.ts';
import type { ClauseEntry } from './entries.ts';
import type { DraftTotal, DraftTree } from './tree.ts';

/** A line above the clauses, and where it stands. */
export interface TitleLine {
  readonly text: string;
  readonly where: string;
}

/** The total of the whole that its title names, when no row does: `护理质控检查表（100分）`. */
export function withTitleTotal(tree: DraftTree, title: TitleLine, problems: ProblemList): DraftTree {
  const declared = takeScore(title.text).score;
  const last = tree.totals.findLast(({ isPartial }) => !isPartial);
  if (declared === undefined || declared <= 0) return tree;
  if (last) {
    const message = `标题写明 ${declared} 分，合计写明 ${last.declared} 分，按合计读取。请核对。`;
    if (last.declared !== declared) problems.warning('对不上的总分', title.where, message);
    return tree;
  }
  const total: DraftTotal = {
    declared,
    where: title.where,
    isPartial: false,
    isGrand: true,
    isInTitle: true,
    sums: [clausesOf(tree)],
  };
  return { ...tree, totals: [...tree.totals, total] };
}

/**
 * What the file says that all clauses have together, though they may add up to something else. Undefined when it says
 * nothing of the whole: each of several sheets may have a total of its own.
 */
export function declaredTotal(tree: DraftTree): number | undefined {
  const totals = tree.totals.filter(({ isPartial }) => !isPartial);
  const last = totals.at(-1);
  if (!last || (totals.length > 1 && !last.isGrand)) return undefined;
  const [first, ...others] = last.sums.map(scoresOf);
  if (!first || first.length < scoresOf(clausesOf(tree)).length) return undefined;
  return others.some((scores) => addsUpTo(scores, last.declared)) ? undefined : last.declared;
}

export const clausesOf = ({ chapters }: Pick<DraftTree, 'chapters'>): readonly ClauseEntry[] =>
  chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses.map(({ entry }) => entry)));

/** Scores that count: of clauses that are judged by points. */
export const scoresOf = (clauses: readonly ClauseEntry[]): readonly number[] =>
  clauses.flatMap(({ method, score }) => (method === 'points' && score ? [score] : []));
