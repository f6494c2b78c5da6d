import type { Chapter, Clause, Section, Standard } from '../../../shared/domain/standard/standard.ts';

export type Block =
  | { readonly kind: 'about'; readonly key: string }
  | { readonly kind: 'chapter'; readonly key: string; readonly chapter: Chapter }
  | { readonly kind: 'section'; readonly key: string; readonly section: Section; readonly chapter: Chapter }
  | { readonly kind: 'clause'; readonly key: string; readonly clause: Clause; readonly chapter: Chapter };

/** A standard from top to bottom, as it is read and printed. */
export const blocksOf = (standard: Pick<Standard, 'chapters'>): readonly Block[] => [
  { kind: 'about', key: 'about' },
  ...standard.chapters.flatMap((chapter): readonly Block[] => [
    { kind: 'chapter', key: `chapter ${chapter.code}`, chapter },
    ...chapter.sections.flatMap((section): readonly Block[] => [
      ...(repeats(chapter, section)
        ? []
        : [{ kind: 'section', key: `section ${chapter.code} ${section.code}`, section, chapter } as const]),
      ...section.clauses.map((clause): Block => ({ kind: 'clause', key: `clause ${clause.code}`, clause, chapter })),
    ]),
  ]),
];

/** A chapter's only section that has its title says nothing new. */
const repeats = (chapter: Chapter, section: Section): boolean =>
  chapter.sections.length === 1 && chapter.title === section.title;

/** Where a clause, or the beginning of a chapter, stands among the blocks; the beginning when there is none such. */
export const placeOf = (blocks: readonly Block[], key: string): number =>
  Math.max(
    0,
    blocks.findIndex((block) => block.key === key),
  );

/** The chapter that a block belongs to. */
export const chapterAt = (block: Block | undefined): string | undefined =>
  block === undefined || block.kind === 'about' ? undefined : block.chapter.code;
