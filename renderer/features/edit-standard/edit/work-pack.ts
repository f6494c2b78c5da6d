import type { Pack, PackChapter, PackClause, PackSection } from '../../../../shared/contract/pack-schema.ts';
import type { Method, Tier } from '../../../../shared/domain/standard/standard.ts';

/** Names a chapter, section or clause while it is edited: codes change, and a file may have one twice. */
export type Key = number;

/** What the present method of a clause has no place for: it comes back with the method, and is no part of the pack. */
export type Aside = Pick<PackClause, 'points' | 'deductions' | 'indicator' | 'genericLevels'> & {
  /** In which tier a text stood. */
  readonly tiers?: ReadonlyMap<string, Tier>;
};

export type WorkClause = PackClause & { readonly key: Key; readonly aside?: Aside };
export type WorkSection = Omit<PackSection, 'clauses'> & { readonly key: Key; readonly clauses: WorkClause[] };
export type WorkChapter = Omit<PackChapter, 'sections'> & { readonly key: Key; readonly sections: WorkSection[] };
/** A pack under edit. Never changed: every operation makes a new one that shares what stayed the same. */
export type WorkPack = Omit<Pack, 'chapters'> & { readonly chapters: WorkChapter[]; readonly nextKey: Key };

export function toWork({ chapters, ...head }: Pack): WorkPack {
  let next = 1;
  const keyed = chapters.map(({ sections, ...chapter }) => ({
    ...chapter,
    key: next++,
    sections: sections.map(({ clauses, ...section }) => ({
      ...section,
      key: next++,
      clauses: clauses.map((clause) => ({ ...clause, key: next++ })),
    })),
  }));
  return { ...head, chapters: keyed, nextKey: next };
}

const plain = new WeakMap<WorkClause, PackClause>();

/** The pack that the work stands for. Lines and remarks that were left empty are not in it. */
export const toPack = ({ chapters, nextKey: _next, ...head }: WorkPack): Pack => ({
  ...written(head),
  appliesTo: lines(head.appliesTo),
  targets: head.targets.map(written),
  chapters: chapters.map(({ key: _chapter, sections, ...chapter }) => ({
    ...written(chapter),
    sections: sections.map(({ key: _section, clauses, ...section }) => ({
      ...written(section),
      clauses: clauses.map((clause) => {
        const known = plain.get(clause) ?? plainClause(clause);
        plain.set(clause, known);
        return known;
      }),
    })),
  })),
});

function plainClause({ key: _key, aside: _aside, ...clause }: WorkClause): PackClause {
  const { requirements, deductions, indicator } = clause;
  return written({
    ...clause,
    evidence: lines(clause.evidence),
    checks: lines(clause.checks),
    departments: lines(clause.departments),
    requirements:
      requirements &&
      Object.fromEntries(Object.entries(requirements).map(([tier, texts]) => [tier, lines(texts ?? [])])),
    deductions: deductions && lines(deductions),
    indicator: indicator && written(indicator),
  });
}

export const isBlank = (text: string): boolean => text.trim() === '';
const lines = (texts: readonly string[]): string[] => texts.filter((text) => !isBlank(text));

/** Texts that may be left out; an empty one is. */
const optionalTexts = new Set(['note', 'document', 'formula', 'monitor', 'part']);
const written = <Fields extends object>(fields: Fields): Fields =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name, value]) =>
        value !== undefined && !(typeof value === 'string' && optionalTexts.has(name) && isBlank(value)),
    ),
  ) as Fields;

/** Where a clause stands. */
export interface ClausePlace {
  readonly clause: WorkClause;
  readonly section: WorkSection;
  readonly chapter: WorkChapter;
}
export interface SectionPlace {
  readonly section: WorkSection;
  readonly chapter: WorkChapter;
}

export interface WorkIndex {
  /** In the order of the standard, as the other two. */
  readonly clauses: ReadonlyMap<Key, ClausePlace>;
  readonly sections: ReadonlyMap<Key, SectionPlace>;
  readonly chapters: ReadonlyMap<Key, WorkChapter>;
}

const indices = new WeakMap<WorkPack, WorkIndex>();

export function indexOf(work: WorkPack): WorkIndex {
  const known = indices.get(work);
  if (known) return known;
  const clauses = new Map<Key, ClausePlace>();
  const sections = new Map<Key, SectionPlace>();
  const chapters = new Map<Key, WorkChapter>();
  for (const chapter of work.chapters) {
    chapters.set(chapter.key, chapter);
    for (const section of chapter.sections) {
      sections.set(section.key, { section, chapter });
      for (const clause of section.clauses) clauses.set(clause.key, { clause, section, chapter });
    }
  }
  const index = { clauses, sections, chapters };
  indices.set(work, index);
  return index;
}

export type NodeKind = 'chapter' | 'section' | 'clause';

export function kindOf(work: WorkPack, key: Key): NodeKind | undefined {
  const index = indexOf(work);
  if (index.clauses.has(key)) return 'clause';
  if (index.sections.has(key)) return 'section';
  return index.chapters.has(key) ? 'chapter' : undefined;
}

export const inheritedMethod = (
  work: Pick<WorkPack, 'method'>,
  chapter: Pick<WorkChapter, 'method'>,
  section: Pick<WorkSection, 'method'>,
): Method => section.method ?? chapter.method ?? work.method;

export const methodOf = (work: Pick<WorkPack, 'method'>, { clause, section, chapter }: ClausePlace): Method =>
  clause.method ?? inheritedMethod(work, chapter, section);
