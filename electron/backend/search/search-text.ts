/**
 * How text is searched: one token per character, so that two-character words such as 院感 are found, and a phrase of
 * such tokens for what is looked up. Punctuation is no token; hits are verified against the text afterwards.
 */
export function toTokens(text: string): string {
  return [...normalise(text)].filter((character) => /[\p{L}\p{N}]/u.test(character)).join(' ');
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
