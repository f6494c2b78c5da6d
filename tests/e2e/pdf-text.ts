import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Words as `readPdf` gives them: without spaces, whose place is the layout's affair, and each character in one form. */
export const inPdf = (words: string): string => words.normalize('NFKC').replace(/\s/gu, '');

/** The text of each page, and how high its smallest letters are, in points. */
export async function readPdf(bytes: Uint8Array): Promise<readonly { text: string; smallest: number }[]> {
  const document = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  const pages: { text: string; smallest: number }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const { items } = await (await document.getPage(number)).getTextContent();
    const pieces = items.flatMap((item) => ('str' in item && item.str.trim() !== '' ? [item] : []));
    pages.push({
      text: inPdf(pieces.map(({ str }) => str).join('')),
      smallest: Math.min(...pieces.map(({ height }) => height)),
    });
  }
  await document.destroy();
  return pages;
}
