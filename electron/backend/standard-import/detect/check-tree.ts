import type { ProblemList } from '../problem-list.ts';
import { addsUpTo } from '../../standard/exact-share.ts';
import type { DraftClause, DraftTree } from './tree.ts';

/** What the numbers of clauses and the declared totals say against the tree that was found. */
export function checkTree({ chapters, total }: DraftTree, problems: ProblemList): void {
  for (const chapter of chapters) {
    for (const section of chapter.sections) {
      checkOrder(section.clauses, problems);
      for (const { code, entry } of section.clauses) {
        if (entry.code?.kind !== 'dotted') continue;
        if (section.code.startsWith(`${code}.`) || chapter.code.startsWith(`${code}.`)) {
          problems.error(
            '成环的编号',
            entry.codeWhere,
            `条款 ${code} 排在 ${section.code} 下面，编号却是它的上级。请核对编号。`,
          );
        } else if (section.hasOwnCode && section.code !== code && !code.startsWith(`${section.code}.`)) {
          problems.warning(
            '位置可疑的编号',
            entry.codeWhere,
            `条款 ${code} 排在节 ${section.code} 下面，编号却不以 ${section.code} 开头。请核对编号或位置。`,
          );
        } else if (
          !section.hasOwnCode &&
          chapter.hasOwnCode &&
          /^\d+$/u.test(chapter.code) &&
          !code.startsWith(`${chapter.code}.`)
        ) {
          problems.warning(
            '位置可疑的编号',
            entry.codeWhere,
            `条款 ${code} 排在第 ${chapter.code} 章下面，编号却不以 ${chapter.code} 开头。请核对编号或位置。`,
          );
        }
      }
      checkSum(section.declared, section.clauses, `节“${section.title}”`, section.where, problems);
    }
    checkSum(
      chapter.declared,
      chapter.sections.flatMap(({ clauses }) => clauses),
      `章“${chapter.title}”`,
      chapter.where,
      problems,
    );
  }
  if (total) {
    const all = chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses));
    checkSum(total.declared, all, '全部条款', total.where, problems);
  }
}

function checkOrder(clauses: readonly DraftClause[], problems: ProblemList): void {
  let before: readonly number[] | undefined;
  let beforeCode = '';
  for (const { code, entry } of clauses) {
    const numbers = entry.code?.kind === 'dotted' && /^[\d.]+$/u.test(code) ? code.split('.').map(Number) : undefined;
    if (numbers && before && numbers.length === before.length) {
      const isSibling = numbers.slice(0, -1).every((value, index) => value === before?.[index]);
      const step = (numbers.at(-1) ?? 0) - (before.at(-1) ?? 0);
      if (isSibling && step > 1) {
        problems.warning('跳号', entry.codeWhere, `编号从 ${beforeCode} 跳到 ${code}，中间可能缺了条款。`);
      } else if (isSibling && step < 0) {
        problems.warning('倒序的编号', entry.codeWhere, `编号 ${code} 排在 ${beforeCode} 之后。请核对顺序。`);
      }
    }
    if (numbers) [before, beforeCode] = [numbers, code];
  }
}

function checkSum(
  declared: number | undefined,
  clauses: readonly DraftClause[],
  what: string,
  where: string,
  problems: ProblemList,
): void {
  const scores = clauses.flatMap(({ entry }) => (entry.method === 'points' && entry.score ? [entry.score] : []));
  if (declared === undefined || scores.length === 0 || addsUpTo(scores, declared)) return;
  const sum = Number(scores.reduce((left, right) => left + right, 0).toFixed(4));
  problems.error('对不上的合计', where, `${what}写明 ${declared} 分，各条款的分值加起来是 ${sum} 分。请核对。`);
}
