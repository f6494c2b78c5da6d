import { findAnyWords } from '../../../shared/text/find-words.ts';
import { withSynonyms } from '../../../shared/text/synonyms.ts';

export interface Piece {
  /** Where it begins in the text: pieces are told apart by it. */
  readonly at: number;
  readonly text: string;
  readonly isHit: boolean;
}

/** A text in pieces, those that were looked for — by this name or another — told from those between them. */
export function markWords(text: string, words: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  const add = (end: number, isHit: boolean): void => {
    if (end > at) pieces.push({ at, text: text.slice(at, end), isHit });
    at = Math.max(at, end);
  };
  for (const { start, end } of findAnyWords(text, withSynonyms(words))) {
    add(start, false);
    add(end, true);
  }
  add(text.length, false);
  return pieces;
}
