import { moveChapters, moveClauses, moveSections } from './place.ts';
import { indexOf, kindOf, type Key, type WorkPack } from './work-pack.ts';

type Node = { readonly key: Key };
interface Group<Child extends Node> {
  readonly key: Key;
  readonly children: readonly Child[];
}

/**
 * Where nodes go that are moved up or down by one: past their neighbour, and at the edge of their parent into the one
 * beside it. Undefined when there is nowhere to go.
 */
function stepOf<Child extends Node>(
  groups: readonly Group<Child>[],
  keys: ReadonlySet<Key>,
  by: 1 | -1,
): { readonly into: Key; readonly before: Key | undefined } | undefined {
  const holds = ({ children }: Group<Child>) => children.some(({ key }) => keys.has(key));
  const at = by < 0 ? groups.findIndex(holds) : groups.findLastIndex(holds);
  const group = groups[at];
  if (!group) return undefined;
  const { children } = group;
  const isMoving = ({ key }: Node) => keys.has(key);
  if (by < 0) {
    const first = children.findIndex(isMoving);
    const passed = children[first - 1];
    if (passed) return { into: group.key, before: passed.key };
  } else {
    const last = children.findLastIndex(isMoving);
    if (last < children.length - 1) return { into: group.key, before: children[last + 2]?.key };
  }
  const beside = groups[at + by];
  return beside && { into: beside.key, before: by < 0 ? undefined : beside.children[0]?.key };
}

/** Moves what is selected, all of it of the kind of the first, up or down by one. */
export function step(work: WorkPack, keys: ReadonlySet<Key>, by: 1 | -1): WorkPack {
  const [first] = keys;
  switch (first === undefined ? undefined : kindOf(work, first)) {
    case 'clause': {
      const sections = [...indexOf(work).sections.values()].map(({ section }) => ({
        key: section.key,
        children: section.clauses,
      }));
      const to = stepOf(sections, keys, by);
      return to ? moveClauses(work, keys, to.into, to.before) : work;
    }
    case 'section': {
      const chapters = work.chapters.map(({ key, sections }) => ({ key, children: sections }));
      const to = stepOf(chapters, keys, by);
      return to ? moveSections(work, keys, to.into, to.before) : work;
    }
    case 'chapter': {
      const to = stepOf([{ key: 0, children: work.chapters }], keys, by);
      return to ? moveChapters(work, keys, to.before) : work;
    }
    case undefined:
      return work;
  }
}
