import { useEffect, useEffectEvent, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { columnWidths } from './column-widths.ts';
import { regionAt, regionsOf } from './draft-regions.ts';
import { useImport } from './import-context.ts';
import { moveInGrid } from './move-in-grid.ts';
import { SourceHead } from './SourceHead.tsx';
import { cellId, SourceRow } from './SourceRow.tsx';
import { pageKey, pageSize, rowAt } from './source-pages.ts';

const [rowHeight, headHeight, numberWidth] = [40, 54, 46];

/** Scrolls sideways just so far that a column is in sight beside the row numbers. */
function showColumn(scroller: HTMLElement, widths: readonly number[], column: number): void {
  const left = widths.slice(0, column).reduce((sum, width) => sum + width, 0);
  const right = left + (widths[column] ?? 0) - (scroller.clientWidth - numberWidth);
  if (scroller.scrollLeft > left) scroller.scrollLeft = left;
  else if (scroller.scrollLeft < right) scroller.scrollLeft = Math.min(left, right);
}

/** The rows of one table, as many as fit drawn. The keyboard stays on the grid; its cell is pointed at by id. */
export function SourceGrid({ table }: { table: number }) {
  const { work, view, draft, index } = useImport();
  const pages = useStore(work, (state) => state.pages);
  const chosen = useStore(view, (state) => state.cell);
  const reveal = useStore(view, (state) => state.revealSource);
  const [at, setAt] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const info = draft.sources[table];
  const { rows, columns } = { rows: info?.rows ?? 0, columns: info?.columns ?? 0 };
  const cell = chosen?.table === table ? chosen : undefined;
  const sample = pages.get(pageKey(table, 0));
  const widths = useMemo(() => columnWidths(sample ?? [], columns), [sample, columns]);
  const virtual = useVirtualizer({
    count: rows,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: rowHeight,
  });
  const drawn = virtual.getVirtualItems();
  const [first, last] = [drawn[0]?.index ?? 0, drawn.at(-1)?.index ?? 0];
  useEffect(
    () => work.getState().need(table, Math.max(0, first - pageSize / 4), Math.min(rows - 1, last + pageSize / 4)),
    [work, table, first, last, rows],
  );
  const showChosen = useEffectEvent(async () => {
    if (!cell) return;
    const there = await work.getState().locate(table, cell.row);
    setAt(there);
    const isNear = virtual.getVirtualItems().some((item) => item.index === there);
    virtual.scrollToIndex(there, { align: isNear ? 'auto' : 'center' });
  });
  // Only when asked for: what the user scrolled to stays.
  useEffect(() => void showChosen(), [reveal]);
  const shownColumn = cell?.column;
  useEffect(() => {
    if (shownColumn !== undefined && scroller.current) showColumn(scroller.current, widths, shownColumn);
  }, [shownColumn, reveal, widths]);

  const choose = (position: number, row: number, column: number) => {
    setAt(position);
    view.getState().chooseCell({ table, row, column }, index);
  };
  const press = (event: KeyboardEvent) => {
    if (event.target !== event.currentTarget || event.altKey) return;
    const next = moveInGrid(event, { row: at, column: cell?.column ?? 0 }, { rows, columns }, drawn.length - 6);
    if (!next) return;
    event.preventDefault();
    virtual.scrollToIndex(next.row);
    void work
      .getState()
      .rowAt(table, next.row)
      .then((row) => row && choose(next.row, row.row, next.column));
  };
  const firstRow = rowAt(pages, table, first)?.row;
  const region = regionAt(regionsOf(draft, table), cell?.row ?? firstRow ?? 1);
  return (
    <div
      ref={scroller}
      className="source-grid"
      role="grid"
      aria-label={`原表 ${info?.name ?? ''}`}
      aria-rowcount={rows + 1}
      aria-colcount={columns + 1}
      aria-activedescendant={cell && drawn.some((item) => item.index === at) ? cellId(cell) : undefined}
      tabIndex={0}
      data-testid="source-grid"
      style={{ '--source-columns': widths.map((width) => `${width}px`).join(' ') } as Record<string, string>}
      onKeyDown={press}
    >
      <SourceHead region={region} columns={columns} />
      <div role="rowgroup" className="source-canvas" style={{ height: virtual.getTotalSize() }}>
        {drawn.map((item) => (
          <SourceRow
            key={item.key}
            row={rowAt(pages, table, item.index)}
            table={table}
            position={item.index}
            columns={columns}
            offset={item.start - headHeight}
            chosenColumn={cell && item.index === at ? cell.column : undefined}
            onChoose={choose}
          />
        ))}
      </div>
    </div>
  );
}
