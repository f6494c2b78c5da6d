import { Unreadable } from '../score-file/unreadable.ts';

/**
 * A standard of 1,000 clauses has about 20,000 rows, 150,000 cells and a million characters. What is far above that is
 * not a standard, and is refused before it costs memory.
 */
export const limits = {
  /** Pictures in a document count. */
  fileBytes: 32 * 1024 * 1024,
  /** Of text files, line ends inside cells counted. */
  lines: 250_000,
  delimitersInLine: 5000,
  textBytes: 16 * 1024 * 1024,
  /** Of YAML; the largest built-in standard has 150,000. */
  lexemes: 400_000,
  /** What one file's parts may hold together once the parser sees them. */
  xmlBytes: 32 * 1024 * 1024,
  rows: 50_000,
  cells: 250_000,
  characters: 8_000_000,
  sharedStrings: 250_000,
  sheets: 200,
  tables: 1000,
  paragraphs: 50_000,
  /** Those inside of tables too. */
  documentParagraphs: 250_000,
  /** Of running text, line breaks inside paragraphs counted. */
  textLines: 60_000,
  merges: 50_000,
  columns: 200,
  /** The most that Excel keeps in a cell. */
  cellCharacters: 32_767,
  styles: 70_000,
  /** The largest built-in standard has 700. */
  clauses: 5000,
  headings: 5000,
  totals: 300,
  /** Parts of one sheet with a header of their own. */
  regions: 200,
  /** What the pack format allows in a list. */
  listItems: 500,
} as const;

/** Zipped files: a million empty but formatted rows unpack to 110 MB, and are skipped. */
export const packageLimits = {
  entries: 5000,
  entryBytes: 192 * 1024 * 1024,
  totalBytes: 512 * 1024 * 1024,
  ratio: 200,
} as const;

/** Counts what is taken in from a file, over all its sheets or tables. */
export function createBudget() {
  const { rows, cells, characters, xmlBytes } = limits;
  const left: Record<'rows' | 'cells' | 'characters' | 'xmlBytes', number> = { rows, cells, characters, xmlBytes };
  return {
    spend(what: keyof typeof left, amount: number): void {
      left[what] -= amount;
      if (left[what] < 0) throw new Unreadable('内容太多，不像是一份标准。请只留下标准的表格，另存后再导入。');
    },
  };
}
export type Budget = ReturnType<typeof createBudget>;

/** Passes a part on to the parser as long as the budget lasts. */
export async function* within(chunks: AsyncIterable<Buffer>, budget: Budget): AsyncGenerator<Buffer> {
  for await (const chunk of chunks) {
    budget.spend('xmlBytes', chunk.length);
    yield chunk;
  }
}
