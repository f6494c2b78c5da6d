import { useEffect, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { LinkEnd, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { Meter } from '../../ui/Meter.tsx';
import { keyOf, percentOf } from './link-rows.ts';
import '../../ui/rows.css';

interface LinkTableProps {
  readonly table: RefObject<HTMLDivElement | null>;
  readonly titles: readonly [string, string];
  readonly rows: readonly LinkSuggestion[];
  readonly cursor: number;
  readonly onCursor: (row: number) => void;
}

const [rowHeight, headHeight] = [32, 28];
const rowId = (at: number) => `link-row-${at}`;

/** A pair a row. The keyboard stays on the table; its row is pointed at by id. */
export function LinkTable({ table, titles, rows, cursor, onCursor }: LinkTableProps) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => table.current,
    estimateSize: () => rowHeight,
    scrollMargin: headHeight,
    scrollPaddingStart: headHeight,
    scrollPaddingEnd: rowHeight,
    overscan: 10,
  });
  useEffect(() => {
    if (cursor < rows.length) virtual.scrollToIndex(cursor);
  }, [cursor, rows.length, virtual]);
  const drawn = virtual.getVirtualItems();
  const [left, right] = titles;
  return (
    <div
      ref={table}
      className="rows link-table"
      role="grid"
      aria-label="相像的条款"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={drawn.some(({ index }) => index === cursor) ? rowId(cursor) : undefined}
      tabIndex={0}
      data-testid="link-table"
    >
      <div role="row" aria-rowindex={1} className="row-head link-row link-head">
        <span role="columnheader" className="ellipsis" title={left}>
          {left}
        </span>
        <span role="columnheader">相似度</span>
        <span role="columnheader" className="ellipsis" title={right}>
          {right}
        </span>
      </div>
      <div role="presentation" className="rows-canvas" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index, start }) => {
          const link = rows[index];
          if (!link) return null;
          const percent = percentOf(link);
          return (
            <div
              key={keyOf(link)}
              id={rowId(index)}
              role="row"
              aria-rowindex={index + 2}
              aria-selected={index === cursor}
              className="row link-row"
              style={{ transform: `translateY(${start - headHeight}px)` }}
              onClick={() => onCursor(index)}
              data-testid="link-row"
              data-state={link.state}
            >
              <End end={link.clause} />
              <span role="gridcell" className="link-likeness">
                <Meter percent={percent} tone={link.state === 'dismissed' ? 'muted' : 'accent'} />
                <span>{percent}%</span>
              </span>
              <End end={link.other} />
            </div>
          );
        })}
      </div>
    </div>
  );
}

const End = ({ end }: { end: LinkEnd }) => (
  <span role="gridcell" className="link-end" title={`${end.code} ${end.title}`}>
    <span className="code">{end.code}</span>
    <span className="ellipsis">{end.title}</span>
  </span>
);
