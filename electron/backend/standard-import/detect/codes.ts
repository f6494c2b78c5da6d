/**
 * How a heading or clause is numbered. `part` 第一部分, `chapter` 第一章, `section` 第一节, `han` 一、, `hanParen` （一）,
 * `dotted` 1.1, `plain` 1. or 1、, `paren` （1） or ①, `other` anything else that stands in a column of codes.
 */
export type CodeKind = 'part' | 'chapter' | 'section' | 'han' | 'hanParen' | 'dotted' | 'plain' | 'paren' | 'other';

export interface ParsedCode {
  readonly kind: CodeKind;
  /** In plain characters: `1.2.3`, `3` for 第三章. */
  readonly code: string;
  /** How many numbers a dotted code has; 1 for the others. */
  readonly depth: number;
  /** What follows it. */
  readonly rest: string;
  /** As the file writes it, 第三部分; of parts and chapters only. */
  readonly label?: string;
}

const han = '[一二三四五六七八九十百零〇两]';
const digit = '[0-9０-９]';
const number = `(?:${han}+|${digit}+)`;
const patterns: readonly (readonly [CodeKind, RegExp])[] = [
  ['part', new RegExp(`^第\\s*(${number})\\s*(?:部分|篇|编|部)[、:：.．\\s]*`, 'u')],
  ['chapter', new RegExp(`^第\\s*(${number})\\s*章[、:：.．\\s]*`, 'u')],
  ['section', new RegExp(`^第\\s*(${number})\\s*(?:节|条|款|项)[、:：.．\\s]*`, 'u')],
  ['dotted', new RegExp(`^([A-Za-z]?${digit}+(?:[.．]${digit}+)+)[.．]?(?!${digit}|[%％])[、:：\\s]*`, 'u')],
  ['dotted', new RegExp(`^(${digit}+(?:[-－]${digit}+)+)(?!${digit})[.．、:：\\s]*`, 'u')],
  ['han', new RegExp(`^(${han}+)[、.．:：]\\s*`, 'u')],
  ['hanParen', new RegExp(`^[(（]\\s*(${han}+)\\s*[)）][、.．:：\\s]*`, 'u')],
  ['plain', new RegExp(`^(${digit}{1,4})(?:[、.．:：](?!${digit})\\s*|\\s+|$)`, 'u')],
  ['paren', new RegExp(`^[(（]\\s*(${digit}{1,3})\\s*[)）][、.．:：\\s]*`, 'u')],
  ['paren', /^([①-⑳])\s*/u],
];

/** The number that a text begins with; undefined when it begins with none. */
export function parseCode(text: string): ParsedCode | undefined {
  const trimmed = text.trim();
  for (const [kind, pattern] of patterns) {
    const found = pattern.exec(trimmed);
    if (!found?.[1]) continue;
    const rest = trimmed.slice(found[0].length);
    const plain = found[1].normalize('NFKC');
    if (kind === 'dotted') {
      const segments = plain.split(/[.-]/u);
      return { kind, code: plain.toUpperCase(), depth: segments.length, rest };
    }
    const hasLabel = kind === 'part' || kind === 'chapter';
    const label = found[0].replace(/\s/gu, '').replace(/[、:：.．]+$/u, '');
    return { kind, code: String(arabic(plain)), depth: 1, rest, ...(hasLabel && { label }) };
  }
  return undefined;
}

/** A whole cell of a column of codes: also what follows no pattern, such as `YA-01`. */
export function parseCodeCell(text: string): ParsedCode | undefined {
  const bare = bareHan.exec(text.trim())?.[0];
  if (bare !== undefined) return { kind: 'han', code: String(arabic(bare)), depth: 1, rest: '' };
  const parsed = parseCode(text);
  if (parsed && (parsed.rest === '' || parsed.kind !== 'plain')) return parsed;
  const code = text
    .normalize('NFKC')
    .trim()
    .replace(/[^\p{L}\p{N}._-]+/gu, '-')
    .replace(/^[._-]+|[._-]+$/gu, '');
  return code === '' || code.length > 40 ? undefined : { kind: 'other', code, depth: 1, rest: '' };
}

/** 一 alone in a cell, without the 、 that it has before a title. */
const bareHan = /^[一二三四五六七八九十]{1,3}$/u;

const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};

/** 十二 → 12, 二〇 → 20, 一百零三 → 103; figures stay. */
export function arabic(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  if (!/[十百]/u.test(text)) return Number(Array.from(text, (character) => digits[character] ?? '').join(''));
  let total = 0;
  let current = 0;
  for (const character of text) {
    if (character === '百') {
      total += (current || 1) * 100;
      current = 0;
    } else if (character === '十') {
      total += (current || 1) * 10;
      current = 0;
    } else current = digits[character] ?? 0;
  }
  return total + current;
}

/** Where a heading stands among others: a smaller one is further out. */
export function rankOf({ kind, depth }: Pick<ParsedCode, 'kind' | 'depth'>): number {
  const ranks: Readonly<Record<Exclude<CodeKind, 'dotted'>, number>> = {
    // Where a part has chapters it is folded into them, else it is one.
    part: 0,
    chapter: 0,
    section: 1,
    han: 2,
    hanParen: 3,
    plain: 4,
    other: 4,
    paren: 5.5,
  };
  return kind === 'dotted' ? 3 + depth : ranks[kind];
}
