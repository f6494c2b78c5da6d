import { parseCode, type ParsedCode } from './codes.ts';
import type { Entry, HeadingEntry, PartHeading } from './entries.ts';
import { isBelow } from './tree-headings.ts';

/** A part with chapters of its own; they are counted from where it stands. */
interface Part {
  readonly at: number;
  readonly heading: HeadingEntry;
  readonly number: string;
  readonly chapters: { readonly at: number; readonly heading: HeadingEntry; readonly number: string }[];
  /** The index behind its last entry. */
  end: number;
  hasOwnClauses: boolean;
}

/**
 * A standard has three levels. Where parts have chapters, both go into one: 第三部分 over 第一章 becomes chapter 3.1, called
 * 第三部分第一章. A part without chapters is a chapter. Without parts nothing changes.
 */
export function foldParts(found: readonly Entry[]): readonly Entry[] {
  const entries = found.map((entry) => (entry.kind === 'heading' ? readBoth(entry) : entry));
  const parts = findParts(entries);
  if (parts.length === 0) return entries;
  const folded = new Set(parts.filter(isFolded));
  const made = [...entries];
  for (const { at, heading } of parts) if (heading.column === 'part') made[at] = { ...heading, ...asChapterColumn };
  if (folded.size === 0) return made;
  const numbering = numberingOf(folded, parts, entries);
  for (const part of parts) {
    made[part.at] = keptPart(part, folded.has(part));
    if (folded.has(part)) foldChapters(part, numbering, made);
  }
  return made;
}

/** 第三部分第一章 医院功能与任务 in one line */
function readBoth(heading: HeadingEntry): HeadingEntry {
  const { code: part, title, where } = heading;
  const chapter = part?.kind === 'part' ? parseCode(title) : undefined;
  if (part?.label === undefined || chapter?.label === undefined || chapter.kind !== 'chapter') return heading;
  const label = `${part.label}${chapter.label}`;
  return {
    ...heading,
    title: `${label} ${chapter.rest}`.trim(),
    code: { kind: 'chapter', code: `${part.code}.${chapter.code}`, depth: 1, rest: chapter.rest, label },
    part: { name: '', where, declared: undefined },
  };
}

const asChapterColumn = { column: 'chapter', rank: -2 } as const;

function findParts(entries: readonly Entry[]): readonly Part[] {
  const parts: Part[] = [];
  const hasSections = entries.some((entry) => entry.kind === 'heading' && entry.column === 'section');
  let part: Part | undefined;
  let isNewSheet = false;
  const end = (at: number): void => {
    if (part) part.end = at;
    part = undefined;
  };
  for (const [at, entry] of entries.entries()) {
    if (entry.kind === 'sheet') isNewSheet = true;
    if (entry.kind === 'clause' && part?.chapters.length === 0) part.hasOwnClauses = true;
    if (entry.kind !== 'heading') continue;
    if (isPart(entry)) {
      end(at);
      const number = entry.code?.code ?? String(parts.length + 1);
      part = { at, heading: entry, number, chapters: [], end: entries.length, hasOwnClauses: false };
      parts.push(part);
      isNewSheet = false;
    } else if (part && isChapter(entry, part.heading, hasSections)) {
      const number = numberIn(part, entry);
      // Chapters that begin again on another sheet are none of the part before.
      if (isNewSheet && Number(number) <= Number(part.chapters.at(-1)?.number ?? 0)) end(at);
      else part.chapters.push({ at, heading: entry, number });
      isNewSheet = false;
    } else if (part && entry.isSheet) end(at);
  }
  return parts;
}

const isPart = ({ code, column }: HeadingEntry): boolean =>
  column === 'part' || (column === undefined && code?.kind === 'part');

/** Chapters without a number may stand in the section's place where nothing stands below them. */
const isChapter = ({ code, column }: HeadingEntry, part: HeadingEntry, hasSections: boolean): boolean =>
  column === 'chapter'
    ? part.column === 'part' || code !== undefined || hasSections
    : column === undefined && code?.kind === 'chapter';

/** 3.1 below part 3 is its chapter 1; a chapter without a number is counted. */
function numberIn({ number, chapters }: Part, { code }: HeadingEntry): string {
  if (!code || code.kind === 'paren' || code.kind === 'other') return String(chapters.length + 1);
  return isBelow(code.code, number) ? code.code.slice(number.length + 1) : code.code;
}

/** A part with clauses of its own over 第二章, 第三章 is called another name for a chapter. */
const isFolded = ({ chapters, hasOwnClauses }: Part): boolean =>
  chapters.length > 0 && !(hasOwnClauses && Number(chapters[0]?.number) > 1);

/**
 * How the numbers in the file count: `whole` 3.1.1.1 with the part before the chapter, `chapter` 1.1.1 with chapters that
 * count on from part to part, `again` 1.1.1 in each part.
 */
type Numbering = 'whole' | 'chapter' | 'again';

function numberingOf(folded: ReadonlySet<Part>, parts: readonly Part[], entries: readonly Entry[]): Numbering {
  let whole = 0;
  let own = 0;
  for (const part of folded) {
    for (const [from, to, { number }] of spansOf(part)) {
      for (const code of entries.slice(from, to).flatMap(dottedCode)) {
        if (isBelow(code, `${part.number}.${number}`)) whole++;
        else if (isBelow(code, number)) own++;
      }
    }
  }
  if (own <= whole) return 'whole';
  const taken = [
    ...[...folded].flatMap(({ chapters }) => chapters.map(({ number }) => number)),
    ...parts.flatMap((part) => (folded.has(part) && !part.hasOwnClauses ? [] : [part.number])),
  ];
  return new Set(taken).size === taken.length ? 'chapter' : 'again';
}

const dottedCode = (entry: Entry): readonly string[] =>
  (entry.kind === 'clause' || entry.kind === 'heading') && entry.code?.kind === 'dotted' ? [entry.code.code] : [];

/** What stands below each chapter. */
const spansOf = ({ chapters, end }: Part) =>
  chapters.map((chapter, index) => [chapter.at + 1, chapters[index + 1]?.at ?? end, chapter] as const);

function keptPart({ heading }: Part, isOverChapters: boolean): HeadingEntry {
  const label = heading.code?.label;
  const title = label === undefined || heading.title.startsWith(label) ? heading.title : `${label} ${heading.title}`;
  const { isSheet, ...rest } = heading;
  return {
    ...rest,
    title,
    part: partOf(heading),
    ...(heading.column === 'part' && asChapterColumn),
    ...(isSheet && (isOverChapters ? { rank: 0 } : { isSheet })),
  };
}

const partOf = ({ title, code, where, declared }: HeadingEntry): PartHeading => ({
  name: nameWith(code, title),
  where,
  declared,
});

/** 第三部分 现场检查; the title alone where there is no number. */
const nameWith = (code: ParsedCode | undefined, title: string): string =>
  code?.label === undefined || title.startsWith(code.label) ? title : `${code.label} ${title}`;

function foldChapters(part: Part, numbering: Numbering, made: Entry[]): void {
  const over = partOf(part.heading);
  for (const [from, to, { at, heading, number }] of spansOf(part)) {
    const { isInside: _isInside, ...rest } = heading;
    const code = numbering === 'chapter' ? number : `${part.number}.${number}`;
    made[at] = {
      ...rest,
      title: titleIn(part.heading, heading),
      code: { kind: 'chapter', code, depth: 1, rest: heading.code?.rest ?? '' },
      rank: heading.column ? heading.rank : 0,
      part: over,
      isPrerequisite: heading.isPrerequisite || part.heading.isPrerequisite,
    };
    if (numbering !== 'again') continue;
    for (let below = from; below < to; below++) {
      const entry = made[below];
      if (entry) made[below] = withPrefix(entry, part.number, number);
    }
  }
}

/** 第三部分第一章 医院功能与任务 */
function titleIn({ code: partCode, title: partTitle }: HeadingEntry, { code, title }: HeadingEntry): string {
  const own = nameWith(code, title);
  if (partCode?.label !== undefined && own.startsWith(partCode.label)) return own;
  return partCode?.label !== undefined && code?.label !== undefined
    ? `${partCode.label}${own}`
    : `${partCode?.label ?? partTitle} ${own}`;
}

function withPrefix(entry: Entry, part: string, chapter: string): Entry {
  if ((entry.kind !== 'clause' && entry.kind !== 'heading') || entry.code?.kind !== 'dotted') return entry;
  if (!isBelow(entry.code.code, chapter)) return entry;
  return { ...entry, code: { ...entry.code, code: `${part}.${entry.code.code}`, depth: entry.code.depth + 1 } };
}
