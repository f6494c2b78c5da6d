export interface Piece {
  /** Where it begins in the text: pieces are told apart by it. */
  readonly at: number;
  readonly text: string;
  readonly isCommon: boolean;
}

/** Words that join others: they are common to everything. */
const joining = /[的和与及或等并、，。；：（）()\s]/u;

/** Neighbouring characters of the texts, within a phrase. */
export function phrasesOf(texts: readonly string[]): ReadonlySet<string> {
  const phrases = new Set<string>();
  for (const text of texts) for (const { pair } of pairsOf(text)) phrases.add(pair);
  return phrases;
}

/** A text in pieces: what the other side says too, told from what it does not. */
export function markCommon(text: string, others: ReadonlySet<string>): readonly Piece[] {
  const isCommon = new Set<number>();
  for (const { at, pair } of pairsOf(text)) {
    if (others.has(pair)) isCommon.add(at).add(at + 1);
  }
  const pieces: Piece[] = [];
  let start = 0;
  for (let at = 1; at <= text.length; at++) {
    if (at < text.length && isCommon.has(at) === isCommon.has(start)) continue;
    pieces.push({ at: start, text: text.slice(start, at), isCommon: isCommon.has(start) });
    start = at;
  }
  return pieces.filter((piece) => piece.text !== '');
}

function* pairsOf(text: string): Generator<{ readonly at: number; readonly pair: string }> {
  for (let at = 0; at + 1 < text.length; at++) {
    const pair = text.slice(at, at + 2).toLowerCase();
    if (!joining.test(pair)) yield { at, pair };
  }
}
