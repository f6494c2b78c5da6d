import { codesOf } from './codes.ts';
import { numberInOrder, type Family } from './number-in-order.ts';
import { recode } from './recode.ts';
import { indexOf, kindOf, type Key, type NodeKind, type WorkPack } from './work-pack.ts';

export interface Renumbered {
  readonly key: Key;
  readonly kind: NodeKind;
  readonly title: string;
  readonly from: string;
  readonly to: string;
}

/**
 * What the codes of a section, a chapter or, without a key, the whole standard become when they follow the tree. The
 * section or chapter itself keeps its code.
 */
export function renumbering(work: WorkPack, key: Key | undefined): readonly Renumbered[] {
  const index = indexOf(work);
  const kind = key === undefined ? undefined : kindOf(work, key);
  const chapters = key === undefined ? work.chapters : [];
  const isInside = (chapter: Key, section?: Key) => key === undefined || chapter === key || section === key;
  const to = new Map<Key, string>();
  const number = (of: NodeKind, families: readonly Family[], before: readonly string[]) => {
    const moving = new Set(families.flatMap(({ children }) => children.map((child) => child.code)));
    const taken = new Set([...codesOf(work, of)].filter((code) => !moving.has(code)));
    for (const [child, code] of numberInOrder(families, taken, before)) to.set(child, code);
  };
  number('chapter', [{ from: '', to: '', children: chapters }], []);
  if (kind !== 'section') {
    const inside = work.chapters.filter((chapter) => isInside(chapter.key));
    number(
      'section',
      inside.map((chapter) => ({
        from: chapter.code,
        to: to.get(chapter.key) ?? chapter.code,
        children: chapter.sections,
      })),
      until([...index.sections.values()].map(({ section, chapter }) => [section.code, isInside(chapter.key)])),
    );
  }
  const sections = [...index.sections.values()].filter(({ section, chapter }) => isInside(chapter.key, section.key));
  number(
    'clause',
    sections.map(({ section }) => ({
      from: section.code,
      to: to.get(section.key) ?? section.code,
      children: section.clauses,
    })),
    until(
      [...index.clauses.values()].map(({ clause, section, chapter }) => [
        clause.code,
        isInside(chapter.key, section.key),
      ]),
    ),
  );
  const nodes: readonly { kind: NodeKind; node: { key: Key; code: string; title: string } }[] = work.chapters.flatMap(
    (chapter) => [
      { kind: 'chapter' as const, node: chapter },
      ...chapter.sections.flatMap((section) => [
        { kind: 'section' as const, node: section },
        ...section.clauses.map((clause) => ({ kind: 'clause' as const, node: clause })),
      ]),
    ],
  );
  return nodes.flatMap(({ kind: of, node }) => {
    const code = to.get(node.key);
    return code === undefined || code === node.code
      ? []
      : [{ key: node.key, kind: of, title: node.title, from: node.code, to: code }];
  });
}

/** The codes that stand before the first one inside. */
function until(codes: readonly (readonly [code: string, isInside: boolean])[]): readonly string[] {
  const first = codes.findIndex(([, isInside]) => isInside);
  return codes.slice(0, Math.max(first, 0)).map(([code]) => code);
}

export const renumber = (work: WorkPack, key: Key | undefined): WorkPack =>
  recode(work, new Map(renumbering(work, key).map((each) => [each.key, each.to])));
