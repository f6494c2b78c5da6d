/** A text as one line of a message: whatever breaks a line in a cell or a file name becomes one space. */
export const oneLine = (text: string): string => text.replace(/[\n\v\f\r\u0085\u2028\u2029]+/gu, ' ');
