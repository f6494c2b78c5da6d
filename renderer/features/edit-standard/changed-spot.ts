import { indexOf, type WorkPack } from './edit/work-pack.ts';
import type { Spot } from './faults.ts';

/**
 * Where an undo or redo made itself felt, so that it is not done out of sight: the spot that is shown already if it is
 * one of them, else the first clause, section or chapter that is another one now. Undefined when things were only moved
 * or taken away.
 */
export function changedSpot(before: WorkPack, after: WorkPack, shown: Spot): Spot | undefined {
  const [old, now] = [indexOf(before), indexOf(after)];
  const clauses = [...now.clauses].flatMap(([key, { clause }]) =>
    old.clauses.get(key)?.clause === clause ? [] : [key],
  );
  const sections = [...now.sections].flatMap(([key, { section }]) =>
    isSameHead(old.sections.get(key)?.section, section) ? [] : [key],
  );
  const chapters = [...now.chapters].flatMap(([key, chapter]) =>
    isSameHead(old.chapters.get(key), chapter) ? [] : [key],
  );
  const changed: readonly Spot[] = [
    ...clauses,
    ...sections,
    ...chapters,
    ...(before.targets === after.targets && before.scopes === after.scopes ? [] : ['targets' as const]),
    ...(isSameHead(before, after) ? [] : ['head' as const]),
  ];
  return changed.includes(shown) ? shown : changed[0];
}

const lists = new Set(['clauses', 'sections', 'chapters', 'targets', 'scopes', 'scoring', 'nextKey']);
/** All but what is under it. */
const isSameHead = (before: object | undefined, after: object): boolean =>
  before !== undefined &&
  [...new Set([...Object.keys(before), ...Object.keys(after)])].every(
    (name) => lists.has(name) || Object.is(Reflect.get(before, name), Reflect.get(after, name)),
  );
