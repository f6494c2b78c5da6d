import { CsvError, parse } from 'csv-parse/sync';
import { maxCellCharacters, maxRows, type CellRow } from './cell-row.ts';
import { Unreadable } from './unreadable.ts';

export const delimiters = [',', ';', '\t'] as const;

/** Rows of a CSV text. A quoted line end stays in its cell, so a row number is the one Excel shows. */
export function readCsv(text: string, delimiter: string = delimiterOf(text)): readonly CellRow[] {
  const records = parseRecords(text, delimiter);
  if (records.length > maxRows) throw new Unreadable(`行数超过 ${maxRows}。请拆成几个文件。`);
  return records.flatMap((record, index) => {
    const cells = new Map(
      record.flatMap((cell, column) => (cell === '' ? [] : [[column, { text: cell, isNumber: false }] as const])),
    );
    return cells.size === 0 ? [] : [{ row: index + 1, cells }];
  });
}

function parseRecords(text: string, delimiter: string): readonly (readonly string[])[] {
  try {
    return parse(text, {
      delimiter,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_column_count: true,
      skip_empty_lines: false,
      max_record_size: 20 * maxCellCharacters,
      to: maxRows + 1,
    });
  } catch (cause) {
    if (!(cause instanceof CsvError)) throw cause;
    const line: unknown = cause['lines'];
    const where = typeof line === 'number' ? `第 ${line} 行` : '';
    const why = cause.code === 'CSV_MAX_RECORD_SIZE' ? '内容过长，或引号没有成对' : '引号没有成对';
    throw new Unreadable(`${where}${why}。请改正，或另存为 .xlsx 后再导入。`, { cause });
  }
}

/** The delimiter that occurs most in the first line, outside quotes. */
function delimiterOf(text: string): (typeof delimiters)[number] {
  const header = (/^(?:"[^"]*"|[^"\r\n])*/u.exec(text.slice(0, 10_000))?.[0] ?? '').replace(/"[^"]*"/gu, '');
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}
