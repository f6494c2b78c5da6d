import type { Tier } from '../../../../shared/domain/standard/standard.ts';
import { cleanText, joinAll, keyOf } from './text.ts';

export interface PointText {
  /** Undefined where no 【C】 or the like was said. */
  readonly tier: Tier | undefined;
  readonly text: string;
}

const tierMark =
  /[【[〔(（［]\s*([CBAＣＢＡ])\s*(?:级|款|条款|类|档)?\s*[】\]〕)）］]\s*[:：]?|(?<=^|\n)\s*([CBAＣＢＡ])\s*(?:级|款|条款|档)?\s*[:：、.．]/gu;
/** 符合“C”，并 — what every B begins with says nothing of its own. */
const climbing =
  /^\s*(?:达到|符合|满足)\s*[“"「『〝']?\s*[CBＣＢ]\s*[”"」』〞']?\s*(?:级|款|条款|标准)?的?(?:要求|标准|条件)?\s*[，,、]?\s*(?:并且?|且|同时|还应)?\s*[：:，,。.]?\s*/u;

/** The points in a cell, by tier marks, then by the numbers that lines begin with, else by finished sentences. */
export const splitPoints = (cell: string): readonly PointText[] =>
  splitTiers(cleanText(cell)).flatMap(({ tier, text }) =>
    splitNumbered(text.replace(climbing, '')).map((point) => ({ tier, text: point })),
  );

/** The same cell as it reads in the file, with marks, numbers and lines, in pieces that begin where a mark or number does. */
export const splitWording = (cell: string): readonly PointText[] =>
  splitTiers(cleanText(cell)).flatMap(({ tier, mark, text }) =>
    piecesOf(`${mark}${text}`).map((piece) => ({ tier, text: piece })),
  );

function splitTiers(text: string): readonly (PointText & { readonly mark: string })[] {
  const parts: (PointText & { readonly mark: string })[] = [];
  let open: { readonly tier: Tier | undefined; readonly mark: string } = { tier: undefined, mark: '' };
  let from = 0;
  for (const mark of hasTierMarks(text) ? text.matchAll(tierMark) : []) {
    // “符合（C）要求” inside a sentence is no mark of its own.
    if (/(?:符合|达到|满足)\s*$/u.test(text.slice(Math.max(0, mark.index - 4), mark.index))) continue;
    parts.push({ ...open, text: text.slice(from, mark.index) });
    open = { tier: (mark[1] ?? mark[2])?.normalize('NFKC') as Tier, mark: mark[0] };
    from = mark.index + mark[0].length;
  }
  return [...parts, { ...open, text: text.slice(from) }];
}

/** 【B】符合“C”，并 leads in what comes below it, and lines without a number go on with the one above. */
function piecesOf(text: string): readonly string[] {
  const pieces: string[][] = [];
  for (const line of text.split('\n')) {
    const open = pieces.at(-1);
    if (line.trim() === '') continue;
    if (open && (!isNumbered(line) || isBareTier(open.join('')))) open.push(line);
    else pieces.push([line]);
  }
  return pieces.map((lines) => lines.join('\n').trim());
}

/** The parts of a text that is numbered from its beginning, ①…；②…; none when it has fewer than two. */
export function listedIn(cell: string): readonly string[] {
  const [head = ''] = cleanText(cell).split('\n', 1);
  if (!startsList.test(head) || hasTierMarks(cell)) return [];
  const items = splitPoints(cell).map(({ text }) => text);
  return items.length > 1 ? items : [];
}

const startsList = /^(?:[①-⑳]|[(（]?[1１][.．、)）](?![\d０-９]))/u;

/** A cell that says the grade only: 【C】, 【B】符合“C”，并 */
export const isBareTier = (text: string): boolean => text.length <= longestBareTier && bareTier(text) !== undefined;

const longestBareTier = 40;
const bareLetter = /^[【[〔(（［]?\s*([CBAＣＢＡ])\s*[】\]〕)）］]?\s*(?:级|款|条款|类|档)?\s*[:：、.．]?/u;

/** The grade of such a cell. */
export function bareTier(text: string): Tier | undefined {
  const line = cleanText(text).replaceAll('\n', '');
  const mark = bareLetter.exec(line);
  if (!mark?.[1] || line.slice(mark[0].length).replace(climbing, '').trim() !== '') return undefined;
  return mark[1].normalize('NFKC') as Tier;
}

/** The same of a cell of the column 等级: C, C 级, 合格. */
export function readTier(text: string): Tier | undefined {
  const bare = bareTier(text);
  if (bare) return bare;
  const key = keyOf(text).replace(/[^CBA合格良好优秀]/gu, '');
  if (key.startsWith('C') || key === '合格') return 'C';
  if (key.startsWith('B') || key === '良好') return 'B';
  return key.startsWith('A') || key === '优秀' ? 'A' : undefined;
}

export const hasTierMarks = (text: string): boolean => /[CBAＣＢＡ]/u.test(text) && text.search(tierMark) >= 0;

const numberings: readonly RegExp[] = [
  /^\d{1,3}[.．、](?!\d)\s*/u,
  /^[0-9０-９]{1,3}[.．、](?![\d０-９])\s*/u,
  /^[(（]\d{1,3}[)）][.、]?\s*/u,
  /^\d{1,3}[)）]\s*/u,
  /^[①-⑳]\s*/u,
  /^[(（][一二三四五六七八九十]{1,3}[)）]\s*/u,
  /^[一二三四五六七八九十]{1,3}、\s*/u,
  /^[•·●■◆▪\-–—]\s*/u,
];
/** One look at the first character spares most lines the eight. */
const mayBeNumbered = /^[\d０-９(（①-⑳一二三四五六七八九十•·●■◆▪\-–—]/u;
/** Numbers that go on within a line, `1.…；2.…；3.…`. */
const inline = /(?<=[。；;，,：:])\s*(?=\d{1,3}[.．、](?!\d)|[(（]\d{1,3}[)）])|\s*(?=[①-⑳])/u;

const isFinished = /[。；;！？!?：:.]["”）)]?$/u;

/** Lines of one numbering are points; lines of another one below it stay inside. Numbers themselves are left out. */
function splitNumbered(text: string): readonly string[] {
  const lines = text
    .split('\n')
    .flatMap((line) => splitLine(line.trim()))
    .filter((line) => line !== '');
  const [only] = lines;
  if (only !== undefined && lines.length === 1) return [withoutNumber(only).trim()].filter((point) => point !== '');
  const candidates = lines.filter((line) => mayBeNumbered.test(line));
  const style =
    numberings.find((numbering) => lines[0] !== undefined && numbering.test(lines[0])) ??
    numberings.find((numbering) => candidates.some((line) => numbering.test(line)));
  const points: string[][] = [];
  const numbers = new Set(candidates.map(numberOf));
  for (const line of lines) {
    const open = points.at(-1);
    const last = open?.at(-1);
    const begins = style ? style.test(line) && isCounted(line, numbers) : last !== undefined && isFinished.test(last);
    if (open && !begins) open.push(line);
    else points.push([style && begins ? line.replace(style, '') : line]);
  }
  return points.map(asPoint).filter((point) => point !== '');
}

/** The same of a line alone, as most are: no neighbour says that a hundred is a number. */
function withoutNumber(line: string): string {
  const style = mayBeNumbered.test(line) ? numberings.find((numbering) => numbering.test(line)) : undefined;
  return style && (numberOf(line) ?? 0) < 100 ? line.replace(style, '') : line;
}

/** A hundred or more is the number of a point only where its neighbour is one; else it is a figure: 120、急救. */
function isCounted(line: string, numbers: ReadonlySet<number | undefined>): boolean {
  const own = numberOf(line) ?? 0;
  return own < 100 || numbers.has(own - 1) || numbers.has(own + 1);
}

/** A line with a number of its own keeps its line; the others are one sentence. */
function asPoint(lines: readonly string[]): string {
  const parts: string[][] = [];
  for (const line of lines) {
    const open = parts.at(-1);
    if (open && !isNumbered(line)) open.push(line);
    else parts.push([line]);
  }
  return parts.map(joinAll).join('\n').trim();
}

const isNumbered = (line: string): boolean =>
  mayBeNumbered.test(line) && numberings.some((numbering) => numbering.test(line));

/** `1.甲;2.乙` */
const shortestInline = 5;

/** Splits `1.…；2.…` only where the numbers count up from the line's own. */
function splitLine(line: string): readonly string[] {
  if (line.length < shortestInline) return [line];
  const parts = line.split(inline);
  if (parts.length === 1) return parts;
  const kept: string[][] = [];
  let number: number | undefined;
  for (const part of parts) {
    const own = numberOf(part);
    const open = kept.at(-1);
    if (open && !(own !== undefined && own === (number ?? Number.NaN) + 1)) open.push(part);
    else {
      kept.push([part]);
      number = own;
    }
  }
  return kept.map((pieces) => pieces.join('').trim());
}

function numberOf(text: string): number | undefined {
  const found = /^[(（]?([\d０-９]{1,3})[.．、)）]|^([①-⑳])/u.exec(text.trim());
  if (found?.[1] !== undefined) return Number(found[1].normalize('NFKC'));
  return found?.[2] === undefined ? undefined : found[2].charCodeAt(0) - 0x245f;
}

/** Whether a cell at the top of a page goes on with the sentence of the page before. */
export const goesOn = (before: string, text: string): boolean =>
  !isFinished.test(before) && !isNumbered(text) && !hasTierMarks(text);

/** Whether a line of the cell begins with a number. */
export const hasNumbers = (text: string): boolean => cleanText(text).split('\n').some(isNumbered);
