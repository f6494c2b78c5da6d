import { addsUpTo } from '../../../../shared/domain/number/exact-share.ts';
import type { ProblemList } from '../problem-list.ts';
import { clausesOf, scoresOf } from './declared-total.ts';
import type { ClauseEntry } from './entries.ts';
import type { DraftChapter, DraftClause, DraftSection, DraftTree } from './tree.ts';
import { isBelow } from './tree-headings.ts';

/** What the numbers of clauses and the declared totals say against the tree that was found. */
export function checkTree({ chapters, totals }: DraftTree, problems: ProblemList): void {
  for (const chapter of chapters) {
    for (const section of chapter.sections) {
      checkOrder(section.clauses, problems);
      const above = [section, chapter].find((one) => one.hasOwnCode || (one === section && countsOwn(section)));
      if (above) for (const clause of section.clauses) checkPlace(clause, above, problems);
      const clauses = section.clauses.map(({ entry }) => entry);
      checkSum(section, `节“${section.title}”`, [clauses], problems);
    }
    const clauses = chapter.sections.flatMap((section) => section.clauses.map(({ entry }) => entry));
    checkSum(chapter, `章“${chapter.title}”`, [clauses], problems);
  }
  checkParts(chapters, problems);
  for (const total of totals) checkSum(total, total.isInTitle ? '标题' : '合计', total.sums, problems);
}

/** A part says what all its chapters have together; one that is a chapter itself was looked at there. */
function checkParts(chapters: readonly DraftChapter[], problems: ProblemList): void {
  const byPart = new Map<string, DraftChapter[]>();
  for (const chapter of chapters) {
    const { part } = chapter;
    if (part && part.where !== chapter.where) byPart.set(part.where, [...(byPart.get(part.where) ?? []), chapter]);
  }
  for (const list of byPart.values()) {
    const [first] = list;
    if (first?.part) checkSum(first.part, `“${first.part.name}”`, [clausesOf({ chapters: list })], problems);
  }
}

/** ▲ is not ★: told once, for an indicator list has it at every second line. */
export function checkBlackTriangles(tree: DraftTree, problems: ProblemList): void {
  const marked = clausesOf(tree).filter(({ hasBlackTriangle }) => hasBlackTriangle);
  const [first] = marked;
  if (!first) return;
  const message = `有 ${marked.length} 条带 ▲，文件里没有说它表示什么，没有当作核心条款。是核心的，请在导入后勾上“核心”。`;
  problems.warning('含义不明的 ▲', first.where, message);
}

function checkPlace({ code, entry }: DraftClause, above: DraftSection | DraftChapter, problems: ProblemList): void {
  if (entry.code?.kind !== 'dotted') return;
  if (above.code === code || isBelow(code, above.code)) return;
  const { codeWhere } = entry;
  if (isBelow(above.code, code)) {
    const message = `条款 ${code} 排在 ${above.code} 下面，编号却是它的上级。请核对编号。`;
    problems.error('成环的编号', codeWhere, message);
  } else {
    const message = `条款 ${code} 排在 ${above.code}“${above.title}”下面，编号却不以 ${above.code} 开头。请核对编号或位置。`;
    problems.warning('位置可疑的编号', codeWhere, message);
  }
}

/** 第二节 and 二、 have no full number of their own, but their clauses may be counted by it: 1.2.1, 1.2.2. */
const countsOwn = ({ code, clauses }: DraftSection): boolean => {
  const dotted = clauses.filter(({ entry }) => entry.code?.kind === 'dotted');
  return dotted.filter((clause) => isBelow(clause.code, code)).length * 2 >= dotted.length;
};

function checkOrder(clauses: readonly DraftClause[], problems: ProblemList): void {
  let before: readonly number[] | undefined;
  let beforeCode = '';
  for (const { code, entry } of clauses) {
    if (entry.code?.kind !== 'dotted' || !/^\d/u.test(code)) continue;
    const numbers = entry.code.code.split(/[.-]/u).map(Number);
    const isSibling =
      before?.length === numbers.length && numbers.slice(0, -1).every((value, index) => value === before?.[index]);
    const step = (numbers.at(-1) ?? 0) - (before?.at(-1) ?? 0);
    if (isSibling && step > 1) {
      problems.warning('跳号', entry.codeWhere, `编号从 ${beforeCode} 跳到 ${code}，中间可能缺了条款。`);
    } else if (isSibling && step < 0) {
      problems.warning('倒序的编号', entry.codeWhere, `编号 ${code} 排在 ${beforeCode} 之后。请核对顺序。`);
    }
    [before, beforeCode] = [numbers, code];
  }
}

/** `sums` are the groups that may be meant; the first is named when none fits. */
function checkSum(
  { declared, where }: { readonly declared: number | undefined; readonly where: string },
  what: string,
  sums: readonly (readonly ClauseEntry[])[],
  problems: ProblemList,
): void {
  const scores = sums.map(scoresOf);
  const [first] = scores;
  if (declared === undefined || !first || first.length === 0) return;
  if (scores.some((group) => addsUpTo(group, declared))) return;
  const sum = Number(first.reduce((left, right) => left + right, 0).toFixed(4));
  problems.errorOfSeveral(
    '对不上的合计',
    where,
    `${what}写明 ${declared} 分，各条款的分值加起来是 ${sum} 分。请核对。`,
  );
}
