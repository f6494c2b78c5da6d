import { indexOf, type Key, type NodeKind, type WorkPack } from './work-pack.ts';
import { countingOf, numeral, type Counting } from './numerals.ts';

/** As the pack format has it: letters, digits, dots and strokes, not at the ends. */
const wellFormed = /^[\p{L}\p{N}](?:[\p{L}\p{N}._-]*[\p{L}\p{N}])?$/u;
const longest = 40;

export type CodeFault = 'empty' | 'malformed' | 'too-long' | 'taken';

export function codesOf(work: WorkPack, kind: NodeKind): ReadonlySet<string> {
  const index = indexOf(work);
  switch (kind) {
    case 'clause':
      return new Set([...index.clauses.values()].map(({ clause }) => clause.code));
    case 'section':
      return new Set([...index.sections.values()].map(({ section }) => section.code));
    case 'chapter':
      return new Set([...index.chapters.values()].map(({ code }) => code));
  }
}

/** What is wrong with giving this code to the node. */
export function codeFault(work: WorkPack, kind: NodeKind, key: Key, code: string): CodeFault | undefined {
  if (code === '') return 'empty';
  if (!wellFormed.test(code)) return 'malformed';
  if (code.length > longest) return 'too-long';
  return ownerOf(work, kind, code, key) === undefined ? undefined : 'taken';
}

/** Another node of the kind with this code. */
export function ownerOf(work: WorkPack, kind: NodeKind, code: string, except?: Key): Key | undefined {
  const index = indexOf(work);
  const nodes: Iterable<{ readonly key: Key; readonly code: string }> =
    kind === 'clause'
      ? [...index.clauses.values()].map(({ clause }) => clause)
      : kind === 'section'
        ? [...index.sections.values()].map(({ section }) => section)
        : index.chapters.values();
  for (const node of nodes) if (node.code === code && node.key !== except) return node.key;
  return undefined;
}

/** What a code counts with: `1.1.` and the 3 of `1.1.3`. Undefined for a code that ends in no number. */
export function lastCount(code: string): { readonly before: string; readonly counting: Counting } | undefined {
  const [, before = '', last = ''] =
    /^(.*?)(\d{1,9}|[一二三四五六七八九十]+|(?<![\p{L}\p{N}])[A-Za-z])$/su.exec(code) ?? [];
  const counting = countingOf(last);
  return counting && { before, counting };
}

/** The next code after this one that is free. */
export function codeAfter(code: string, taken: ReadonlySet<string>): string {
  const last = lastCount(code) ?? { before: `${code}-`, counting: { style: 'digits', width: 1, value: 1 } as const };
  for (let value = last.counting.value + 1; ; value++) {
    const next = numeral({ ...last.counting, value });
    if (next === undefined) return codeAfter(`${code}-1`, taken);
    if (!taken.has(last.before + next)) return last.before + next;
  }
}

/** The part of a child's code after its parent's; undefined when it does not go on from that. */
export function tailOf(child: string, parent: string): string | undefined {
  if (parent === '' || child.length <= parent.length || !child.startsWith(parent)) return undefined;
  const tail = child.slice(parent.length);
  return /^\d/.test(tail) && /\d$/.test(parent) ? undefined : tail;
}

/** The first code under a parent, in the manner in which others of its kind go on from theirs. */
function firstCodeUnder(
  parent: string,
  others: Iterable<readonly [parent: string, child: string]>,
  taken: ReadonlySet<string>,
): string {
  let manner = '.1';
  for (const [other, child] of others) {
    const tail = tailOf(child, other);
    if (tail === undefined) continue;
    manner = tail
      .replaceAll(/\d+/g, (digits) => '1'.padStart(digits.length, '0'))
      .replaceAll(/[一二三四五六七八九十]+/g, '一');
    break;
  }
  const first = parent + manner;
  return taken.has(first) ? codeAfter(first, taken) : first;
}

const sectionClauses = (work: WorkPack) =>
  [...indexOf(work).clauses.values()].map(({ section, clause }) => [section.code, clause.code] as const);
const chapterSections = (work: WorkPack) =>
  [...indexOf(work).sections.values()].map(({ chapter, section }) => [chapter.code, section.code] as const);

/** The next free code for a clause of this section, after `neighbour` if it has one. */
export const freeClauseCode = (work: WorkPack, section: string, neighbour: string | undefined): string =>
  neighbour === undefined
    ? firstCodeUnder(section, sectionClauses(work), codesOf(work, 'clause'))
    : codeAfter(neighbour, codesOf(work, 'clause'));

export const freeSectionCode = (work: WorkPack, chapter: string, neighbour: string | undefined): string =>
  neighbour === undefined
    ? firstCodeUnder(chapter, chapterSections(work), codesOf(work, 'section'))
    : codeAfter(neighbour, codesOf(work, 'section'));

export const freeChapterCode = (work: WorkPack, neighbour: string | undefined): string => {
  const taken = codesOf(work, 'chapter');
  return neighbour === undefined ? (taken.has('1') ? codeAfter('1', taken) : '1') : codeAfter(neighbour, taken);
};
