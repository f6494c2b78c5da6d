import type { LineKey, TextLine } from './text-lines.ts';
import { labelOf } from './text-lines.ts';
import { hasTierMarks } from './split-points.ts';
import { isBelow } from './tree-headings.ts';

/**
 * What a line of running text is: the title of what stands below it, a clause, both in one (`leaf`), more of the clause
 * above it, or `left` out as part of a preface.
 */
export type LineRole = 'heading' | 'clause' | 'leaf' | 'body' | 'left';

export const isClause = (role: LineRole | undefined): boolean => role === 'clause' || role === 'leaf';

const outermost: ReadonlySet<LineKey> = new Set<LineKey>(['part', 'chapter']);
/** Preface, instructions and the like, with all that stands below. */
const elsewhere =
  /^(?:前言|引言|序言?|目录|附录.*|附则|.{0,8}(?:填[表报写]|编制|使用|编写|评分|有关)说明|说明|.*须知|注意事项|名词解释|参考文献)$/u;

/**
 * The clauses are the innermost numbered level that is no list of points. It is found for the whole text; a chapter that
 * has none of that level is looked at by itself.
 */
export function rolesOf(lines: readonly TextLine[]): readonly LineRole[] {
  const whole = clauseKeyOf(lines);
  const roles = chaptersOf(lines).flatMap((chapter) => {
    const own = chapter.some(({ key }) => key !== undefined && key === whole) ? whole : clauseKeyOf(chapter);
    return own === 'dotted'
      ? dottedRoles(chapter)
      : own === undefined
        ? outerRoles(chapter)
        : ladderRoles(chapter, own);
  });
  return withoutForeword(lines, roles);
}

function chaptersOf(lines: readonly TextLine[]): readonly (readonly TextLine[])[] {
  const chapters: TextLine[][] = [];
  for (const line of lines) {
    const open = chapters.at(-1);
    if (!open || (line.key !== undefined && outermost.has(line.key))) chapters.push([line]);
    else open.push(line);
  }
  return chapters;
}

const outerRoles = (lines: readonly TextLine[]): readonly LineRole[] =>
  lines.map(({ key }) => (key !== undefined && outermost.has(key) ? 'heading' : 'body'));

const isSentence = ({ text }: TextLine): boolean => /[。；;]$/u.test(text) || text.length > 40;
const most = <Item>(items: readonly Item[], holds: (item: Item) => boolean, share = 0.5): boolean =>
  items.length > 0 && items.filter(holds).length >= items.length * share;

/** Which lines are the clauses; undefined where none can be. */
function clauseKeyOf(lines: readonly TextLine[]): LineKey | undefined {
  const byKey = new Map<LineKey, TextLine[]>();
  for (const line of lines) {
    if (line.key === undefined) continue;
    const known = byKey.get(line.key);
    if (known) known.push(line);
    else byKey.set(line.key, [line]);
  }
  const countOf = (key: LineKey) => byKey.get(key)?.length ?? 0;
  if (countOf('dotted') >= 2 && countOf('dotted') * 3 >= countOf('hanParen')) return 'dotted';
  const ladder = [...byKey]
    .filter(([key]) => key !== 'dotted' && key !== 'part' && key !== 'outline')
    .map(([key, found]): Level => ({ key, found, rank: found[0]?.rank ?? 0 }))
    .concat(outlineOf(byKey.get('outline') ?? []))
    .toSorted((left, right) => left.rank - right.rank);
  const innermost = ladder.findLast((level, at) => !isList(level, ladder.slice(0, at), lines));
  return innermost?.key === 'chapter' ? undefined : innermost?.key;
}

/** Lines that are numbered alike, or are headings of one level. */
interface Level {
  readonly key: LineKey;
  readonly found: TextLine[];
  readonly rank: number;
}

function outlineOf(lines: readonly TextLine[]): readonly Level[] {
  const byRank = new Map<number, TextLine[]>();
  for (const line of lines) {
    const known = byRank.get(line.rank);
    if (known) known.push(line);
    else byRank.set(line.rank, [line]);
  }
  return [...byRank].map(([rank, found]) => ({ key: 'outline', found, rank }));
}

/** A level with one number to so many of the level above it is a list somewhere. */
const fewest = 10;
/** A standard has chapters, sections and clauses; what is numbered below those is a list. */
const levelsOfStandard = 3;

/** Whether numbered lines are the points of what stands above them. */
function isList({ key, found }: Level, above: readonly Level[], lines: readonly TextLine[]): boolean {
  const over = above.at(-1);
  if (!over) return false;
  if (above.some((level) => level.key === 'article') || found.length * fewest < over.found.length) return true;
  if (key === 'paren') return over.key !== 'chapter';
  if (key !== 'plain' || over.key === 'chapter' || over.key === 'section') return false;
  if (above.length >= levelsOfStandard || isBelowLabels(lines)) return true;
  if (hasOwnText(lines)) return false;
  return most(found, isSentence, 0.6) && (over.key === 'hanParen' || !most(over.found, isSentence));
}

/** Most numbers stand below 【C】, 【细则】 and the like. */
function isBelowLabels(lines: readonly TextLine[]): boolean {
  let isLabelled = false;
  let labelled = 0;
  let count = 0;
  for (const { text, key } of lines) {
    if (key === 'plain') {
      count++;
      if (isLabelled) labelled++;
    } else if (key !== undefined && key !== 'paren') isLabelled = false;
    else if (hasTierMarks(text) || labelOf(text)) isLabelled = true;
  }
  return count > 0 && labelled * 2 >= count;
}

/** Most numbers have text or a list of their own below them. */
function hasOwnText(lines: readonly TextLine[]): boolean {
  const numbered = lines.flatMap(({ key }, at) => (key === 'plain' ? [lines[at + 1]] : []));
  return most(numbered, (next) => next !== undefined && (next.key === 'paren' || next.key === undefined));
}

/** Clauses are the numbered lines of this key, headings those further out. */
function ladderRoles(lines: readonly TextLine[], clause: LineKey): readonly LineRole[] {
  const clauses = lines.filter(({ key }) => key === clause);
  const rank = Math.max(...new Set(clauses.map((line) => line.rank)));
  const roles = lines.map((line): LineRole => {
    if (line.key === clause && line.rank === rank) return 'clause';
    return line.rank < rank && line.key !== 'plain' && line.key !== 'paren' ? 'heading' : 'body';
  });
  return withLeaves(lines, roles);
}

/** A heading without any clause below it, but with text, is a clause itself. */
function withLeaves(lines: readonly TextLine[], roles: readonly LineRole[]): readonly LineRole[] {
  const found = [...roles];
  let next = -Infinity;
  let hasBody = false;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (!line) continue;
    if (roles[at] === 'body') {
      hasBody = true;
      continue;
    }
    const isLeaf = roles[at] === 'heading' && next <= line.rank && line.key !== undefined && !outermost.has(line.key);
    if (isLeaf && (hasBody || /[。；;]$/u.test(line.text))) found[at] = 'leaf';
    [next, hasBody] = [line.rank, false];
  }
  return found;
}

/** 1.1 is a heading where 1.1.1 comes next; what else is numbered is one where it stands right above such a number. */
function dottedRoles(lines: readonly TextLine[]): readonly LineRole[] {
  const roles: LineRole[] = lines.map(() => 'body');
  const isOver = { han: isHeadingKey('han', lines), hanParen: isHeadingKey('hanParen', lines) };
  let below: TextLine | undefined;
  let numbered: TextLine | undefined;
  for (let at = lines.length - 1; at >= 0; at--) {
    const line = lines[at];
    if (line?.key === undefined) continue;
    const { key, code } = line;
    if (key === 'dotted' && code) {
      roles[at] = below?.code && isBelow(below.code.code, code.code) ? 'heading' : 'clause';
      below = line;
    } else if (key === 'han' || key === 'hanParen') roles[at] = isOver[key] ? 'heading' : 'body';
    else if (key === 'plain') roles[at] = code && isFirstNumberOf(numbered, code.code, line) ? 'heading' : 'body';
    else if (key !== 'paren' && key !== 'article') roles[at] = 'heading';
    numbered = line;
  }
  return roles;
}

/** `2 门诊` right above 2.1. */
const isFirstNumberOf = (next: TextLine | undefined, code: string, line: TextLine): boolean =>
  next?.key === 'dotted' && !isSentence(line) && next.code?.code === `${code}.1`;

function isHeadingKey(key: LineKey, lines: readonly TextLine[]): boolean {
  const numbered = lines.filter((line) => line.key !== undefined);
  const next = numbered.flatMap((line, at) => (line.key === key ? [numbered[at + 1]] : []));
  return most(next, (line) => line?.key === 'dotted' || (key === 'han' && line?.key === 'hanParen'), 0.6);
}

function withoutForeword(lines: readonly TextLine[], roles: readonly LineRole[]): readonly LineRole[] {
  let until: number | undefined;
  return lines.map((line, at) => {
    const role = roles[at] ?? 'body';
    if (until !== undefined && role !== 'body' && line.rank <= until) until = undefined;
    if (until === undefined && line.key !== undefined && role !== 'body' && isForeword(line)) until = line.rank;
    return until === undefined ? role : 'left';
  });
}

export const isForeword = ({ bare, code }: TextLine): boolean =>
  elsewhere.test((code ? code.rest : bare).replace(/\s/gu, ''));
