import { useRef, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';

interface RowTableProps<Row> {
  readonly label: string;
  readonly heads: readonly string[];
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** A `RowCell` for each head. */
  readonly renderRow: (row: Row) => ReactNode;
  readonly className: string;
  readonly empty: string;
}

const rowHeight = 30;

/** Text that may be cut off is there in whole when it is pointed at. */
export const RowCell = ({ children }: { readonly children?: ReactNode }) => (
  <span role="cell" className="ellipsis" title={typeof children === 'string' ? children : undefined}>
    {children}
  </span>
);

/** Many rows under one head, as many as fit drawn. */
export function RowTable<Row>({ label, heads, rows, keyOf, renderRow, className, empty }: RowTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 8,
    scrollMargin: rowHeight,
  });
  return (
    <div
      ref={scroller}
      className={`row-table ${className}`}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
      tabIndex={0}
    >
      <div role="rowgroup" className="row-table-head">
        <div role="row" className="row-line">
          {heads.map((head) => (
            <span key={head} role="columnheader">
              {head}
            </span>
          ))}
        </div>
      </div>
      <div role="rowgroup" className="row-table-body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return (
            row !== undefined && (
              <div
                key={keyOf(row)}
                role="row"
                aria-rowindex={index + 2}
                className="row-line"
                style={{ transform: `translateY(${start - rowHeight}px)` }}
              >
                {renderRow(row)}
              </div>
            )
          );
        })}
      </div>
      {rows.length === 0 && <p className="row-table-empty">{empty}</p>}
    </div>
  );
}
