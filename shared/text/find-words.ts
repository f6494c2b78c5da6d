/** Where in a text a search found its words, to show it: spelled as search compares, but in the text's own characters. */

export interface Span {
  readonly start: number;
  /** Exclusive. */
  readonly end: number;
}

interface Folded {
  readonly tokens: readonly string[];
  readonly spans: readonly Span[];
}

const punctuation = '·';

/** Characters as search compares them: full-width forms and capitals made one, spaces left out, punctuation all alike. */
function fold(text: string): Folded {
  const tokens: string[] = [];
  const spans: Span[] = [];
  let start = 0;
  for (const character of text) {
    const end = start + character.length;
    for (const token of character.normalize('NFKC').toLowerCase()) {
      if (/[\p{L}\p{N}]/u.test(token)) {
        tokens.push(token);
        spans.push({ start, end });
      } else if (!/\s/u.test(token) && tokens.at(-1) !== punctuation) {
        tokens.push(punctuation);
        spans.push({ start, end });
      }
    }
    start = end;
  }
  return { tokens, spans };
}

/** All places of the words in one line of text, from left to right, none inside another. */
export function findWords(text: string, words: string): readonly Span[] {
  const wanted = fold(words).tokens;
  if (!wanted.some((token) => token !== punctuation)) return [];
  const { tokens, spans } = fold(text);
  const found: Span[] = [];
  for (let at = 0; at + wanted.length <= tokens.length; at++) {
    if (!wanted.every((token, index) => tokens[at + index] === token)) continue;
    const [first, last] = [spans[at], spans[at + wanted.length - 1]];
    if (first && last) found.push({ start: first.start, end: last.end });
    at += wanted.length - 1;
  }
  return found;
}

/** All places of any of these words, from left to right; where two overlap, the first, and of two at one place the longer. */
export function findAnyWords(text: string, variants: readonly string[]): readonly Span[] {
  const [only, ...others] = variants;
  if (only === undefined) return [];
  if (others.length === 0) return findWords(text, only);
  const found: Span[] = [];
  const all = variants.flatMap((words) => findWords(text, words));
  for (const span of all.toSorted((left, right) => left.start - right.start || right.end - left.end)) {
    if (span.start >= (found.at(-1)?.end ?? 0)) found.push(span);
  }
  return found;
}

const excerptLength = 60;
/** What stands before the words, so that they are read in their sentence. */
const leadLength = 20;

/**
 * The line of a text in which the words stand, cut to about 60 characters around them; its first line without them. Of
 * several names for one thing, the first that is there.
 */
export function excerptAround(text: string, variants: readonly string[]): string {
  for (const words of variants) {
    const at = text.indexOf(words);
    if (at < 0) continue;
    const start = text.lastIndexOf('\n', at) + 1;
    const end = text.indexOf('\n', at);
    return cut(text.slice(start, end < 0 ? undefined : end), at - start);
  }
  const lines = text.split('\n');
  for (const line of lines) {
    const [first] = findAnyWords(line, variants);
    if (first) return cut(line, first.start);
  }
  return cut(lines[0] ?? '', 0);
}

function cut(line: string, at: number): string {
  if (line.length <= excerptLength) return line;
  const start = Math.max(0, Math.min(at - leadLength, line.length - excerptLength));
  const end = start + excerptLength;
  return `${start > 0 ? '…' : ''}${line.slice(start, end)}${end < line.length ? '…' : ''}`;
}
