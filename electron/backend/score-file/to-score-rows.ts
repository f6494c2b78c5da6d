import type { Cell, CellRow, CellTable } from './cell-row.ts';
import { Unreadable } from './unreadable.ts';

const headerWords = {
  clause: ['条款', '条款编号'],
  tier: ['级别'],
  point: ['要点'],
  mark: ['判定'],
  grade: ['等级'],
  score: ['得分'],
  numerator: ['分子'],
  denominator: ['分母'],
  period: ['期间'],
  reason: ['理由'],
  note: ['说明'],
} as const;
type Column = keyof typeof headerWords;
const columns = Object.keys(headerWords) as readonly Column[];

/** One row of a score file, as it was typed. Empty text where a column or a cell is empty. */
export interface ScoreRow extends Readonly<Record<Column, string>> {
  /** As Excel counts: the header is row 1. */
  readonly row: number;
  /** The code was typed as a number in a workbook, where 1.10 reads 1.1. */
  readonly isClauseNumber: boolean;
  /** The period was typed as a number or a date in a workbook, where a date is a count of days. */
  readonly isPeriodNumber: boolean;
}

const headers: ReadonlyMap<string, Column> = new Map(
  columns.flatMap((column) => [column, ...headerWords[column]].map((word) => [word, column] as const)),
);

const expected = columns.map((column) => `${column}（${headerWords[column][0]}）`).join('、');

/** Finds the columns by the header in row 1 and refuses what it does not know, rather than leave a column unread. */
export function toScoreRows({ rows: table, uses1904 }: CellTable): readonly ScoreRow[] {
  const [header, ...body] = table;
  if (!header) throw new Unreadable('里面没有内容。');
  if (header.row !== 1) throw new Unreadable(`第 1 行是空的，应为列名：${expected}。`);
  const places = findColumns(header);
  const named = new Set(places.values());
  const rows = body.flatMap(({ row, cells }): readonly ScoreRow[] => {
    for (const [column, { text }] of cells) {
      if (!named.has(column) && text.trim() !== '') {
        throw new Unreadable(`第 ${row} 行第 ${column + 1} 列有内容，但这一列没有列名。请补上列名或删去内容。`);
      }
    }
    const cellOf = (column: Column): Cell | undefined => cells.get(places.get(column) ?? -1);
    const texts = columns.map((column) => {
      const cell = cellOf(column);
      const isOldDay = uses1904 && column === 'period' && cell?.isNumber === true;
      return [column, isOldDay ? since1900(asShown(cell)) : asShown(cell)] as const;
    });
    if (texts.every(([, text]) => text.trim() === '')) return [];
    return [
      {
        row,
        isClauseNumber: cellOf('clause')?.isNumber ?? false,
        isPeriodNumber: cellOf('period')?.isNumber ?? false,
        ...(Object.fromEntries(texts) as Record<Column, string>),
      },
    ];
  });
  if (rows.length === 0) throw new Unreadable('只有列名，没有数据行。');
  return rows;
}

/** A number as Excel shows it, in 15 digits: 4.1 stands in the file as 4.0999999999999996. */
function asShown(cell: Cell | undefined): string {
  if (!cell?.isNumber) return cell?.text ?? '';
  const value = Number(cell.text);
  return Number.isFinite(value) ? String(Number(value.toPrecision(15))) : cell.text;
}

/** The same day as Excel counts days elsewhere; a year or a month is no number of five digits. */
function since1900(text: string): string {
  const days = /^\d{5}(?:\.\d+)?$/u.test(text) ? Number(text) : undefined;
  return days === undefined ? text : String(days + daysBetween);
}
const daysBetween = 1462;

function findColumns(header: CellRow): ReadonlyMap<Column, number> {
  const places = new Map<Column, number>();
  for (const [place, { text }] of header.cells) {
    const name = text.normalize('NFKC').replace(/\s/gu, '').toLowerCase();
    if (name === '') continue;
    const column = headers.get(name);
    if (!column)
      throw new Unreadable(
        `第 1 行第 ${place + 1} 列的列名“${text.trim().slice(0, 30)}”认不出来。可用的列名：${expected}。`,
      );
    if (places.has(column)) throw new Unreadable(`第 1 行里“${text.trim()}”列出现了两次。`);
    places.set(column, place);
  }
  if (!places.has('clause')) throw new Unreadable(`第 1 行里没有 clause（条款）列。可用的列名：${expected}。`);
  return places;
}
