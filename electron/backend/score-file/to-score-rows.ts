import type { CellRow } from './cell-row.ts';
import { Unreadable } from './unreadable.ts';

/** One row of a score file, as it was typed. Empty text where a column or a cell is empty. */
export interface ScoreRow {
  /** As Excel counts: the header is row 1. */
  readonly row: number;
  readonly clause: string;
  /** The code was typed as a number in a workbook, where 1.10 reads 1.1. */
  readonly isClauseNumber: boolean;
  readonly tier: string;
  readonly point: string;
  readonly mark: string;
  readonly grade: string;
  readonly reason: string;
  readonly note: string;
}

const columns = ['clause', 'tier', 'point', 'mark', 'grade', 'reason', 'note'] as const;
type Column = (typeof columns)[number];

const headers: ReadonlyMap<string, Column> = new Map<string, Column>([
  ...columns.map((column): [string, Column] => [column, column]),
  ['条款', 'clause'],
  ['条款编号', 'clause'],
  ['级别', 'tier'],
  ['要点', 'point'],
  ['判定', 'mark'],
  ['等级', 'grade'],
  ['理由', 'reason'],
  ['说明', 'note'],
]);

const expected =
  'clause（条款）、tier（级别）、point（要点）、mark（判定）、grade（等级）、reason（理由）、note（说明）';

/** Finds the columns by the header in row 1 and refuses what it does not know, rather than leave a column unread. */
export function toScoreRows(table: readonly CellRow[]): readonly ScoreRow[] {
  const [header, ...body] = table;
  if (!header) throw new Unreadable('里面没有内容。');
  if (header.row !== 1) throw new Unreadable(`第 1 行是空的，应为列名：${expected}。`);
  const places = findColumns(header);
  const named = new Set(places.values());
  const rows = body.flatMap(({ row, cells }) => {
    for (const [column, { text }] of cells) {
      if (!named.has(column) && text.trim() !== '') {
        throw new Unreadable(`第 ${row} 行第 ${column + 1} 列有内容，但这一列没有列名。请补上列名或删去内容。`);
      }
    }
    const textOf = (column: Column): string => cells.get(places.get(column) ?? -1)?.text ?? '';
    if (columns.every((column) => textOf(column).trim() === '')) return [];
    return [
      {
        row,
        clause: textOf('clause'),
        isClauseNumber: cells.get(places.get('clause') ?? -1)?.isNumber ?? false,
        tier: textOf('tier'),
        point: textOf('point'),
        mark: textOf('mark'),
        grade: textOf('grade'),
        reason: textOf('reason'),
        note: textOf('note'),
      },
    ];
  });
  if (rows.length === 0) throw new Unreadable('只有列名，没有数据行。');
  return rows;
}

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
