import { TextDecoder } from 'node:util';
import { SaxesParser } from 'saxes';
import { fileOf, Unreadable, type OfficeProgram } from './unreadable.ts';

/** Names come without their namespace prefix: `x:row` and `row` are the same to a reader of workbooks. */
export interface XmlHandler {
  open?(name: string, attributes: Readonly<Record<string, string>>): void;
  close?(name: string): void;
  text?(text: string): void;
}

const brokenFor = (program: OfficeProgram): string =>
  `${fileOf[program]}里的内容已损坏。请在 ${program} 里打开后另存，或重新复制一份。`;

/** Office programs stay far below a hundred. */
const maxDepth = 1000;

/** Reads XML as it streams by. A document type is refused: with it come entities, and with those attacks. */
export async function parseXml(
  chunks: AsyncIterable<Buffer>,
  handler: XmlHandler,
  program: OfficeProgram = 'Excel',
): Promise<void> {
  const broken = brokenFor(program);
  const parser = new SaxesParser({ xmlns: false, position: false });
  let depth = 0;
  parser.on('doctype', () => {
    throw new Unreadable(`${fileOf[program]}里带有 DOCTYPE，不像是 ${program} 写的，已拒绝。`);
  });
  parser.on('opentag', ({ name, attributes }) => {
    if (++depth > maxDepth) throw new Unreadable(broken);
    handler.open?.(localName(name), withLocalNames(attributes));
  });
  parser.on('closetag', ({ name }) => {
    depth--;
    handler.close?.(localName(name));
  });
  parser.on('text', (text) => handler.text?.(text));
  parser.on('cdata', (text) => handler.text?.(text));

  let decoder: TextDecoder | undefined;
  for await (const chunk of chunks) {
    decoder ??= decoderFor(chunk);
    feed(parser, decoder, chunk, broken);
  }
  feed(parser, decoder ?? new TextDecoder(), undefined, broken);
}

function feed(parser: SaxesParser, decoder: TextDecoder, chunk: Buffer | undefined, broken: string): void {
  let text: string;
  try {
    text = chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode();
  } catch (cause) {
    throw new Unreadable(broken, { cause });
  }
  try {
    parser.write(text);
    if (!chunk) parser.close();
  } catch (cause) {
    // saxes throws plain errors; anything else comes from a handler.
    throw cause instanceof Error && cause.constructor === Error ? new Unreadable(broken, { cause }) : cause;
  }
}

function decoderFor(chunk: Buffer): TextDecoder {
  const [first, second] = chunk;
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding, { fatal: true });
}

const localName = (name: string): string => name.slice(name.indexOf(':') + 1);

function withLocalNames(attributes: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  let hasPrefix = false;
  for (const name in attributes) hasPrefix ||= name.includes(':');
  if (!hasPrefix) return attributes;
  const local: Record<string, string> = {};
  for (const name in attributes) local[localName(name)] = attributes[name] ?? '';
  return local;
}
