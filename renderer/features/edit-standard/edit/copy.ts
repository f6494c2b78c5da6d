import type { Added } from './add.ts';
import { changeChapters } from './change-tree.ts';
import { codeAfter, codesOf, freeClauseCode, tailOf } from './codes.ts';
import { carriedClauses, putClauses, type Carried } from './place.ts';
import { indexOf, kindOf, type Key, type WorkChapter, type WorkPack, type WorkSection } from './work-pack.ts';

/** Copies clauses into a section, after one of its clauses or at its end, with codes of their own. */
export function pasteClauses(work: WorkPack, copied: readonly Carried[], into: Key, behind: Key | undefined): Added {
  const section = indexOf(work).sections.get(into)?.section;
  if (!section) return { work, keys: [] };
  const taken = new Set(codesOf(work, 'clause'));
  const at = section.clauses.findIndex(({ key }) => key === behind);
  let neighbour = (at < 0 ? section.clauses.at(-1) : section.clauses[at])?.code;
  let key = work.nextKey;
  const fresh = copied.map(({ clause, method }) => {
    const code = neighbour === undefined ? freeClauseCode(work, section.code, undefined) : codeAfter(neighbour, taken);
    taken.add(code);
    neighbour = code;
    return { clause: { ...clause, key: key++, code }, method };
  });
  const before = at < 0 ? undefined : section.clauses[at + 1]?.key;
  return {
    work: { ...putClauses(work, fresh, into, before), nextKey: key },
    keys: fresh.map(({ clause }) => clause.key),
  };
}

/** Copies what is selected, all of it of the kind of the first, to behind the last of it. */
export function duplicate(work: WorkPack, keys: ReadonlySet<Key>): Added {
  const [first] = keys;
  const index = indexOf(work);
  switch (first === undefined ? undefined : kindOf(work, first)) {
    case 'clause': {
      const copied = carriedClauses(work, keys);
      const last = index.clauses.get(copied.at(-1)?.clause.key ?? 0);
      return last ? pasteClauses(work, copied, last.section.key, last.clause.key) : { work, keys: [] };
    }
    case 'section': {
      const copied = [...index.sections.values()].filter(({ section }) => keys.has(section.key));
      const last = copied.at(-1);
      if (!last) return { work, keys: [] };
      const copier = createCopier(work);
      const fresh = copied.map(({ section }) => copier.section(section));
      const next = changeChapters(work, (chapter) => {
        if (chapter.key !== last.chapter.key) return chapter;
        const at = chapter.sections.findIndex(({ key }) => key === last.section.key);
        return { ...chapter, sections: chapter.sections.toSpliced(at + 1, 0, ...fresh) };
      });
      return { work: { ...next, nextKey: copier.nextKey() }, keys: fresh.map(({ key }) => key) };
    }
    case 'chapter': {
      const copied = work.chapters.filter(({ key }) => keys.has(key));
      const copier = createCopier(work);
      const fresh = copied.map((chapter) => copier.chapter(chapter));
      const at = work.chapters.findLastIndex(({ key }) => keys.has(key));
      return {
        work: { ...work, chapters: work.chapters.toSpliced(at + 1, 0, ...fresh), nextKey: copier.nextKey() },
        keys: fresh.map(({ key }) => key),
      };
    }
    case undefined:
      return { work, keys: [] };
  }
}

/** Copies sections and chapters with all that is under them; codes go on from the copy's where they did before. */
function createCopier(work: WorkPack) {
  const taken = {
    chapter: new Set(codesOf(work, 'chapter')),
    section: new Set(codesOf(work, 'section')),
    clause: new Set(codesOf(work, 'clause')),
  };
  let next = work.nextKey;
  const fresh = (kind: keyof typeof taken, code: string, from: string, to: string): string => {
    const tail = tailOf(code, from);
    const moved = tail === undefined ? code : to + tail;
    const free = taken[kind].has(moved) ? codeAfter(moved, taken[kind]) : moved;
    taken[kind].add(free);
    return free;
  };
  const section = (copied: WorkSection, from = '', to = ''): WorkSection => {
    const code = fresh('section', copied.code, from, to);
    return {
      ...copied,
      key: next++,
      code,
      clauses: copied.clauses.map((clause) => ({
        ...clause,
        key: next++,
        code: fresh('clause', clause.code, copied.code, code),
      })),
    };
  };
  const chapter = (copied: WorkChapter): WorkChapter => {
    const code = fresh('chapter', copied.code, '', '');
    const key = next++;
    return { ...copied, key, code, sections: copied.sections.map((each) => section(each, copied.code, code)) };
  };
  return { section, chapter, nextKey: () => next };
}
