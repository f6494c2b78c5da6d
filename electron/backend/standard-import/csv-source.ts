import { delimiters, readCsv } from '../score-file/read-csv.ts';
import { Unreadable } from '../score-file/unreadable.ts';
import { createBudget, limits } from './limits.ts';
import { createProblemList } from './problem-list.ts';
import { placeOf } from './source.ts';
import type { TablesRead } from './xlsx-source.ts';

const place = { name: 'CSV', format: 'csv' } as const;

/** A text as one table. Above the header there may be titles without any delimiter. */
export function readCsvSource(text: string): TablesRead {
  const budget = createBudget();
  const problems = createProblemList();
  const delimiter = delimiterOf(text);
  checkShape(text, delimiter);
  const rows = readCsv(text, delimiter).map(({ row, cells }) => {
    budget.spend('rows', 1);
    return {
      row,
      cells: [...cells].flatMap(([column, { text: shown }]) => {
        if (shown.trim() === '') return [];
        if (column >= limits.columns) {
          const message = `这一格在第 ${limits.columns} 列以外，没有读取。请把标准的表格移到前面的列。`;
          problems.warning('没有读取的单元格', placeOf(place, row, column), message);
          return [];
        }
        if (shown.length > limits.cellCharacters) {
          throw new Unreadable(`第 ${row} 行第 ${column + 1} 列超过 ${limits.cellCharacters} 个字。请拆开后再导入。`);
        }
        budget.spend('cells', 1);
        budget.spend('characters', shown.length);
        return [{ column, text: shown, kind: 'text' as const }];
      }),
    };
  });
  const table = { ...place, hidden: false, before: [], rows: rows.filter(({ cells }) => cells.length > 0) };
  return { tables: [table], problems: problems.list() };
}

/** What no table of people has is refused before the parser makes objects of it. */
function checkShape(text: string, delimiter: string): void {
  let lines = 0;
  let inLine = 0;
  for (const character of text) {
    if (character === '\n') {
      inLine = 0;
      if (++lines > limits.lines) throw new Unreadable('行数过多，不像是一份标准。请只留下标准的表格，另存后再导入。');
    } else if (character === delimiter && ++inLine > limits.delimitersInLine) {
      throw new Unreadable(`第 ${lines + 1} 行的列过多，不像是一份标准。请核对文件的分隔符。`);
    }
  }
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
