/** Scores as they are written in tables and titles. A number comes as exact decimal text. */

const figure = '(\\d{1,6}(?:\\.\\d{1,4})?)';
const inBrackets = new RegExp(
  `[(（【[]\\s*(?:满分|共计?|总分|分值|本?[章节]?[^()（）]{0,4}?)\\s*[:：]?\\s*${figure}\\s*分\\s*[)）】\\]]`,
  'u',
);
const bare = new RegExp(`(?:满分|总分|共计?)\\s*[:：为]?\\s*${figure}\\s*分`, 'u');

/** `5`, `5分`, `（5 分）`, full-width figures too; undefined when it is no score. */
export function readScore(text: string): number | undefined {
  const found = new RegExp(`^[(]?${figure}\\s*分?[)]?$`, 'u').exec(text.normalize('NFKC').replace(/\s/gu, ''));
  return found?.[1] === undefined ? undefined : Number(found[1]);
}

/** The score that a title names, `组织管理（100分）`, and the title without it. */
export function takeScore(title: string): { readonly title: string; readonly score: number | undefined } {
  const plain = title.replace(/[０-９．]/gu, (character) => character.normalize('NFKC'));
  const found = inBrackets.exec(plain);
  if (found?.[1] !== undefined) {
    const without = (plain.slice(0, found.index) + plain.slice(found.index + found[0].length)).trim();
    return { title: without === '' ? title : without, score: Number(found[1]) };
  }
  const said = bare.exec(plain)?.[1];
  return { title, score: said === undefined ? undefined : Number(said) };
}

export const totalWords = /^(?:合计|总计|总分|总和|小计|累计)|(?:合计|小计|总分)$/u;
/** Whether a total is for what stands above it in the chapter or section only. */
export const isPartialTotal = (text: string): boolean => /小计|本[章节]/u.test(text);
