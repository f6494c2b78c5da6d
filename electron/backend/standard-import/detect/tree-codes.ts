import type { ProblemList } from '../problem-list.ts';
import type { ParsedCode } from './codes.ts';
import type { ClauseEntry, Entry } from './entries.ts';
import { excerpt } from './text.ts';
import { segmentsOf } from './tree-headings.ts';

/** Gives every chapter, section and clause a code of its own: the file's where it has one. */
export function createCodes(entries: readonly Entry[], problems: ProblemList) {
  const clauses = entries.filter((entry) => entry.kind === 'clause');
  const dotted = clauses.flatMap(({ code }) => (code?.kind === 'dotted' ? [code.code] : []));
  const dottedCodes = new Set(dotted);
  /** Numbers that clauses or headings lay claim to; a chapter without a number takes none of them. */
  const claimed = new Set([
    ...dotted.map((code) => segmentsOf(code, 1)),
    ...entries.flatMap((entry) => (entry.kind === 'heading' && entry.code ? [segmentsOf(entry.code.code, 1)] : [])),
  ]);
  const plain = clauses.flatMap(({ code }) => (code?.kind === 'plain' ? [code.code] : []));
  /** One count through the whole standard needs nothing before it. */
  const keepsPlain = plain.length === clauses.length && new Set(plain).size === plain.length;

  const chapters = new Set<string>();
  const sections = new Set<string>();
  const places = new Map<string, string>();
  const counts = new Map<string, number>();

  const free = (wish: string, taken: { has(code: string): boolean }): string => {
    let code = wish;
    for (let next = counts.get(`-${wish}`) ?? 2; taken.has(code); next++) {
      code = `${wish}-${next}`;
      counts.set(`-${wish}`, next);
    }
    return code;
  };
  const nextChapter = (isPrerequisite: boolean): string => {
    let next = isPrerequisite && claimed.size > 0 ? 0 : chapters.size + 1;
    while (chapters.has(String(next)) || claimed.has(String(next))) next++;
    return String(next);
  };

  return {
    chapter(wish: string | undefined, isPrerequisite: boolean): string {
      const isTaken = wish === undefined || (chapters.has(wish) && /^\d+$/u.test(wish));
      const code = isTaken ? nextChapter(isPrerequisite) : free(wish, chapters);
      chapters.add(code);
      return code;
    },
    /** `ordinal` counts the sections of the chapter from 1. */
    section(wish: string | undefined, chapter: string, ordinal: number, given: ParsedCode | undefined): string {
      const number = given && given.kind !== 'other' && given.kind !== 'dotted' ? given.code : String(ordinal);
      const code = free(wish ?? `${chapter}.${number}`, sections);
      sections.add(code);
      return code;
    },
    clause({ code, codeWhere, title }: ClauseEntry, section: string): string {
      if (!code) {
        let made = '';
        do {
          const next = (counts.get(section) ?? 0) + 1;
          counts.set(section, next);
          made = `${section}.${next}`;
        } while (places.has(made) || dottedCodes.has(made));
        places.set(made, codeWhere);
        problems.warning('没有编号的条款', codeWhere, `条款“${excerpt(title)}”没有编号，已编为 ${made}。`);
        return made;
      }
      const isWhole = code.kind === 'dotted' || code.kind === 'other' || (code.kind === 'plain' && keepsPlain);
      const wish = isWhole ? code.code : `${section}.${code.code}`;
      const before = places.get(wish);
      const made = free(wish, places);
      if (before !== undefined) {
        problems.error('重复的编号', codeWhere, `编号 ${wish} 与 ${before} 重复，暂记为 ${made}。请改正编号后再导入。`);
      }
      places.set(made, codeWhere);
      return made;
    },
  };
}
