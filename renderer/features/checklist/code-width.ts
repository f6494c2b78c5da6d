import { clausesOf, type Standard } from '../../../shared/domain/standard/standard.ts';

/** What a character takes of a digit's width. */
const widthOf = (character: string): number =>
  /[.·]/.test(character) ? 0.5 : /[\u2e80-\u9fff\uff00-\uffef]/.test(character) ? 2 : /[A-Z]/.test(character) ? 1.3 : 1;

/** How wide a code is, in `ch`. */
export const textWidth = (code: string): number => [...code].reduce((sum, each) => sum + widthOf(each), 0);

/** How wide the longest code of a standard is, in `ch`. */
export const codeWidth = (standard: Pick<Standard, 'chapters'>): number =>
  Math.max(0, ...clausesOf(standard).map(({ code }) => textWidth(code)));
