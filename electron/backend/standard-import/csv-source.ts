import { delimiters, readCsv } from '../score-file/read-csv.ts';
import { Unreadable } from '../score-file/unreadable.ts';
import { createBudget, limits } from './limits.ts';
import type { SourceTable } from './source.ts';

/** A text as one table. Above the header there may be titles without any delimiter. */
export function readCsvSource(text: string): SourceTable {
  const budget = createBudget();
  const rows = readCsv(text, delimiterOf(text)).map(({ row, cells }) => {
    budget.spend('rows', 1);
    return {
      row,
      cells: [...cells].flatMap(([column, { text: shown }]) => {
        if (shown.trim() === '' || column >= limits.columns) return [];
        if (shown.length > limits.cellCharacters) {
          throw new Unreadable(`第 ${row} 行第 ${column + 1} 列超过 ${limits.cellCharacters} 个字。请拆开后再导入。`);
        }
        budget.spend('cells', 1);
        budget.spend('characters', shown.length);
        return [{ column, text: shown, kind: 'text' as const }];
      }),
    };
  });
  return { name: 'CSV', format: 'csv', hidden: false, before: [], rows: rows.filter(({ cells }) => cells.length > 0) };
}

/** The delimiter that most of the first lines have, outside quotes. */
function delimiterOf(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/gu, '')
    .split(/\r\n|\n|\r/u)
    .slice(0, 100);
  const counts = delimiters.map((delimiter) => lines.filter((line) => line.includes(delimiter)).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
