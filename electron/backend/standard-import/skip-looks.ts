/** Elements that say nothing about contents, and where one of them may begin. */
export interface Looks {
  readonly patterns: readonly RegExp[];
  readonly begins: readonly string[];
}

/** Empty cells and rows that stand there for their format only, as `<c r="B2" s="4"/>`. */
export const emptyCells: Looks = {
  patterns: [
    /<(?:x:)?c\s+r="[A-Z]+\d+"(?:\s+[\w:]+="[^"<>]*")*\s*(?:\/>|><\/(?:x:)?c>)/gu,
    /<(?:x:)?row\s+r="\d+"(?:\s+[\w:]+="[^"<>]*")*\s*(?:\/>|>\s*<\/(?:x:)?row>)/gu,
  ],
  begins: ['<row', '<x:row'],
};

/** Fonts and colours of a run of text in a document: often more than half of it. */
export const runProperties: Looks = {
  patterns: [/<w:rPr>(?:<w:\w+(?:\s+[\w:]+="[^"<>]*")*\s*\/>)*<\/w:rPr>/gu],
  begins: ['<w:rPr'],
};

/** What is longer than this goes on as it comes. */
const longest = 1024 * 1024;

/**
 * Takes out of a part's XML what is only looks: a sheet that was formatted down to its last row has millions of such
 * elements around three used rows. Inside comments and CDATA nothing may be touched, so one of them ends the skipping.
 */
export async function* skipLooks(
  chunks: AsyncIterable<Buffer>,
  { patterns, begins }: Looks,
  onSkip: () => void = () => undefined,
): AsyncGenerator<Buffer> {
  let kept = '';
  let mayTouch: boolean | undefined;
  for await (const chunk of chunks) {
    mayTouch ??= chunk[0] !== 0xff && chunk[0] !== 0xfe; // UTF-16
    // Byte by byte: no part of a Chinese character looks like an angle bracket in UTF-8.
    let text = kept + chunk.toString('latin1');
    kept = '';
    if (mayTouch && text.includes('<!')) mayTouch = false;
    if (mayTouch) {
      // Cut where an element begins, so that none is seen in two halves.
      const end = Math.max(...begins.map((begin) => text.lastIndexOf(begin)));
      if (end > 0 && text.length - end < longest) {
        kept = text.slice(end);
        text = text.slice(0, end);
      }
      const before = text.length;
      for (const pattern of patterns) text = text.replace(pattern, '');
      if (text.length !== before) onSkip();
    }
    if (text !== '') yield Buffer.from(text, 'latin1');
  }
  if (kept !== '') yield Buffer.from(kept, 'latin1');
}
