import { changeChapters, changeClauses, changeSections } from './change-tree.ts';
import { codeFault, ownerOf } from './codes.ts';
import { followChapters } from './rules.ts';
import { indexOf, kindOf, type Key, type WorkPack } from './work-pack.ts';

/** Gives new codes to nodes of any kind at once; rules follow their chapters. */
export function recode(work: WorkPack, codes: ReadonlyMap<Key, string>): WorkPack {
  if (codes.size === 0) return work;
  const chapters = new Map<string, string>();
  for (const chapter of work.chapters) {
    const code = codes.get(chapter.key);
    // Where a file has a code twice, rules mean whichever keeps it.
    if (
      code !== undefined &&
      code !== chapter.code &&
      ownerOf(work, 'chapter', chapter.code, chapter.key) === undefined
    )
      chapters.set(chapter.code, code);
  }
  const coded = <Node extends { readonly key: Key; readonly code: string }>(node: Node): Node => {
    const code = codes.get(node.key);
    return code === undefined || code === node.code ? node : { ...node, code };
  };
  const clauses = changeClauses(work, coded);
  const sections = changeSections(clauses, coded);
  return followChapters(changeChapters(sections, coded), chapters);
}

/** The work as it was when the code cannot be given. */
export function setCode(work: WorkPack, key: Key, code: string): WorkPack {
  const kind = kindOf(work, key);
  return kind === undefined || codeFault(work, kind, key, code) !== undefined
    ? work
    : recode(work, new Map([[key, code]]));
}

export function codeOf(work: WorkPack, key: Key): string | undefined {
  const index = indexOf(work);
  return (index.clauses.get(key)?.clause ?? index.sections.get(key)?.section ?? index.chapters.get(key))?.code;
}
