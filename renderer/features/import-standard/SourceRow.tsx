import { useStore } from 'zustand';
import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';
import { useImport } from './import-context.ts';
import { clauseAt, columnsOf, rowUse } from './source-index.ts';
import type { Cell } from './view-store.ts';

export const cellId = ({ table, row, column }: Cell): string => `source-${table}-${row}-${column}`;

interface SourceRowProps {
  /** Undefined while it is fetched. */
  readonly row: SourceTableRow | undefined;
  readonly table: number;
  readonly position: number;
  readonly columns: number;
  readonly offset: number;
  readonly chosenColumn: number | undefined;
  readonly onChoose: (position: number, row: number, column: number) => void;
}

export function SourceRow({ row, table, position, columns, offset, chosenColumn, onChoose }: SourceRowProps) {
  const { view, index } = useImport();
  const code = useStore(view, (state) => state.code);
  const place = { role: 'row', 'aria-rowindex': position + 2, style: { transform: `translateY(${offset}px)` } };
  if (!row) {
    return (
      <div {...place} className="source-line source-row source-waiting">
        <span role="rowheader" className="source-number" />
        <span role="gridcell">…</span>
      </div>
    );
  }
  const use = rowUse(index, table, row);
  const isHere = code !== undefined && clauseAt(index, { table, row: row.row, column: undefined }) === code;
  const marked = code === undefined ? undefined : columnsOf(index, table, row.row, code);
  const cells = new Map(row.cells.map((cell) => [cell.column, cell]));
  const isInClause = marked !== undefined && marked.size > 0;
  return (
    <div
      {...place}
      className={`source-line source-row source-${use}${isHere || isInClause ? ' source-here' : ''}`}
      data-row={row.row}
    >
      <span role="rowheader" className="source-number" title={use === 'unused' ? '没有用到' : undefined}>
        {row.row}
        {use === 'header' && <em>表头</em>}
      </span>
      {Array.from({ length: columns }, (_none, column) => {
        const cell = cells.get(column);
        const isSpread = cell?.merged && cells.get(column - 1)?.text === cell.text;
        const next = cells.get(column + 1);
        const marks = [
          cell && next?.merged && next.text === cell.text ? 'source-spreads' : '',
          isSpread ? 'source-spread' : '',
          cell?.merged ? 'source-merged' : '',
          cell?.kind === 'error' ? 'source-error' : '',
          cell?.kind === 'number' || cell?.kind === 'date' ? 'source-figure' : '',
          marked?.has(column) ? 'source-made' : '',
        ];
        return (
          <span
            key={column}
            id={cellId({ table, row: row.row, column })}
            role="gridcell"
            aria-selected={column === chosenColumn}
            className={marks.filter((mark) => mark !== '').join(' ') || undefined}
            title={cell && cell.text.length > 20 ? cell.text : undefined}
            onMouseDown={() => onChoose(position, row.row, column)}
          >
            {cell && !isSpread && <i>{cell.text}</i>}
          </span>
        );
      })}
    </div>
  );
}
