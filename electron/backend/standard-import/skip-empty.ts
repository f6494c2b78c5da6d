/** Empty cells and rows that stand there for their format only, as `<c r="B2" s="4"/>`. */
const emptyCell = /<(?:x:)?c\s+r="[A-Z]+\d+"(?:\s+[\w:]+="[^"<>]*")*\s*(?:\/>|><\/(?:x:)?c>)/gu;
const emptyRow = /<(?:x:)?row\s+r="\d+"(?:\s+[\w:]+="[^"<>]*")*\s*(?:\/>|>\s*<\/(?:x:)?row>)/gu;

/**
 * Takes out of a sheet's XML what holds no value: a sheet that was formatted down to its last row has millions of such
 * elements around three used rows. Inside comments and CDATA nothing may be touched, so one of them ends the skipping.
 */
export async function* skipEmpty(chunks: AsyncIterable<Buffer>, onSkip: () => void): AsyncGenerator<Buffer> {
  let kept = '';
  let mayTouch: boolean | undefined;
  for await (const chunk of chunks) {
    // Byte by byte: no part of a Chinese character looks like an angle bracket in UTF-8.
    mayTouch ??= chunk[0] !== 0xff && chunk[0] !== 0xfe;
    let text = kept + chunk.toString('latin1');
    kept = '';
    if (mayTouch && text.includes('<!')) mayTouch = false;
    if (mayTouch) {
      // Cut where an element begins, so that none is seen in two halves.
      const end = Math.max(text.lastIndexOf('<row'), text.lastIndexOf('<x:row'));
      if (end > 0 && text.length - end < longestRow) {
        kept = text.slice(end);
        text = text.slice(0, end);
      }
      const before = text.length;
      text = text.replace(emptyCell, '').replace(emptyRow, '');
      if (text.length !== before) onSkip();
    }
    if (text !== '') yield Buffer.from(text, 'latin1');
  }
  if (kept !== '') yield Buffer.from(kept, 'latin1');
}

/** A row longer than this goes on as it comes. */
const longestRow = 1024 * 1024;
