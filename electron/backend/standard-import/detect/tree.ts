import type { ProblemList } from '../problem-list.ts';
import type { ParsedCode } from './codes.ts';
import { rankOf } from './codes.ts';
import type { ClauseEntry, Entry, HeadingEntry } from './entries.ts';

export interface DraftChapter {
  readonly code: string;
  /** The number is the standard's own, so clauses below must begin with it. */
  readonly hasOwnCode: boolean;
  readonly title: string;
  readonly where: string;
  declared: number | undefined;
  readonly sections: DraftSection[];
  readonly isPrerequisite: boolean;
}

export interface DraftSection {
  readonly code: string;
  readonly hasOwnCode: boolean;
  readonly title: string;
  readonly where: string;
  declared: number | undefined;
  readonly clauses: DraftClause[];
  readonly isPrerequisite: boolean;
}

export interface DraftClause {
  readonly code: string;
  readonly entry: ClauseEntry;
  /** Headings between the section and the clause, which the three levels of a standard have no place for. */
  readonly under: readonly string[];
}

export interface DraftTree {
  readonly chapters: readonly DraftChapter[];
  readonly total: { readonly declared: number; readonly where: string } | undefined;
}

interface Open {
  readonly entry: HeadingEntry;
  readonly rank: number;
  chapter?: DraftChapter;
  section?: DraftSection;
}

/** Puts headings and clauses into chapters, sections and clauses, and gives a code to what has none. */
export function buildTree(entries: readonly Entry[], rootTitle: string, problems: ProblemList): DraftTree {
  const chapters: DraftChapter[] = [];
  const codes = takenCodes();
  const plainCodes = areUnique(
    entries.flatMap((entry) => (entry.kind === 'clause' && entry.code?.kind === 'plain' ? [entry.code.code] : [])),
  );
  let stack: Open[] = [];
  let total: DraftTree['total'];
  let lastSection: DraftSection | undefined;
  let lastChapter: DraftChapter | undefined;

  const chapterFor = (open: Open | undefined, clause: ClauseEntry): DraftChapter => {
    if (open?.chapter) return open.chapter;
    const segment = clause.code?.kind === 'dotted' ? firstOf(clause.code.code) : undefined;
    const own = open ? ownCode(open.entry.code) : segment;
    const title = open?.entry.title ?? (segment === undefined ? rootTitle : `第 ${segment} 章`);
    const known = chapters.find(
      (chapter) => (own === undefined || chapter.code === own) && sameTitle(chapter.title, title),
    );
    if (known) {
      if (open) open.chapter = known;
      return known;
    }
    // The numbers of the clauses say better than a count of headings which chapter this is.
    const wish = own ?? segment ?? codes.nextChapter();
    const chapter: DraftChapter = {
      code: codes.chapter(wish),
      hasOwnCode: own !== undefined,
      title,
      where: open?.entry.where ?? clause.where,
      declared: open?.entry.declared,
      sections: [],
      isPrerequisite: open?.entry.isPrerequisite ?? false,
    };
    chapters.push(chapter);
    if (open) open.chapter = chapter;
    return chapter;
  };

  const sectionFor = (open: Open | undefined, chapter: DraftChapter, clause: ClauseEntry): DraftSection => {
    if (open?.section) return open.section;
    const derived =
      clause.code?.kind === 'dotted' && clause.code.depth >= 3 ? segmentsOf(clause.code.code, 2) : undefined;
    const own = open?.entry.code?.kind === 'dotted' ? open.entry.code.code : undefined;
    const title = open?.entry.title ?? derived ?? chapter.title;
    const known = chapter.sections.find(
      (section) =>
        (own === undefined || section.code === own) &&
        (derived === undefined || open !== undefined || section.code === derived) &&
        sameTitle(section.title, title),
    );
    if (known) {
      if (open) open.section = known;
      return known;
    }
    const section: DraftSection = {
      code: codes.section(own ?? (open ? undefined : derived), chapter, open?.entry.code),
      hasOwnCode: own !== undefined,
      title,
      where: open?.entry.where ?? clause.where,
      declared: open?.entry.declared,
      clauses: [],
      isPrerequisite: open?.entry.isPrerequisite ?? false,
    };
    chapter.sections.push(section);
    if (open) open.section = section;
    return section;
  };

  for (const entry of withHeadings(entries)) {
    if (entry.kind === 'heading') {
      while (stack.length > 0 && (stack.at(-1)?.rank ?? 0) >= entry.rank) stack.pop();
      if (entry.isSheet) stack = [];
      stack.push({ entry, rank: entry.rank });
    } else if (entry.kind === 'total') {
      const partial = entry.isPartial
        ? lastSection?.declared === undefined && lastChapter && lastChapter.sections.length > 1 && lastSection
          ? lastSection
          : lastChapter
        : undefined;
      if (partial) partial.declared ??= entry.declared;
      else if (!entry.isPartial) total = entry;
    } else {
      const chapter = chapterFor(stack[0], entry);
      const section = sectionFor(stack[1], chapter, entry);
      const code = codes.clause(entry, section, plainCodes, problems);
      section.clauses.push({
        code,
        entry,
        under: stack
          .slice(2)
          .map(({ entry: { title, code: own } }) => (own?.kind === 'dotted' ? `${own.code} ${title}` : title)),
      });
      lastSection = section;
      lastChapter = chapter;
    }
  }
  return { chapters, total };
}

/** A row with a number and a title only is a heading among the clauses when the next number begins with its own. */
function withHeadings(entries: readonly Entry[]): readonly Entry[] {
  let next: string | undefined;
  return entries.toReversed().map((entry): Entry => {
    if (entry.kind !== 'clause') return entry;
    const { code, title, points, deductions, measures, score, where } = entry;
    const below = next;
    if (code) next = code.code;
    const hasNothing = points.length === 0 && deductions.length === 0 && measures.size === 0;
    if (!code || !hasNothing) return entry;
    const isNamed = code.kind === 'chapter' || code.kind === 'section';
    const isParent = (code.kind === 'dotted' || code.kind === 'plain') && isBelow(below ?? '', code.code);
    if (!isNamed && !isParent) return entry;
    const rank = rankOf(code);
    return { kind: 'heading', title: title || code.code, code, rank, where, declared: score, isPrerequisite: false };
  }).toReversed();
}

/** Whether `1.2.3` or `1-2-3` stands below `1.2` or `1-2`. */
export const isBelow = (code: string, above: string): boolean => code.startsWith(above) && /^[.-]/u.test(code.slice(above.length));

const firstOf = (code: string): string => /^[^.-]+/u.exec(code)?.[0] ?? code;
const segmentsOf = (code: string, count: number): string => code.split(/(?=[.-])/u).slice(0, count).join('');
const ownCode = (code: ParsedCode | undefined): string | undefined =>
  code === undefined || code.kind === 'paren' ? undefined : code.code;

const bareTitle = (title: string): string => title.replace(/[(（]续[)）]$/u, '').trim();
const sameTitle = (left: string, right: string): boolean => bareTitle(left) === bareTitle(right);

const areUnique = (codes: readonly string[]): boolean => codes.length > 0 && new Set(codes).size === codes.length;

/** Codes given so far; what is there already gets `-2`. */
function takenCodes() {
  const chapters = new Set<string>();
  const sections = new Set<string>();
  const clauses = new Map<string, string>();
  const generated = new Map<string, number>();

  const free = (wish: string, taken: { has(code: string): boolean }): string => {
    let code = wish;
    for (let next = 2; taken.has(code); next++) code = `${wish}-${next}`;
    return code;
  };
  const count = (key: string): number => {
    const next = (generated.get(key) ?? 0) + 1;
    generated.set(key, next);
    return next;
  };
  return {
    nextChapter(): string {
      let next = chapters.size + 1;
      while (chapters.has(String(next))) next++;
      return String(next);
    },
    chapter(wish: string): string {
      const code = chapters.has(wish) && /^\d+$/u.test(wish) ? this.nextChapter() : free(wish, chapters);
      chapters.add(code);
      return code;
    },
    section(wish: string | undefined, chapter: DraftChapter, given: ParsedCode | undefined): string {
      const numbered =
        given && given.kind !== 'other'
          ? `${chapter.code}.${given.code}`
          : `${chapter.code}.${chapter.sections.length + 1}`;
      const code = free(wish ?? numbered, sections);
      sections.add(code);
      return code;
    },
    clause(entry: ClauseEntry, section: DraftSection, plainStays: boolean, problems: ProblemList): string {
      const { code, codeWhere, title } = entry;
      const stays = code && (code.kind === 'dotted' || code.kind === 'other' || (code.kind === 'plain' && plainStays));
      if (!code) {
        let made = `${section.code}.${count(section.code)}`;
        while (clauses.has(made)) made = `${section.code}.${count(section.code)}`;
        clauses.set(made, codeWhere);
        problems.warning('没有编号的条款', codeWhere, `条款“${title.slice(0, 20)}”没有编号，已编为 ${made}。`);
        return made;
      }
      const wish = stays ? code.code : `${section.code}.${code.code}`;
      const before = clauses.get(wish);
      const made = free(wish, clauses);
      if (before !== undefined) {
        problems.error('重复的编号', codeWhere, `编号 ${wish} 与 ${before} 重复，暂记为 ${made}。请改正编号后再导入。`);
      }
      clauses.set(made, codeWhere);
      return made;
    },
  };
}
