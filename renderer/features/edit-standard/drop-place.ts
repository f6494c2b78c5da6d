import { indexOf, kindOf, type Key, type WorkPack } from './edit/work-pack.ts';
import type { Spot } from './faults.ts';

export interface DropPlace {
  /** A section for clauses, a chapter for sections. */
  readonly into: Key | undefined;
  readonly before: Key | undefined;
  /** Where the mark is drawn on the row. */
  readonly mark: 'before' | 'after' | 'into';
}

const around = (siblings: readonly { readonly key: Key }[], key: Key, isUpper: boolean) => {
  const at = siblings.findIndex((each) => each.key === key);
  return isUpper ? key : siblings[at + 1]?.key;
};

/** Where what is dragged would go when it is let go over this row; undefined where it cannot. */
export function dropPlace(
  work: WorkPack,
  dragged: readonly Key[],
  over: Spot,
  isUpper: boolean,
): DropPlace | undefined {
  const [first] = dragged;
  const kind = first === undefined ? undefined : kindOf(work, first);
  if (typeof over !== 'number' || !kind || dragged.includes(over)) return undefined;
  const index = indexOf(work);
  const mark = isUpper ? 'before' : 'after';
  const [clause, section, chapter] = [index.clauses.get(over), index.sections.get(over), index.chapters.get(over)];
  if (kind === 'clause') {
    if (clause) {
      return { into: clause.section.key, before: around(clause.section.clauses, over, isUpper), mark };
    }
    const into = section?.section ?? chapter?.sections.at(-1);
    return into && { into: into.key, before: undefined, mark: 'into' };
  }
  if (kind === 'section') {
    if (section) {
      return { into: section.chapter.key, before: around(section.chapter.sections, over, isUpper), mark };
    }
    return chapter && { into: chapter.key, before: undefined, mark: 'into' };
  }
  return chapter && { into: undefined, before: around(work.chapters, over, isUpper), mark };
}
