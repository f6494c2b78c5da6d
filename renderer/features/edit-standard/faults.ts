import type { PackFault } from '../../../shared/contract/own-standard.ts';
import { inFormWords } from '../../../shared/text/pack-words.ts';
import { indexOf, type Key, type WorkPack } from './edit/work-pack.ts';

/** Where in the editor something is: a chapter, section or clause, the head of the standard, or its targets. */
export type Spot = Key | 'head' | 'targets';

export interface LocatedFault {
  readonly spot: Spot;
  readonly message: string;
}

/** Codes stand before a space; what follows is ours. */
const named = (message: string, pattern: RegExp): string | undefined => pattern.exec(message)?.[1];

export function locateFaults(work: WorkPack, faults: readonly PackFault[]): readonly LocatedFault[] {
  const { clauses, sections, chapters } = indexOf(work);
  const firstOf = (nodes: Iterable<{ readonly key: Key; readonly code: string }>) => {
    const keys = new Map<string, Key>();
    for (const { key, code } of nodes) if (!keys.has(code)) keys.set(code, key);
    return keys;
  };
  const keys = {
    clause: firstOf([...clauses.values()].map(({ clause }) => clause)),
    section: firstOf([...sections.values()].map(({ section }) => section)),
    chapter: firstOf(chapters.values()),
  };
  const spotOf = ({ code, message }: PackFault): Spot => {
    if (code !== undefined) return keys.clause.get(code) ?? 'head';
    const section = named(message, /^节(?:编号)? (\S+) /u);
    const chapter = named(message, /^章(?:编号)? (\S+) /u);
    if (section !== undefined) return keys.section.get(section) ?? 'head';
    if (chapter !== undefined) return keys.chapter.get(chapter) ?? 'head';
    return /^(?:目标|范围|scoring|targets|scopes)/u.test(message) ? 'targets' : 'head';
  };
  return faults.map((fault) => ({ spot: spotOf(fault), message: inFormWords(fault.message) }));
}
