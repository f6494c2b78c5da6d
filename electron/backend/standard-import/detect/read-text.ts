import type { Method, Tier } from '../../../../shared/domain/standard/standard.ts';
import type { ProblemList } from '../problem-list.ts';
import { placeOf } from '../source.ts';
import { takeScore } from './amounts.ts';
import { readDetail } from './clause-cells.ts';
import type { ParsedCode } from './codes.ts';
import type { ClauseEntry, Located } from './entries.ts';
import { takeMarks } from './marks.ts';
import { newClause } from './new-clause.ts';
import type { Region } from './regions.ts';
import type { Role } from './roles.ts';
import { bareTier, hasNumbers, hasTierMarks, splitPoints } from './split-points.ts';
import { excerpt } from './text.ts';
import { isClause } from './text-levels.ts';
import { labelOf, type TextLine } from './text-lines.ts';
import { addWording } from './wording.ts';

/** Where what is read goes. */
export interface TextSink {
  readonly problems: ProblemList;
  readonly isFull: () => boolean;
  readonly heading: (text: string, where: string, rank?: number) => void;
  readonly clause: (entry: ClauseEntry) => void;
  /** Whether the line explains signs or the like; it is kept there. */
  readonly remark: (line: string) => boolean;
}

/** Lines of one clause that say one thing of it. */
interface Block {
  role: Role;
  /** A line without number ends what a label with a colon begins. */
  isOpen: boolean;
  lines: Located[];
}

/** Reads running text as headings and clauses. `wished` is the user's word for how all of its clauses are judged. */
export function readText({ text, table }: Region, wished: Method | undefined, sink: TextSink): void {
  let clause: ClauseEntry | undefined;
  let tier: Tier | undefined;
  let block: Block = { role: 'points', isOpen: true, lines: [] };

  const end = (): void => {
    if (clause) tier = addBlock(clause, block, tier, sink.problems);
    block = { role: 'points', isOpen: true, lines: [] };
  };
  const finish = (): void => {
    end();
    if (clause) clause.method = wished ?? methodOf(clause, text?.usual ?? 'checklist');
    clause = undefined;
    tier = undefined;
  };

  for (const [at, line] of text?.lines.entries() ?? []) {
    if (sink.isFull()) return;
    const where = placeOf(table, line.row);
    const role = text?.roles[at] ?? 'body';
    const isRemark = sink.remark(line.text);
    if (role === 'left') finish();
    else if (role === 'heading') {
      finish();
      sink.heading(line.text, where, line.code ? undefined : line.rank);
    } else if (isClause(role)) {
      finish();
      if (role === 'leaf') sink.heading(line.text, where, line.code ? undefined : line.rank);
      const begun = clauseOf(role === 'leaf' ? { ...line, code: onlyOne(line) } : line, where, wished ?? 'checklist');
      clause = begun.clause;
      if (begun.rest !== '') {
        block.lines.push({ text: begun.rest, where });
        addWording(clause, begun.rest, undefined);
      }
      sink.clause(clause);
    } else if (isRemark) {
      // What it says of signs holds for all; the rest is about the clause above.
      if (clause && !/[★△▲]/u.test(line.text)) {
        clause.notes.push(line.text);
        addWording(clause, line.text, undefined);
      }
    } else if (clause) {
      addWording(clause, line.text, undefined);
      const label = labelOf(line.text);
      if (label || goesBack(block, line)) {
        end();
        block = { role: label?.role ?? 'points', isOpen: !label || label.isBracket || label.rest === '', lines: [] };
      }
      const said = label ? label.rest : line.text;
      if (said !== '') block.lines.push({ text: said, where });
    } else if (line.text !== '') {
      const message = `“${excerpt(line.text)}”不属于任何条款，没有导入。`;
      sink.problems.warning('没有归属的内容', where, message);
    }
  }
  finish();
}

/** A heading that is its only clause too: it stands below itself as the first. */
const onlyOne = ({ code, bare }: TextLine): ParsedCode => ({
  kind: 'paren',
  code: '1',
  depth: 1,
  rest: code?.rest ?? bare,
});

/** 【C】 begins points again, and so does a line after 责任科室：医务科 that is no list. */
const goesBack = ({ role, isOpen, lines }: Block, { text, key }: TextLine): boolean =>
  role !== 'points' && (hasTierMarks(text) || (!isOpen && lines.length > 0 && key === undefined));

/** Sentences behind the first may be what the clause asks for. */
const longestName = 50;
const firstSentence = /^([^。；;\n]{2,40})。(?=.{10})/u;

function clauseOf(
  line: TextLine,
  where: string,
  method: Method,
): { readonly clause: ClauseEntry; readonly rest: string } {
  const marks = takeMarks(line.text);
  const whole = line.code ? line.code.rest : line.bare;
  const first = whole.length > longestName ? firstSentence.exec(whole) : null;
  const { title, score } = takeScore(first?.[1] ?? whole);
  const given = {
    where,
    code: line.code,
    codeWhere: where,
    titleWording: line.text,
    isNumberCode: false,
    title,
    expectsPoints: false,
    score,
  };
  return {
    clause: newClause({ ...given, scoreWhere: where, method, isText: true }, marks),
    rest: first ? whole.slice(first[0].length) : '',
  };
}

function methodOf({ points, measures, score, title }: ClauseEntry, usual: Method): Method {
  if (points.some(({ tier }) => tier !== undefined)) return 'graded';
  if (['formula', 'numerator', 'denominator'].some((role) => measures.has(role as 'formula'))) return 'indicator';
  if (score !== undefined) return 'points';
  return usual === 'points' && title !== '' ? 'points' : 'checklist';
}

/** Adds lines to the clause and returns the tier that holds after them. */
function addBlock(
  clause: ClauseEntry,
  { role, lines }: Block,
  tier: Tier | undefined,
  problems: ProblemList,
): Tier | undefined {
  const [first] = lines;
  if (!first) return tier;
  const text = lines.map((line) => line.text).join('\n');
  if (role === 'points') return addPoints(clause, lines, text, tier);
  readDetail(clause, role, { text }, first.where, problems);
  return tier;
}

function addPoints(
  clause: ClauseEntry,
  lines: readonly Located[],
  text: string,
  tier: Tier | undefined,
): Tier | undefined {
  let last = tier;
  const add = (part: string, whereOf: (point: string) => string): void => {
    const bare = bareTier(part);
    if (bare) last = bare;
    for (const point of splitPoints(part)) {
      last = point.tier ?? last;
      clause.points.push({ tier: last, text: point.text, where: whereOf(point.text) });
    }
  };
  // Without numbers each paragraph is a point; with them lines belong to the number above.
  if (hasNumbers(text.replace(tierBefore, ''))) add(text, placesIn(lines));
  else for (const line of wholeSentences(lines)) add(line.text, () => line.where);
  return last;
}

/** The lines of a paragraph, and the next one where it ends with a comma: it was broken by hand. */
function wholeSentences(lines: readonly Located[]): readonly Located[] {
  const parts: { readonly where: string; readonly texts: string[]; last: string }[] = [];
  for (const { text, where } of lines) {
    const open = parts.at(-1);
    if (open && (open.last === where || /[，,、]$/u.test(open.texts.at(-1) ?? ''))) {
      open.texts.push(text);
      open.last = where;
    } else parts.push({ where, texts: [text], last: where });
  }
  return parts.map(({ where, texts }) => ({ where, text: texts.join('\n') }));
}

/** 【C】1.… begins with a number all the same. */
const tierBefore = /(?<=^|\n)[【[〔(（［]\s*[CBAＣＢＡ]\s*[】\]〕)）］]\s*/gu;
/** A point is found again by how it begins, a few lines further down at most. */
const lookedAhead = 50;
const beginning = 20;

/** In which line each of the points stands; they are asked for in their order. */
function placesIn(lines: readonly Located[]): (point: string) => string {
  let at = 0;
  return (point) => {
    const begins = point.split('\n', 1)[0]?.slice(0, beginning) ?? '';
    const ahead = lines.slice(at, at + lookedAhead).findIndex(({ text }) => text.includes(begins));
    at += Math.max(ahead, 0);
    return lines[at]?.where ?? '';
  };
}
