import type { Tier } from '../../../../shared/domain/standard/standard.ts';
import { cleanText, joinLines } from './text.ts';

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
export function splitPoints(cell: string): readonly PointText[] {
  const text = cleanText(cell);
  const points: PointText[] = [];
  let tier: Tier | undefined;
  let from = 0;
  const take = (to: number) => {
    const part = text.slice(from, to).replace(climbing, '');
    points.push(...splitNumbered(part).map((point) => ({ tier, text: point })));
  };
  for (const mark of text.matchAll(tierMark)) {
    // “符合（C）要求” inside a sentence is no mark of its own.
    if (/(?:符合|达到|满足)\s*$/u.test(text.slice(0, mark.index))) continue;
    take(mark.index);
    tier = (mark[1] ?? mark[2])?.normalize('NFKC') as Tier;
    from = mark.index + mark[0].length;
  }
  take(text.length);
  return points;
}

export const hasTierMarks = (text: string): boolean => text.search(tierMark) >= 0;

const numberings: readonly RegExp[] = [
  /^\d{1,2}[.．、](?!\d)\s*/u,
  /^[0-9０-９]{1,2}[.．、](?![\d０-９])\s*/u,
  /^[(（]\d{1,2}[)）][.、]?\s*/u,
  /^\d{1,2}[)）]\s*/u,
  /^[①-⑳]\s*/u,
  /^[(（][一二三四五六七八九十]{1,3}[)）]\s*/u,
  /^[一二三四五六七八九十]{1,3}、\s*/u,
  /^[•·●■◆▪\-–—]\s*/u,
];
/** Numbers that go on within a line, `1.…；2.…；3.…`. */
const inline = /(?<=[。；;，,：:])\s*(?=\d{1,2}[.．、](?!\d)|[(（]\d{1,2}[)）])|\s*(?=[①-⑳])/u;

const isFinished = /[。；;！？!?：:.]["”）)]?$/u;

/** Lines of one numbering are points; lines of another one below it stay inside. Numbers themselves are left out. */
function splitNumbered(text: string): readonly string[] {
  const lines = cleanText(text)
    .split('\n')
    .flatMap(splitLine)
    .filter((line) => line !== '');
  const style =
    numberings.find((numbering) => lines[0] !== undefined && numbering.test(lines[0])) ??
    numberings.find((numbering) => lines.some((line) => numbering.test(line)));
  const points: string[] = [];
  for (const line of lines) {
    const before = points.at(-1);
    if (style) {
      if (style.test(line) || before === undefined) points.push(line.replace(style, ''));
      else points[points.length - 1] = continues(before, line);
    } else if (before === undefined || isFinished.test(before)) points.push(line);
    else points[points.length - 1] = joinLines(`${before}\n${line}`);
  }
  return points.map((point) => point.trim()).filter((point) => point !== '');
}

/** A line with a number of its own keeps its line. */
const continues = (before: string, line: string): string =>
  numberings.some((numbering) => numbering.test(line)) ? `${before}\n${line}` : joinTail(before, line);

function joinTail(before: string, line: string): string {
  const at = before.lastIndexOf('\n') + 1;
  return before.slice(0, at) + joinLines(`${before.slice(at)}\n${line}`);
}

/** Splits `1.…；2.…` only where the numbers count up from the line's own. */
function splitLine(line: string): readonly string[] {
  const parts = line.split(inline);
  const kept: string[] = [];
  for (const part of parts) {
    const [last, number] = [kept.at(-1), numberOf(part)];
    const follows = last !== undefined && number !== undefined && number === (numberOf(last) ?? NaN) + 1;
    if (last === undefined || follows) kept.push(part.trim());
    else kept[kept.length - 1] = `${last}${part}`;
  }
  return kept;
}

function numberOf(text: string): number | undefined {
  const found = /^[(（]?(\d{1,2})[.．、)）]|^([①-⑳])/u.exec(text.trim());
  if (found?.[1] !== undefined) return Number(found[1]);
  return found?.[2] === undefined ? undefined : found[2].charCodeAt(0) - 0x245f;
}

/** Whether a cell at the top of a page goes on with the sentence of the page before. */
export const goesOn = (before: string, text: string): boolean =>
  !isFinished.test(before) && !numberings.some((numbering) => numbering.test(text)) && !hasTierMarks(text);
