import type { SourceRow, SourceTable } from '../source.ts';
import { parseCode, rankOf, type ParsedCode } from './codes.ts';
import { takeMarks } from './marks.ts';
import { measureRoles, roleOfHeader, type Role } from './roles.ts';
import { hasTierMarks } from './split-points.ts';
import { cleanText, keyOf } from './text.ts';

/** How a line of running text is numbered: as codes are, but 第三条 is no 第三节. `outline` has a level and no number. */
export type LineKey = Exclude<ParsedCode['kind'], 'other'> | 'article' | 'outline';

/** A line of a paragraph. */
export interface TextLine {
  /** Of the paragraph. */
  readonly row: number;
  readonly text: string;
  /** Without marks such as ★. */
  readonly bare: string;
  readonly key: LineKey | undefined;
  readonly code: ParsedCode | undefined;
  /** A smaller one is further out; Infinity where there is no key. */
  readonly rank: number;
}

/** Running text: what stands above its clauses, and the lines from there on. */
export interface TextPart {
  readonly titles: readonly SourceRow[];
  readonly lines: readonly TextLine[];
}

/** What is longer is a made-up number. */
const longestCode = 30;
const article = /^第\s*[一二三四五六七八九十百零〇两0-9０-９]+\s*条/u;
/** 第三条 stands below 第一节, and its （一） below it. */
const articleRank = 1.5;

/** One look spares most lines the many. */
const mayBeMarked = /[★☆▲△＊*]|核心|重点|可选/u;
const mayBeNumbered = /^\s*[第A-Za-z\d０-９一二三四五六七八九十百零〇两(（①-⑳]/u;

export function linesOf({ rows }: Pick<SourceTable, 'rows'>): readonly TextLine[] {
  return rows.flatMap(({ row, cells: [cell] }) => {
    if (!cell) return [];
    const lines = cleanText(cell.text).split('\n');
    return lines.map((text, at) => lineOf(row, text, at === 0 ? cell.level : undefined));
  });
}

function lineOf(row: number, text: string, level: number | undefined): TextLine {
  const bare = mayBeMarked.test(text) ? takeMarks(text).text : text;
  const found = mayBeNumbered.test(bare) ? parseCode(bare) : undefined;
  const code = found && found.code.length <= longestCode && !isDate(bare) ? found : undefined;
  const isArticle = code?.kind === 'section' && article.test(bare);
  if (code && code.kind !== 'other' && (isArticle || !tellsOfParts(code))) {
    return {
      row,
      text,
      bare,
      code,
      key: isArticle ? 'article' : code.kind,
      rank: isArticle ? articleRank : rankOf(code),
    };
  }
  return level === undefined || labelOf(text) || hasTierMarks(text)
    ? { row, text, bare, code: undefined, key: undefined, rank: Infinity }
    : { row, text, bare, code: undefined, key: 'outline', rank: level };
}

/** 第一部分为前置要求，共 3 节。 is said of the standard, it does not begin a part. */
const tellsOfParts = ({ kind, rest }: ParsedCode): boolean =>
  (kind === 'part' || kind === 'chapter' || kind === 'section') && /[。；;]$|^(?:[为是共]|主要|包括|分为)/u.test(rest);

/** 2024-03-01, 2024.3.1 */
const isDate = (text: string): boolean =>
  /^(?:19|20)\d\d\s*[-.年/]\s*\d{1,2}(?:\s*[-.月/]\s*\d{1,2}\s*日?)?$/u.test(text);

export interface Label {
  /** `note` for what a clause has no other place for. */
  readonly role: Role;
  readonly rest: string;
  /** 【评审方法】 holds until the next one, 责任科室：医务科 for its line. */
  readonly isBracket: boolean;
}

const inBrackets = /^[【[［]\s*([^】\]］]{2,12}?)\s*[】\]］]\s*[:：]?\s*/u;
const beforeColon = /^([\p{Script=Han}]{2,8})\s*[:：]\s*/u;
const spoken: ReadonlySet<Role> = new Set<Role>([
  'checks',
  'departments',
  'evidence',
  'score',
  'deductions',
  ...measureRoles,
]);

/** What a line that begins with 【评审方法】 or 计算公式： speaks of. */
export function labelOf(text: string): Label | undefined {
  const bracket = inBrackets.exec(text);
  if (bracket?.[1] !== undefined) {
    // 【C】 and 【★】 are no labels.
    if (!/\p{Script=Han}{2}/u.test(bracket[1]) || hasTierMarks(bracket[0])) return undefined;
    const role = roleOfHeader(bracket[1])?.first;
    const rest = text.slice(bracket[0].length);
    if (role !== undefined && spoken.has(role)) return { role, rest, isBracket: true };
    return { role: role === 'points' || role === 'title' ? 'points' : 'note', rest, isBracket: true };
  }
  const colon = beforeColon.exec(text);
  const role = colon?.[1] === undefined ? undefined : roleOfHeader(colon[1])?.first;
  if (!colon || role === undefined) return undefined;
  const rest = text.slice(colon[0].length);
  // 评审要点： stands above what it names; what follows in the same line is a sentence.
  return spoken.has(role) || (role === 'points' && rest === '') ? { role, rest, isBracket: false } : undefined;
}

/** Page numbers, dates, signatures and addressees: never part of a standard. */
const outside =
  /^[-—–－\s]*\d{1,4}[-—–－\s]*$|^第\s*\d+\s*页|^(?:抄送|主送|联系人|联系电话|附件)\s*[:：\d一二三四五六七八九十]|^附件$|^[（(](?:此件|信息公开|盖章)|^信息公开形式|(?:办公厅|办公室)\s*(?:19|20)\d\d年.{2,8}印发$/u;
const date =
  /^(?:(?:19|20)\d\d|[一二][〇○零一二三四五六七八九０]{3})\s*年\s*[\d一二三四五六七八九十]{1,3}\s*月(?:\s*[\d一二三四五六七八九十]{1,3}\s*日)?$/u;
const addressees = /^各.{2,100}[:：]$/u;
const dotsToPage = /(?:(?:[.·．]\s*){3,}|…\s*)\d{1,4}$/u;
const toPage = /\S\s+\d{1,4}$/u;
/** A notice is no longer than this. */
const longestNotice = 200;

/** Leaves out contents, notice and preface; `from` is the user's word for the row that the clauses begin below. */
export function cutText(table: SourceTable, from?: number): TextPart {
  const lines = withoutContents(linesOf(table));
  const outer = lines.findIndex(({ key }) => key === 'part' || key === 'chapter');
  const start = outer >= 0 ? outer : startOf(lines);
  const begins = from === undefined ? (lines[start]?.row ?? Infinity) : from + 1;
  const titles = table.rows.filter(({ row, cells: [cell] }) => row < begins && isTitle(cell?.text ?? ''));
  // Once a page, where the document was a PDF before.
  const repeated = new Set(titles.map(({ cells: [cell] }) => cleanText(cell?.text ?? '')));
  const inside = lines.filter(
    ({ row, text, key }, at) =>
      row >= begins &&
      (from !== undefined || at >= start) &&
      !isOutside(text) &&
      (key !== undefined || !repeated.has(text)),
  );
  return { titles, lines: withNames(inside) };
}

const longestTitle = 40;

/** 第一章 in a line of its own is called what the next line says. */
function withNames(lines: readonly TextLine[]): readonly TextLine[] {
  const named: TextLine[] = [];
  for (const line of lines) {
    const above = named.at(-1);
    const isBare = above?.code?.label !== undefined && above.code.rest === '';
    if (above?.code && isBare && isName(line)) {
      const text = `${above.text} ${line.text}`;
      named[named.length - 1] = { ...above, text, bare: text, code: { ...above.code, rest: line.text } };
    } else named.push(line);
  }
  return named;
}

const isName = ({ key, code, text }: TextLine): boolean =>
  (key === undefined || (key === 'outline' && !code)) &&
  text.length <= longestTitle &&
  !/[。；;：:]$/u.test(text) &&
  !labelOf(text) &&
  !hasTierMarks(text);

const isOutside = (text: string): boolean => text.length < 100 && (outside.test(text) || date.test(text));

/** Lines that lead to pages, by dots or below 目录. */
function withoutContents(lines: readonly TextLine[]): readonly TextLine[] {
  let isBelow = false;
  return lines.filter(({ text }) => {
    if (text.length > 200) return true;
    if (keyOf(text) === '目录') {
      isBelow = true;
      return false;
    }
    if (dotsToPage.test(text)) return false;
    isBelow &&= toPage.test(text);
    return !isBelow;
  });
}

/** The first numbered line below the notice that the standard came with, and below its title. */
function startOf(lines: readonly TextLine[]): number {
  const letter = lines.findIndex(({ text }, at) => at < longestNotice && addressees.test(text));
  const ends = lines
    .slice(0, letter < 0 ? 0 : letter + longestNotice)
    .findLastIndex(({ text }, at) => at > letter && (date.test(text) || text.startsWith('附件')));
  const first = lines.findIndex(({ key }, at) => at > ends && key !== undefined);
  if (first < 0) return lines.length;
  const isTitleLine =
    lines[first]?.key === 'outline' &&
    lines.filter(({ key, rank }) => key === 'outline' && rank === lines[first]?.rank).length === 1;
  return isTitleLine ? first + 1 : first;
}

const isTitle = (text: string): boolean =>
  text.length <= 100 &&
  !addressees.test(text) &&
  !isOutside(text) &&
  !dotsToPage.test(text) &&
  !/[。；;:：]$|通知$/u.test(text.trim());
