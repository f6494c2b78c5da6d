import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { findAnyWords } from '../../../shared/text/find-words.ts';
import { withSynonyms } from '../../../shared/text/synonyms.ts';

/** What of a clause a search found, where its code and title do not show it. */
export interface WhyFound {
  readonly place: string;
  /** Begins shortly before the words: the list is narrow. */
  readonly text: string;
}

/** The titles that a clause stands under. */
export interface TitlesOver {
  readonly section: string;
  readonly chapter: string;
}

/** What stands before the words, so that they are read in their sentence. */
const leadLength = 4;

/** Undefined when the title says it, or when nothing that is at hand does: the words were pinyin initials. */
export function whyFound(
  { code, title, points }: Pick<Clause, 'code' | 'title' | 'points'>,
  { evidence }: Pick<ClauseState, 'evidence'>,
  over: TitlesOver | undefined,
  words: string,
): WhyFound | undefined {
  const variants = withSynonyms(words);
  if ([code, title].some((text) => findAnyWords(text, variants).length > 0)) return undefined;
  const places = [
    ...points.map(({ text }, index) => ({ place: `要点 ${index + 1}`, text })),
    ...evidence.map((each) => ({ place: '佐证', text: `${each.number} ${each.title}` })),
    { place: '本节', text: over?.section ?? '' },
    { place: '本章', text: over?.chapter ?? '' },
  ];
  for (const { place, text } of places) {
    const [first] = findAnyWords(text, variants);
    if (first) return { place, text: from(text, first.start - leadLength) };
  }
  return undefined;
}

const from = (text: string, at: number): string => (at > 0 ? `…${text.slice(at)}` : text);
