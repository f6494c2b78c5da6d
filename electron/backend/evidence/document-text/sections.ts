import type { DocumentText, TextBlock, TextSection } from '../../../../shared/contract/evidence.ts';
import type { DocumentRead } from '../../standard-import/docx-source.ts';
import type { Paragraph, SourceRow, SourceTable } from '../../standard-import/source.ts';
import type { TablesRead } from '../../standard-import/xlsx-source.ts';

/** Far more than anybody reads beside a checklist; the page stays quick with it. */
const mostCharacters = 200_000;
const mostCells = 20_000;

/** A document is one section: paragraphs and tables in their order. */
export function documentSections({ tables, after }: Pick<DocumentRead, 'tables' | 'after'>): readonly TextSection[] {
  const blocks = [
    ...tables.flatMap((table) => [...table.before.map(paragraph), tableOf(table.rows)]),
    ...after.map(paragraph),
  ];
  return [{ name: '', blocks }];
}

/** The sheets, rows and columns that Excel shows. */
export const workbookSections = ({ tables }: Pick<TablesRead, 'tables'>): readonly TextSection[] =>
  tables
    .filter(({ hidden }) => !hidden)
    .map(({ name, rows }: SourceTable) => ({ name, blocks: [tableOf(rows.filter(({ hidden }) => !hidden))] }));

const paragraph = ({ text, level }: Paragraph): TextBlock => ({
  kind: 'paragraph',
  text,
  isHeading: level !== undefined,
});

/** Columns that are empty in every row are left out; of a merged cell only its first has the text. */
function tableOf(rows: readonly SourceRow[]): TextBlock {
  const own = rows.map(({ cells }) => cells.filter(({ from, hidden }) => from === undefined && !hidden));
  const columns = [...new Set(own.flat().map(({ column }) => column))].toSorted((left, right) => left - right);
  const places = new Map(columns.map((column, at) => [column, at]));
  return {
    kind: 'table',
    rows: own
      .filter((cells) => cells.length > 0)
      .map((cells) => {
        const row = columns.map(() => '');
        for (const { column, text } of cells) row[places.get(column) ?? 0] = text;
        return row;
      }),
  };
}

/** As much as can be shown, from the beginning. */
export function cutText(sections: readonly TextSection[], wasCut: boolean): DocumentText {
  let [characters, cells] = [mostCharacters, mostCells];
  let isCut = false; // from here on nothing is taken
  const take = (texts: readonly string[]): boolean => {
    characters -= texts.reduce((sum, { length }) => sum + length, 0);
    cells -= texts.length;
    if (characters < 0 || cells < 0) isCut = true;
    return !isCut;
  };
  const cut = sections.map(({ name, blocks }) => ({
    name,
    blocks: blocks.flatMap((block): TextBlock[] => {
      if (isCut) return [];
      if (block.kind === 'paragraph') return take([block.text]) ? [block] : [];
      const rows = block.rows.filter((row) => take(row));
      return rows.length > 0 ? [{ kind: 'table', rows }] : [];
    }),
  }));
  return { sections: cut.filter(({ blocks }) => blocks.length > 0), isCut: isCut || wasCut };
}
