import { readScore } from './amounts.ts';
import { parseCode } from './codes.ts';
import { takeMarks } from './marks.ts';
import type { Region } from './regions.ts';
import { ownCells } from './row-cells.ts';
import type { Role } from './roles.ts';
import { joinLines, keyOf } from './text.ts';

/** What a table of contacts, signatures or revisions calls its columns, and a standard does not. */
const elsewhere =
  /^(?:姓名|联系人|联系(?:方式|电话|地址)|(?:办公)?电话(?:号码)?|手机号?码?|邮箱|电子邮箱|职务|职称|(?:编制|编写|起草|制定|修订|审核|审定|审批|批准|复核|制表|填表|校对)(?:人|者|人员|人?签[名字])?|(?:修订|变更|修改|更改)(?:内容|日期|时间|记录|说明|原因|情况|摘要|次数|章节)|版本号?|版次|签名|签字|签章|盖章|(?:生效|发布|实施|批准|审核|编制)日期)$/u;
const beside = /^(?:序号|日期|时间|部门|科室|单位|所在(?:科室|部门|单位)|性别|地址|内容|说明|备注)$/u;

/** The first row speaks of persons or versions: these words of it. */
export function speaksOfElse({ rows: [first] }: Pick<Region, 'rows'>): string | undefined {
  const own = first ? ownCells(first) : [];
  const words = own.map(({ text }) => keyOf(text.slice(0, 40)).replace(/[:：].*$/u, ''));
  const foreign = words.filter((word) => elsewhere.test(word));
  if (own.length < 2 || foreign.length === 0) return undefined;
  const known = foreign.length + words.filter((word) => beside.test(word)).length;
  const hasCode = parseCode(own[0]?.text ?? '') !== undefined;
  return !hasCode && known * 2 >= own.length ? foreign.slice(0, 3).join('、') : undefined;
}

const lastColumn = (region: Region): number =>
  region.rows.reduce((last, { cells }) => Math.max(last, cells.at(-1)?.column ?? -1), -1);

/** As wide as the table before: of rows without texts in the last columns, at least not wider. */
export function hasSameColumns(region: Region, before: Region): boolean {
  const wide = Math.max(lastColumn(before), ...before.roles.keys());
  const own = lastColumn(region);
  return own <= wide && own >= Math.min(1, wide);
}

/** Rows that are enough to judge by. */
const judgedRows = 200;
/** Texts of one column may be so many times as long on one page as on another. */
const mostTimes = 4;

/** Whether the cells of a table look like those of the table that it would go on with. */
export function looksContinued(region: Region, root: Region): boolean {
  const { roles } = root;
  const own = columnsOf(region);
  const before = columnsOf(root);
  const columnsAs = (...wanted: readonly Role[]) =>
    [...roles].flatMap(([column, role]) => (wanted.includes(role) ? [column] : []));
  const scores = columnsAs('score').flatMap((column) => own.texts(column));
  if (!mostly(scores, (text) => readScore(text) !== undefined)) return false;
  const titles = columnsAs('title').flatMap((column) => own.texts(column));
  const codes = columnsAs('code').flatMap((column) => own.texts(column));
  const codesBefore = columnsAs('code').flatMap((column) => before.texts(column));
  const isCode = mostly(codesBefore, startsWithCode) ? startsWithCode : hasDigit;
  if (!mostly(codes, isCode)) return false;
  if (codes.some((text) => parseCode(bare(text))?.kind === 'dotted')) return true;
  // The rest of a clause has neither number nor title, or at most the rest of its title.
  if (codes.length === 0 && titles.length <= (codesBefore.length > 0 ? 1 : 0)) return true;
  if (codes.length === 0 && codesBefore.length * 2 > before.count) return false;
  return columnsAs('title', 'points', 'C', 'B', 'A').every((column) =>
    areAlike(own.texts(column), before.texts(column), before.count),
  );
}

const bare = (text: string): string => takeMarks(joinLines(text)).text;
const hasDigit = (text: string): boolean => /\d/u.test(text.normalize('NFKC'));
const startsWithCode = (text: string): boolean => parseCode(bare(text)) !== undefined;

const mostly = (texts: readonly string[], holds: (text: string) => boolean): boolean =>
  texts.filter(holds).length * 10 >= texts.length * 7;

/** A column that is filled before is filled here, with words if it held words, about as long. */
function areAlike(own: readonly string[], before: readonly string[], rowsBefore: number): boolean {
  if (before.length === 0) return true;
  if (own.length === 0) return before.length * 2 < rowsBefore;
  const isWording = (text: string) => /\p{Script=Han}/u.test(text);
  if (mostly(before, isWording) && !mostly(own, isWording)) return false;
  const times = meanLength(own) / meanLength(before);
  return times * mostTimes >= 1 && times <= mostTimes;
}

const meanLength = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0) / texts.length;

/** Texts by column; rows with one text only are headings or remarks, and say nothing of columns. */
function columnsOf({ rows }: Region) {
  const found = new Map<number, string[]>();
  const judged = rows.slice(0, judgedRows).flatMap((row) => {
    const own = ownCells(row);
    return own.length > 1 || row.cells.length === 1 ? [own] : [];
  });
  for (const { column, text } of judged.flat()) found.set(column, [...(found.get(column) ?? []), text]);
  return { count: judged.length, texts: (column: number): readonly string[] => found.get(column) ?? [] };
}
