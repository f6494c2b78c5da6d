import { changeChapters, changeSections } from './change-tree.ts';
import { indexOf, inheritedMethod, methodOf, type Key, type WorkClause, type WorkPack } from './work-pack.ts';
import type { Method } from '../../../../shared/domain/standard/standard.ts';

/** A clause on its way, with the method it has whatever it inherits. */
export interface Carried {
  readonly clause: WorkClause;
  readonly method: Method;
}

/** The clause as it must stand where `inherited` is the method: it keeps its own. */
const settled = ({ clause, method }: Carried, inherited: Method): WorkClause =>
  (clause.method ?? inherited) === method ? clause : { ...clause, method };

/** Before the sibling with this key, else at the end. */
const placeBefore = <Node extends { readonly key: Key }>(
  siblings: Node[],
  before: Key | undefined,
  nodes: readonly Node[],
): Node[] => {
  const at = siblings.findIndex(({ key }) => key === before);
  return siblings.toSpliced(at < 0 ? siblings.length : at, 0, ...nodes);
};

export const putClauses = (work: WorkPack, carried: readonly Carried[], into: Key, before: Key | undefined): WorkPack =>
  changeSections(work, (section, chapter) => {
    if (section.key !== into) return section;
    const inherited = inheritedMethod(work, chapter, section);
    const clauses = carried.map((each) => settled(each, inherited));
    return { ...section, clauses: placeBefore(section.clauses, before, clauses) };
  });

/** Clauses of these keys in the order of the standard. */
export const carriedClauses = (work: WorkPack, keys: ReadonlySet<Key>): readonly Carried[] =>
  [...indexOf(work).clauses.values()]
    .filter(({ clause }) => keys.has(clause.key))
    .map((place) => ({ clause: place.clause, method: methodOf(work, place) }));

const without = <Node extends { readonly key: Key }>(nodes: Node[], keys: ReadonlySet<Key>): Node[] =>
  nodes.some(({ key }) => keys.has(key)) ? nodes.filter(({ key }) => !keys.has(key)) : nodes;

/** Takes chapters, sections and clauses out, each with what is under it. */
export function takeOut(work: WorkPack, keys: ReadonlySet<Key>): WorkPack {
  const inSections = changeSections(work, (section) => {
    const clauses = without(section.clauses, keys);
    return clauses === section.clauses ? section : { ...section, clauses };
  });
  const inChapters = changeChapters(inSections, (chapter) => {
    const sections = without(chapter.sections, keys);
    return sections === chapter.sections ? chapter : { ...chapter, sections };
  });
  const chapters = without(inChapters.chapters, keys);
  return chapters === inChapters.chapters ? inChapters : { ...inChapters, chapters };
}

/** Clauses go before another one of a section, or to its end. */
export function moveClauses(work: WorkPack, keys: ReadonlySet<Key>, into: Key, before: Key | undefined): WorkPack {
  const target = indexOf(work).sections.get(into);
  const carried = carriedClauses(work, keys);
  if (!target || carried.length === 0) return work;
  const moving = new Set(carried.map(({ clause }) => clause.key));
  // A place before one that moves itself is the place before the next that stays.
  const at = target.section.clauses.findIndex(({ key }) => key === before);
  const stays = at < 0 ? undefined : target.section.clauses.slice(at).find(({ key }) => !moving.has(key))?.key;
  return putClauses(takeOut(work, moving), carried, into, stays);
}

export function moveSections(work: WorkPack, keys: ReadonlySet<Key>, into: Key, before: Key | undefined): WorkPack {
  const index = indexOf(work);
  const target = index.chapters.get(into);
  const places = [...index.sections.values()].filter(({ section }) => keys.has(section.key));
  if (!target || places.length === 0) return work;
  const moving = new Set(places.map(({ section }) => section.key));
  const at = target.sections.findIndex(({ key }) => key === before);
  const stays = at < 0 ? undefined : target.sections.slice(at).find(({ key }) => !moving.has(key))?.key;
  return changeChapters(takeOut(work, moving), (chapter) => {
    if (chapter.key !== into) return chapter;
    const sections = places.map(({ section, chapter: from }) => {
      const method = inheritedMethod(work, from, section);
      return section.method !== undefined || inheritedMethod(work, chapter, {}) === method
        ? section
        : { ...section, method };
    });
    return { ...chapter, sections: placeBefore(chapter.sections, stays, sections) };
  });
}

export function moveChapters(work: WorkPack, keys: ReadonlySet<Key>, before: Key | undefined): WorkPack {
  const moving = work.chapters.filter(({ key }) => keys.has(key));
  if (moving.length === 0) return work;
  const at = work.chapters.findIndex(({ key }) => key === before);
  const stays = at < 0 ? undefined : work.chapters.slice(at).find(({ key }) => !keys.has(key))?.key;
  return { ...work, chapters: placeBefore(without(work.chapters, keys), stays, moving) };
}
