import { useEffect, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { EditionName } from '../../../shared/contract/edition.ts';
import type { ClauseName } from '../../../shared/domain/edition/compare-editions.ts';
import { editionText } from '../../../shared/text/edition.ts';
import { kindWords, leftWords, resultWords, type MoveRow } from './move-rows.ts';
import '../../ui/rows.css';

interface MoveTableProps {
  readonly rows: readonly MoveRow[];
  readonly names: readonly [EditionName, EditionName];
  readonly cursor: number;
  readonly onCursor: (row: number) => void;
  readonly leave: ReadonlySet<string>;
  readonly onToggle: (code: string) => void;
  readonly scroller: RefObject<HTMLDivElement | null>;
}

const rowHeight = 30;
const rowId = (at: number) => `move-row-${at}`;

/** A clause a row. The keyboard stays on the table; its row is pointed at by id. */
export function MoveTable({ rows, names, cursor, onCursor, leave, onToggle, scroller }: MoveTableProps) {
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    scrollPaddingEnd: rowHeight,
    overscan: 12,
  });
  useEffect(() => {
    if (cursor < rows.length) virtual.scrollToIndex(cursor);
  }, [cursor, rows.length, virtual]);
  const drawn = virtual.getVirtualItems();
  return (
    <div
      className="rows move-table"
      role="grid"
      aria-label="条款对照"
      aria-rowcount={rows.length + 1}
      aria-activedescendant={drawn.some(({ index }) => index === cursor) ? rowId(cursor) : undefined}
      tabIndex={0}
    >
      <div role="row" aria-rowindex={1} className="row-head move-row move-head">
        <span role="columnheader">变化</span>
        {names.map(({ title, edition, revision }, at) => (
          <span key={at === 0 ? 'from' : 'to'} role="columnheader" className="ellipsis" title={title}>
            {at === 0 ? '原' : '新'}：{editionText(edition)}
            {revision !== undefined && ` · 修订 ${revision}`}
          </span>
        ))}
        <span role="columnheader" className="move-number">
          相似度
        </span>
        <span role="columnheader">带入结果</span>
      </div>
      <div ref={scroller} role="rowgroup" className="move-rows">
        <div role="presentation" className="rows-canvas" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <div
                  key={row.key}
                  id={rowId(index)}
                  role="row"
                  aria-rowindex={index + 2}
                  aria-selected={index === cursor}
                  className="row move-row"
                  style={{ transform: `translateY(${start}px)` }}
                  onClick={() => onCursor(index)}
                  data-testid="move-row"
                  data-kind={row.kind}
                >
                  <span role="gridcell" className={`move-kind move-kind-${row.kind}`}>
                    {kindWords[row.kind]}
                  </span>
                  <Name name={row.from} />
                  <Name name={row.to} isOther={row.kind === 'moved' || row.kind === 'renamed'} terms={row.terms} />
                  <span role="gridcell" className="move-number">
                    {row.percent !== undefined && row.percent < 100 ? `${row.percent}%` : ''}
                  </span>
                  <Results row={row} isLeft={leave.has(row.to?.code ?? '')} onToggle={onToggle} />
                </div>
              )
            );
          })}
        </div>
      </div>
    </div>
  );
}

interface NameProps {
  readonly name: ClauseName | undefined;
  readonly isOther?: boolean;
  readonly terms?: string;
}

const Name = ({ name, isOther = false, terms = '' }: NameProps) => (
  <span
    role="gridcell"
    className="move-name"
    title={name && [`${name.code} ${name.title}`, terms].filter(Boolean).join('\n')}
  >
    {name ? (
      <>
        <span className={isOther ? 'code move-new-code' : 'code'}>{name.code}</span>
        <span className="ellipsis">{name.title}</span>
        {terms !== '' && <small className="move-terms">{terms}</small>}
      </>
    ) : (
      <span className="move-none">—</span>
    )}
  </span>
);

interface ResultsProps {
  readonly row: MoveRow;
  readonly isLeft: boolean;
  readonly onToggle: (code: string) => void;
}

function Results({ row: { kind, carried, left }, isLeft, onToggle }: ResultsProps) {
  if (left) {
    return (
      <span role="gridcell" className="move-results move-leaves">
        离开本轮：{resultWords(left)}
      </span>
    );
  }
  if (!carried) {
    return (
      <span role="gridcell" className="move-results move-none">
        {kind === 'added' ? '待评' : ''}
      </span>
    );
  }
  const behind = leftWords(carried);
  return (
    <span role="gridcell" className="move-results">
      <label onClick={(event) => event.stopPropagation()}>
        <input
          type="checkbox"
          tabIndex={-1}
          aria-label={`带入 ${carried.code} 的结果`}
          checked={!isLeft}
          onMouseDown={(event) => event.preventDefault()}
          onChange={() => onToggle(carried.code)}
        />
        <span className={isLeft ? 'move-struck' : undefined}>{resultWords(carried) || '无可带入'}</span>
      </label>
      {behind !== '' && !isLeft && <span className="move-leaves">不带入 {behind}</span>}
    </span>
  );
}
