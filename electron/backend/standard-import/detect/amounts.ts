/** Scores as they are written in tables and titles. A number comes as exact decimal text. */

const figure = '(\\d{1,6}(?:\\.\\d{1,4})?)';
const inBrackets = new RegExp(
  `[(（【[]\\s*(?:满分|共计?|总分|分值|本?[章节]?[^()（）]{0,4}?)\\s*[:：]?\\s*${figure}\\s*分\\s*[)）】\\]]`,
  'gu',
);
/** What may follow the brackets at the end of a title. */
const ending = /^\s*[:：。；;，,、]?\s*$/u;
const bare = new RegExp(`(?:满分|总分|共计?)\\s*[:：为]?\\s*${figure}\\s*分`, 'u');

const whole = new RegExp(`^[(]?${figure}\\s*分?[)]?$`, 'u');

/** `5`, `5分`, `（5 分）`, full-width figures too; undefined when it is no score. */
export function readScore(text: string): number | undefined {
  const found = whole.exec(text.normalize('NFKC').replace(/\s/gu, ''));
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/**
 * The score that a title ends with, `组织管理（100分）`, and the title without it. Scores inside a text belong to parts of
 * it, `有文件（5分）；有职责（5分）`, and stay.
 */
export function takeScore(title: string): { readonly title: string; readonly score: number | undefined } {
  const plain = title.replace(/[０-９．]/gu, (character) => character.normalize('NFKC'));
  const [found, ...others] = plain.matchAll(inBrackets);
  if (found?.[1] !== undefined) {
    const rest = plain.slice(found.index + found[0].length);
    if (others.length > 0 || !ending.test(rest)) return { title, score: undefined };
    const without = plain.slice(0, found.index).trim();
    return { title: without === '' ? title : without, score: Number(found[1]) };
  }
  const said = bare.exec(plain)?.[1];
  return { title, score: said === undefined ? undefined : Number(said) };
}

export const totalWords = /^(?:合计|总计|总分|总和|小计|累计)|(?:合计|小计|总分)$/u;
/** Whether a total is for what stands above it in the chapter or section only. */
export const isPartialTotal = (text: string): boolean => /小计|本[章节]/u.test(text);
/** Whether it is for the whole even where a total stands above it. */
export const isGrandTotal = (text: string): boolean => /^总|总计|总分/u.test(text);
