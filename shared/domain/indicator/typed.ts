/**
 * Text as typed by an input method in full-width mode, in plain characters. Only forms that mean the same are taken:
 * a superscript or a circled digit is not the digit.
 */
export const plainForms = (text: string): string =>
  text
    .replaceAll(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('∶', ':')
    .replaceAll('。', '.')
    .replaceAll(/[\s\u3000]/g, '');
