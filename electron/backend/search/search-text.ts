/** Stands for punctuation between words; a letter no text contains, since the tokenizer passes over punctuation itself. */
const boundary = 'ǁ';

/**
 * How text is searched: one token per character, so that two-character words such as 院感 are found, and a phrase of
 * such tokens for what is looked up. Punctuation is a token too, so that no phrase reaches across it; spaces do not
 * matter, and one mark of punctuation is as good as another. So nothing needs to be checked afterwards.
 */
export function toTokens(text: string): string {
  const tokens: string[] = [];
  for (const character of normalise(text)) {
    if (/[\p{L}\p{N}]/u.test(character)) tokens.push(character);
    else if (!/\s/u.test(character) || character === '\n') {
      if (tokens.at(-1) !== boundary) tokens.push(boundary);
    }
  }
  return tokens.join(' ');
}

/** Full-width forms, capitals and compatibility characters made one. */
export const normalise = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Only letters and digits can be pinyin initials. */
export const isInitials = (text: string): boolean => /^[a-z0-9]+$/.test(text);

/** The first letters of each character's pinyin: 手卫生 → `sws`. */
export type InitialsOf = (text: string) => string;

/** The dictionary is large, so it is loaded when first needed. */
export async function loadInitials(): Promise<InitialsOf> {
  const { pinyin } = await import('pinyin-pro');
  return (text) =>
    pinyin(normalise(text), { pattern: 'first', toneType: 'none', type: 'array' })
      .join('')
      .replace(/[^a-z0-9]/gu, '');
}
