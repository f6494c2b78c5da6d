import { markWords } from './mark-words.ts';

/** A text with the words that were looked for marked in it. */
export const Marked = ({ text, words }: { text: string; words: string }) =>
  words === ''
    ? text
    : markWords(text, words).map(({ at, text: piece, isHit }) =>
        isHit ? <mark key={at}>{piece}</mark> : <span key={at}>{piece}</span>,
      );
