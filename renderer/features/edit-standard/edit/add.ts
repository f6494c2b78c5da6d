import type { Method } from '../../../../shared/domain/standard/standard.ts';
import { changeChapters } from './change-tree.ts';
import { freeChapterCode, freeClauseCode, freeSectionCode } from './codes.ts';
import { asMethod } from './methods.ts';
import { putClauses, type Carried } from './place.ts';
import { indexOf, inheritedMethod, type Key, type WorkClause, type WorkPack } from './work-pack.ts';

/** The work with what was added, and the key of it. */
export interface Added {
  readonly work: WorkPack;
  readonly keys: readonly Key[];
}

const after = <Node extends { readonly key: Key }>(siblings: readonly Node[], key: Key | undefined) => {
  const at = siblings.findIndex((each) => each.key === key);
  return {
    neighbour: at < 0 ? siblings.at(-1) : siblings[at],
    before: at < 0 ? undefined : siblings[at + 1]?.key,
  };
};

/** An empty clause of the section's method, after one of its clauses or at its end. */
export function addClause(work: WorkPack, into: Key, behind: Key | undefined): Added {
  const place = indexOf(work).sections.get(into);
  if (!place) return { work, keys: [] };
  const { neighbour, before } = after(place.section.clauses, behind);
  const method: Method = neighbour?.method ?? inheritedMethod(work, place.chapter, place.section);
  const key = work.nextKey;
  const empty: WorkClause = {
    key,
    code: freeClauseCode(work, place.section.code, neighbour?.code),
    title: '',
    core: false,
    optional: false,
    evidence: [],
    checks: [],
    departments: [],
  };
  const carried: Carried = { clause: asMethod(empty, method), method };
  return { work: { ...putClauses(work, [carried], into, before), nextKey: key + 1 }, keys: [key] };
}

export function addSection(work: WorkPack, into: Key, behind: Key | undefined): Added {
  const chapter = indexOf(work).chapters.get(into);
  if (!chapter) return { work, keys: [] };
  const { neighbour, before } = after(chapter.sections, behind);
  const key = work.nextKey;
  const section = { key, code: freeSectionCode(work, chapter.code, neighbour?.code), title: '', clauses: [] };
  const next = changeChapters(work, (each) => {
    if (each.key !== into) return each;
    const at = each.sections.findIndex((sibling) => sibling.key === before);
    return { ...each, sections: each.sections.toSpliced(at < 0 ? each.sections.length : at, 0, section) };
  });
  return { work: { ...next, nextKey: key + 1 }, keys: [key] };
}

export function addChapter(work: WorkPack, behind: Key | undefined): Added {
  const { neighbour, before } = after(work.chapters, behind);
  const key = work.nextKey;
  const chapter = { key, code: freeChapterCode(work, neighbour?.code), title: '', sections: [] };
  const at = work.chapters.findIndex((each) => each.key === before);
  const chapters = work.chapters.toSpliced(at < 0 ? work.chapters.length : at, 0, chapter);
  return { work: { ...work, chapters, nextKey: key + 1 }, keys: [key] };
}
