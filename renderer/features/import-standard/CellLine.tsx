import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { withHeader } from './corrections.ts';
import { cellLabel, regionAt, regionsOf, takesHeader } from './draft-regions.ts';
import { useCorrections, useImport } from './import-context.ts';
import { rowUse, type RowUse } from './source-index.ts';
import { rowNumbered } from './source-pages.ts';

const rowWords: Readonly<Record<RowUse, string>> = {
  title: '表头以上',
  header: '表头',
  heading: '章、节',
  clause: '条款',
  point: '条款的内容',
  unused: '没有用到',
};

const beginWords = (row: number, isText: true | undefined): string =>
  isText ? `第 ${row} 段和它以前的不是条款` : `第 ${row} 行是表头，按它识别各列`;

/** The chosen cell in full, as above a spreadsheet, and what can be said of its row. */
export function CellLine({ table }: { table: number }) {
  const { work, view, draft, index } = useImport();
  const { corrections, correct } = useCorrections();
  const cell = useStore(view, (state) => state.cell);
  const code = useStore(view, (state) => state.code);
  const pages = useStore(work, (state) => state.pages);
  if (cell?.table !== table) return <p className="cell-line cell-line-none">选中一格，看它的全文和由它得到的条款。</p>;
  const row = rowNumbered(pages, table, cell.row);
  const text = row?.cells.find(({ column }) => column === cell.column)?.text ?? '';
  const region = regionAt(regionsOf(draft, table), cell.row);
  const { isText } = draft.sources[table] ?? {};
  const canBeHeader = region !== undefined && takesHeader(region) && region.headerRow !== cell.row;
  return (
    <div className="cell-line">
      <b>{isText ? `第 ${cell.row} 段` : cellLabel(cell.row, cell.column, draft.format)}</b>
      <p tabIndex={text.length > 60 ? 0 : undefined} aria-label="这一格的全文" role="note">
        {text}
      </p>
      <small>{row && (code === undefined ? rowWords[rowUse(index, table, row)] : `条款 ${code}`)}</small>
      {region && (
        <Button
          disabled={!canBeHeader}
          title={canBeHeader ? beginWords(cell.row, isText) : '这一行已是表头，或不在表的第一段里'}
          onClick={() => correct(withHeader(corrections, region.id, cell.row))}
        >
          {isText ? '条款在此之后' : '设为表头'}
        </Button>
      )}
    </div>
  );
}
