import { Unreadable } from './unreadable.ts';

/** Text of a file from Excel, WPS or an editor: UTF-8 or UTF-16 by its mark, UTF-8 when it is valid, else GB18030. */
export function decodeText(bytes: Uint8Array): string {
  const text = decode(bytes);
  if (text.includes('\u0000')) throw new Unreadable('内容不是文本。请另存为 CSV 或 .xlsx 后再导入。');
  return text;
}

function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return strictly('utf-16le', bytes) ?? refuse();
  if (first === 0xfe && second === 0xff) return strictly('utf-16be', bytes) ?? refuse();
  return strictly('utf-8', bytes) ?? strictly('gb18030', bytes) ?? refuse();
}

/** Undefined when the bytes are not this encoding. A byte order mark is left out. */
function strictly(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch (cause) {
    if (cause instanceof TypeError) return undefined;
    throw cause;
  }
}

function refuse(): never {
  throw new Unreadable('文字编码认不出来。请另存为“CSV UTF-8”或 .xlsx 后再导入。');
}
