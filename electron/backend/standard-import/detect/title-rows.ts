import type { SourceCell } from '../source.ts';
import { parseCode, rankOf, type ParsedCode } from './codes.ts';
import type { Region } from './regions.ts';
import { ownCells } from './row-cells.ts';
import { joinLines, keyOf } from './text.ts';

/** A line above a header that opens a chapter or section. */
export interface TitleHeading {
  readonly text: string;
  readonly code: ParsedCode;
  readonly row: number;
  readonly column: number;
}

export const longestHeading = 120;
/** `单位：`, `填表日期：2025-03-01` */
const formField = /^[^:：\d]{1,10}[:：]/u;
const instructions = /填(?:表|报|写)|须知|注意事项|(?:编制|使用)说明|^本(?:表|标准|细则|办法|清单)/u;
/** `3 月份`, `2 级`: a figure, no number. */
const countedWords = /^(?:[年月日号级类档个项份次分%％]|季度)/u;

/** Chapters and sections that the rows above a header name. Numbered lines of one kind are a list, no headings. */
export function titleHeadings({ titles }: Pick<Region, 'titles'>): readonly TitleHeading[] {
  const found = titles.flatMap((row): TitleHeading[] => {
    const own = ownCells(row).filter(({ text }) => parseCode(text) !== undefined || !formField.test(text.trim()));
    const [first] = own;
    const text = lineOf(own);
    const code = text === undefined ? undefined : parseCode(text);
    return first && text !== undefined && code && isHeading(text, code)
      ? [{ text, code, row: row.row, column: first.column }]
      : [];
  });
  const levelOf = (code: ParsedCode) => (code.kind === 'part' ? 'part' : rankOf(code));
  const ofLevel = (code: ParsedCode) => found.filter((one) => levelOf(one.code) === levelOf(code)).length;
  return found.filter(({ code }) => ofLevel(code) === 1);
}

/** The text that stands alone in a row, or a number and its title in two cells. */
function lineOf([first, second, ...others]: readonly SourceCell[]): string | undefined {
  if (!first || others.length > 0) return undefined;
  const text = joinLines(first.text);
  if (!second) return text;
  const title = joinLines(second.text);
  return parseCode(text)?.rest === '' && !parseCode(title) ? `${text} ${title}` : undefined;
}

function isHeading(text: string, { kind, code, rest }: ParsedCode): boolean {
  if (text.length > longestHeading || /[。；;]$/u.test(text) || instructions.test(rest)) return false;
  if (kind === 'part' || kind === 'chapter' || kind === 'section') return true;
  if (!/\p{Script=Han}/u.test(rest)) return false;
  if (kind === 'han' || kind === 'hanParen') return true;
  const isNumber = kind === 'plain' || kind === 'dotted';
  return isNumber && !countedWords.test(rest) && Number.parseInt(code, 10) <= 99;
}

/** Whether a sheet says itself in which chapter it stands, so that its name is none. */
export function hasOwnChapter(region: Region): boolean {
  const { roles, rows, table } = region;
  if ([...roles.values()].includes('chapter')) return true;
  const headings = titleHeadings(region);
  const inRows = rows.slice(0, 3).some((row) => {
    const own = ownCells(row);
    return own.length === 1 && /^第.{1,3}[章部篇]/u.test(joinLines(own[0]?.text ?? ''));
  });
  return inRows || headings.some(({ code }) => isChapter(code, region, keyOf(table.name)));
}

/** 第七章 is one; `3 患者安全` when the sheet is called so, or its codes begin with 3. */
function isChapter({ kind, code, rest }: ParsedCode, { roles, rows }: Region, sheet: string): boolean {
  if (kind === 'part' || kind === 'chapter') return true;
  if (kind !== 'plain' && kind !== 'han') return false;
  if (keyOf(rest) === sheet) return true;
  const column = [...roles].find(([, role]) => role === 'code')?.[0] ?? 0;
  const first = rows
    .flatMap((row) => ownCells(row).filter((cell) => cell.column === column))
    .map(({ text }) => parseCode(joinLines(text)))
    .find((found) => found?.kind === 'dotted');
  return first?.code.split(/[.-]/u)[0] === code;
}
