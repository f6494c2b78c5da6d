import { Unreadable } from '../score-file/unreadable.ts';
import { planTables } from './detect/plan-tables.ts';
import { readTexts, type RunningText } from './detect/plan-text.ts';
import { isClause, isForeword } from './detect/text-levels.ts';
import type { DocumentRead } from './docx-source.ts';
import { limits } from './limits.ts';
import type { Paragraph, SourceTable } from './source.ts';
import type { TablesRead } from './xlsx-source.ts';

/** Fewer numbered paragraphs beside tables of clauses may be anything. */
const fewestClauses = 3;
/** So many of them in two levels, （一） below 一、, are more than a preface has. */
const manyClauses = 12;

/**
 * Puts paragraphs that are clauses among the tables, as tables of one column: all of a document without tables, else
 * those runs between tables that plainly are clauses. What is left stands before its table as it did.
 *
 * @throws {Unreadable} when there are neither tables nor clauses
 */
export function withRunningText({ tables, after, problems, hasMore }: DocumentRead): TablesRead {
  const runs = [...tables.map(({ before }) => before), after];
  const isText = textRuns(tables, runs);
  if (tables.length === 0 && !isText[0]) {
    throw new Unreadable(
      '文档里没有表格，也没有带编号的条款。请把标准的条款放进表格（一行一个条款或要点），或者给条款编号（第一章、一、（一）、1.1.1）后再导入。',
    );
  }
  checkLengths(runs.filter((_run, at) => isText[at]).flat(), hasMore);
  let count = 0;
  const placed = runs.flatMap((run, at): SourceTable[] => {
    const table = tables[at];
    if (!isText[at]) return table ? [table] : [];
    const text = asTable(run, `正文 ${++count}`);
    return table ? [text, { ...table, before: [] }] : [text];
  });
  return { tables: placed, problems };
}

const linesIn = (paragraphs: readonly Paragraph[]): number =>
  paragraphs.reduce((sum, { text }) => sum + text.split('\n').length, 0);

const asTable = (paragraphs: readonly Paragraph[], name: string): SourceTable => ({
  name,
  isText: true,
  format: 'docx',
  hidden: false,
  before: [],
  rows: paragraphs
    .filter(({ isContents }) => !isContents)
    .map(({ number, text, level }) => ({
      row: number,
      cells: [{ column: 0, text, kind: 'text', ...(level !== undefined && { level }) }],
    })),
});

/** Which runs of paragraphs are clauses. */
function textRuns(tables: readonly SourceTable[], runs: readonly (readonly Paragraph[])[]): readonly boolean[] {
  if (runs.reduce((sum, run) => sum + linesIn(run), 0) > limits.textLines) {
    if (tables.length === 0) throw new Unreadable('行数过多，不像是一份标准。请只留下标准的条款，另存后再导入。');
    return runs.map(() => false);
  }
  const read = readTexts(runs.map((run, at) => asTable(run, `正文 ${at + 1}`)));
  const texts = runs.map((_run, at) => read.get(at)?.text);
  const counts = texts.map((text) => text?.roles.filter(isClause).length ?? 0);
  if (tables.length === 0) return counts.map((count) => count > 0);
  const plain = texts.map((text, at) => (counts[at] ?? 0) >= fewestClauses && text !== undefined && isPlain(text));
  if (plain.includes(true) || !counts.some((count) => count >= fewestClauses)) return plain;
  // Where no table has clauses, the text has them.
  const hasTables = planTables({ tables }, {}).some(({ used }) => used);
  return hasTables ? plain : counts.map((count) => count > 0);
}

/** Beside tables, clauses have full numbers, stand below a chapter of their own, or are very many in two levels. */
function isPlain({ lines, roles }: RunningText): boolean {
  const clauses = lines.filter((_line, at) => isClause(roles[at]));
  if (clauses.some(({ key }) => key === 'article')) return false;
  if (clauses.filter(({ code }) => code?.kind === 'dotted' && code.depth >= 3).length >= fewestClauses) return true;
  const first = roles.findIndex(isClause);
  const above = lines.filter((line, at) => at < first && roles[at] === 'heading' && !isForeword(line));
  const isInTwoLevels = lines[first]?.key === 'hanParen' && above.some(({ key }) => key === 'han');
  if (isInTwoLevels && clauses.length >= manyClauses) return true;
  const isBelowChapter = above.some(({ key }) => key === 'part' || key === 'chapter' || key === 'section');
  // 1. 2. 3. right below a chapter tell how to fill in its table as often as not.
  const isCounted = lines[first]?.key === 'plain' || lines[first]?.key === 'paren';
  return isBelowChapter && (!isCounted || new Set(above.map(({ rank }) => rank)).size > 1);
}

function checkLengths(paragraphs: readonly Paragraph[], hasMore: boolean): void {
  if (paragraphs.length > limits.paragraphs || (hasMore && paragraphs.length > 0)) {
    throw new Unreadable(`段落超过 ${limits.paragraphs} 段，不像是一份标准。请只留下标准的条款，另存后再导入。`);
  }
  const cut = paragraphs.find(({ isCut }) => isCut);
  if (cut) throw new Unreadable(`第 ${cut.number} 段超过 ${limits.cellCharacters} 个字。请拆开后再导入。`);
}
