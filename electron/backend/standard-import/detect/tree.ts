import { limits } from '../limits.ts';
import type { ProblemList } from '../problem-list.ts';
import type { ParsedCode } from './codes.ts';
import type { ClauseEntry, Entry, HeadingEntry, PartHeading, TotalEntry } from './entries.ts';
import { foldParts } from './parts.ts';
import { createCodes } from './tree-codes.ts';
import { holds, segmentsOf, withHeadings } from './tree-headings.ts';

interface DraftGroup {
  readonly code: string;
  /** The number is the file's own, so numbers below must begin with it. */
  readonly hasOwnCode: boolean;
  readonly title: string;
  readonly where: string;
  readonly declared: number | undefined;
  readonly isPrerequisite: boolean;
}

export interface DraftChapter extends DraftGroup {
  /** In which part of the file it stands. */
  readonly part: PartHeading | undefined;
  readonly sections: DraftSection[];
}

export interface DraftSection extends DraftGroup {
  readonly clauses: DraftClause[];
}

export interface DraftClause {
  readonly code: string;
  readonly entry: ClauseEntry;
  /** Headings between the section and the clause, which the three levels of a standard have no place for. */
  readonly under: readonly string[];
}

export interface DraftTotal {
  readonly declared: number;
  readonly where: string;
  readonly isPartial: boolean;
  readonly isGrand: boolean;
  /** It stands in the title of the file, not in a row. */
  readonly isInTitle?: true;
  /** What the row may add up: the likeliest first. */
  readonly sums: readonly (readonly ClauseEntry[])[];
}

export interface DraftTree {
  readonly chapters: readonly DraftChapter[];
  readonly totals: readonly DraftTotal[];
}

/** A heading that is open; it becomes a chapter or section with the first clause below it. */
interface Open {
  readonly entry: HeadingEntry;
  chapter?: DraftChapter;
  section?: DraftSection;
}

/** Puts headings and clauses into chapters, sections and clauses, and gives a code to what has none. */
export function buildTree(found: readonly Entry[], rootTitle: string, problems: ProblemList): DraftTree {
  const entries = foldParts(withHeadings(found));
  const codes = createCodes(entries, problems);
  const chapters: DraftChapter[] = [];
  const totals: DraftTotal[] = [];
  const byTitle = new Map<string, DraftChapter>();
  const sectionsByTitle = new Map<string, DraftSection>();
  let stack: Open[] = [];
  let chapter: DraftChapter | undefined;
  let section: DraftSection | undefined;
  let sinceTotal: ClauseEntry[] = [];

  const addChapter = (open: Open | undefined, clause: ClauseEntry): DraftChapter => {
    if (open?.chapter) return open.chapter;
    const segment = clause.code?.kind === 'dotted' ? segmentsOf(clause.code.code, 1) : undefined;
    if (!open && segment === undefined && chapter) return chapter;
    const own = open ? numberOf(open.entry.code) : segment;
    const title = open?.entry.title ?? (segment === undefined ? rootTitle : `第 ${segment} 章`);
    const key = bareTitle(title);
    const sameTitle = byTitle.get(key);
    const known = own === undefined || sameTitle?.code === own ? sameTitle : undefined;
    const isPrerequisite = open?.entry.isPrerequisite ?? false;
    const code = known ? known.code : codes.chapter(own ?? segment, isPrerequisite);
    const made = known ?? {
      code,
      hasOwnCode: own === code,
      title,
      where: open?.entry.where ?? clause.where,
      declared: open?.entry.declared,
      isPrerequisite,
      part: open?.entry.part,
      sections: [],
    };
    if (!known) {
      chapters.push(made);
      byTitle.set(key, made);
    }
    if (open) open.chapter = made;
    return made;
  };

  const addSection = (open: Open | undefined, into: DraftChapter, clause: ClauseEntry): DraftSection => {
    if (open?.section) return open.section;
    const { code: given } = clause;
    // 3.1.1.1 below chapter 3.1 stands in section 3.1.1.
    const depth = into.part && into.hasOwnCode ? into.code.split('.').length + 1 : 2;
    const derived = given?.kind === 'dotted' && given.depth > depth ? segmentsOf(given.code, depth) : undefined;
    if (!open && given?.kind !== 'dotted' && section && into.sections.at(-1) === section) return section;
    const own = open?.entry.code?.kind === 'dotted' ? open.entry.code.code : undefined;
    const wish = own ?? (open ? undefined : derived);
    const title = open?.entry.title ?? (derived === undefined ? into.title : `第 ${derived} 节`);
    const key = `${into.code} ${bareTitle(title)}`;
    const sameTitle = sectionsByTitle.get(key);
    const known = wish === undefined || sameTitle?.code === wish ? sameTitle : undefined;
    const made = known ?? {
      code: codes.section(wish, into.code, into.sections.length + 1, open?.entry.code),
      hasOwnCode: own !== undefined,
      title,
      where: open?.entry.where ?? clause.where,
      declared: open?.entry.declared,
      isPrerequisite: open?.entry.isPrerequisite ?? false,
      clauses: [],
    };
    if (!known) {
      into.sections.push(made);
      sectionsByTitle.set(key, made);
    }
    if (open) open.section = made;
    return made;
  };

  const addTotal = ({ declared, isPartial, isGrand, where }: TotalEntry): void => {
    if (totals.length >= limits.totals) return;
    const inChapter = chapter?.sections.flatMap(({ clauses }) => clauses.map(({ entry }) => entry)) ?? [];
    const inSection = section?.clauses.map(({ entry }) => entry) ?? [];
    const all = chapters.flatMap(({ sections }) =>
      sections.flatMap(({ clauses }) => clauses.map(({ entry }) => entry)),
    );
    totals.push({
      declared,
      where,
      isPartial,
      isGrand,
      sums: isPartial ? [sinceTotal, inSection, inChapter] : [all, sinceTotal, inChapter],
    });
    sinceTotal = [];
  };

  for (const entry of entries) {
    if (entry.kind === 'heading') {
      const closed = stack.findIndex((open) => !holds(open.entry, entry));
      stack = closed < 0 ? stack : stack.slice(0, closed);
      if (stack.length === 0 && entry.code?.kind === 'dotted') stack.push({ entry: impliedChapter(entry, entry.code) });
      stack.push({ entry });
      if (stack.length === 1) [chapter, section] = [undefined, undefined];
    } else if (entry.kind === 'sheet') [stack, chapter, section] = [[], undefined, undefined];
    else if (entry.kind === 'total') addTotal(entry);
    else {
      chapter = addChapter(stack[0], entry);
      section = addSection(stack[1], chapter, entry);
      const above = stack.slice(2).map((open) => open.entry);
      const group =
        chapter.part || entry.isText ? [section.code, ...above.flatMap(numberBelow)].join('.') : section.code;
      section.clauses.push({ code: codes.clause(entry, group), entry, under: above.map(nameOf) });
      sinceTotal.push(entry);
    }
  }
  return { chapters, totals };
}

/** Above 1.2, when nothing else is there, stands chapter 1. */
function impliedChapter(entry: HeadingEntry, code: ParsedCode): HeadingEntry {
  const number = segmentsOf(code.code, 1);
  return {
    ...entry,
    title: `第 ${number} 章`,
    code: { ...code, code: number, depth: 1, rest: '' },
    rank: entry.rank - code.depth + 1,
    declared: undefined,
    isImplied: true,
  };
}

/** （1） counts anew everywhere: it is no chapter's number. */
const numberOf = (code: ParsedCode | undefined): string | undefined =>
  code?.kind === 'paren' ? undefined : code?.code;

/** Numbers begin again below each of these. */
const numberBelow = ({ code }: HeadingEntry): readonly string[] =>
  code && code.kind !== 'dotted' && code.kind !== 'other' ? [code.code] : [];

const nameOf = ({ title, code }: HeadingEntry): string => (code?.kind === 'dotted' ? `${code.code} ${title}` : title);

const bareTitle = (title: string): string => title.replace(/[(（]续[)）]$/u, '').trim();
