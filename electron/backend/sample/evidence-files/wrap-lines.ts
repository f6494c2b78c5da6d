/** Width of a character in ems: Latin letters, digits and signs are half as wide as Chinese ones. */
export const widthOf = (text: string): number =>
  Array.from(text).reduce((sum, character) => sum + (character.charCodeAt(0) < 0x7f ? 0.5 : 1), 0);

/** Punctuation that may not begin a line. */
const clinging = new Set('，。、；：？！）》”’%');

/** Breaks text into lines of at most `ems` Chinese characters; never empty. */
export function wrapLines(text: string, ems: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of text) {
    if (widthOf(line + character) > ems && !clinging.has(character)) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}
