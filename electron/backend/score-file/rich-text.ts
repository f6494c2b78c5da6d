/** Text of a string item: plain or in formatted runs; without the phonetic runs that tell how to say it. */
export function collectText() {
  let collected = '';
  let isInText = false;
  let phonetic = 0;
  return {
    start(): void {
      collected = '';
    },
    open(name: string): void {
      if (name === 'rPh') phonetic++;
      isInText = name === 't' && phonetic === 0;
    },
    close(name: string): void {
      if (name === 'rPh') phonetic--;
      isInText = false;
    },
    add(text: string): void {
      if (isInText) collected += text;
    },
    take: (): string => unescape(collected),
  };
}

/** Characters that XML cannot hold are written `_x000D_` in workbooks. */
const unescape = (text: string): string =>
  text.includes('_x')
    ? text.replace(/_x([0-9A-F]{4})_/giu, (_match, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;
