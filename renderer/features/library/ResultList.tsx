import { useEffect, useEffectEvent, type RefObject } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { StandardHits } from '../../../shared/contract/standard.ts';
import { methodLabels } from '../../../shared/text/labels.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Confidence } from '../choose-standard/Confidence.tsx';
import { stepTo, type ResultRow } from './library-rows.ts';
import { Marked } from './Marked.tsx';
import '../../ui/rows.css';

interface ResultListProps {
  readonly list: RefObject<HTMLDivElement | null>;
  readonly rows: readonly ResultRow[];
  readonly found: StandardHits;
  readonly words: string;
  readonly cursor: number;
  readonly onCursor: (row: number) => void;
  readonly onOpen: (packId: string, code?: string) => void;
  readonly onClear: () => void;
}

const heights = { standard: 36, group: 30, hit: 36 } as const;
const optionId = (index: number) => `library-result-${index}`;

/** Standards by name, then clauses under their standard. Enter or a click opens the one the cursor is on. */
export function ResultList({ list, rows, found, words, cursor, onCursor, onOpen, onClear }: ResultListProps) {
  const isStop = (index: number) => rows[index]?.kind !== 'group';
  const at = isStop(cursor) ? cursor : (stepTo('ArrowDown', cursor - 1, rows.length, isStop) ?? cursor);
  const open = (row: ResultRow | undefined) => {
    if (row?.kind === 'hit') onOpen(row.packId, row.hit.code);
    else if (row) onOpen(row.packId);
  };
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => list.current,
    estimateSize: (index) => heights[rows[index]?.kind ?? 'hit'],
    overscan: 10,
    scrollPaddingEnd: heights.hit,
  });
  useEffect(() => virtual.measure(), [rows, virtual]);
  const showCurrent = useEffectEvent(() => virtual.scrollToIndex(at, { align: 'auto' }));
  useEffect(() => showCurrent(), [at]);
  if (rows.length === 0) {
    return (
      <EmptyState text={`全部标准里都没有“${words}”。可以换个词，或只输两三个字。`}>
        <Button onClick={onClear}>清除搜索</Button>
      </EmptyState>
    );
  }
  const drawn = virtual.getVirtualItems();
  return (
    <div className="library-results">
      <p className="library-found" role="status">
        {found.standards.length > 0 && `${found.standards.length} 个标准，`}
        {found.more ? `前 ${found.hits.length} 条条款，还有更多，请多输几个字` : `${found.hits.length} 条条款`}
      </p>
      <div
        ref={list}
        className="rows library-hits"
        role="listbox"
        aria-label="搜索结果"
        tabIndex={0}
        aria-activedescendant={drawn.some(({ index }) => index === at) ? optionId(at) : undefined}
        onKeyDown={(event) => {
          if (event.key === 'Enter') open(rows[at]);
          else {
            const next = stepTo(event.key, at, rows.length, isStop);
            if (next === undefined) return;
            onCursor(next);
          }
          event.preventDefault();
        }}
      >
        <div role="presentation" className="rows-canvas" style={{ height: virtual.getTotalSize() }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            if (!row) return null;
            const place = { style: { transform: `translateY(${start}px)` } };
            if (row.kind === 'group') {
              return (
                <div key={index} role="presentation" className="library-group" {...place}>
                  <span className="ellipsis">{row.title}</span>
                  <small>{row.count} 条</small>
                </div>
              );
            }
            return (
              <div
                key={index}
                id={optionId(index)}
                role="option"
                aria-selected={index === at}
                aria-setsize={rows.length}
                aria-posinset={index + 1}
                className={`row library-hit library-hit-${row.kind}`}
                data-testid={`library-hit-${row.kind}`}
                onMouseDown={() => onCursor(index)}
                onClick={() => open(row)}
                {...place}
              >
                {row.kind === 'hit' ? <Hit row={row} words={words} /> : <Named row={row} words={words} />}
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}

const Hit = ({ row, words }: { row: Extract<ResultRow, { kind: 'hit' }>; words: string }) => (
  <>
    <span className="code ellipsis">
      <Marked text={row.hit.code} words={words} />
    </span>
    <span className="ellipsis" title={row.hit.title}>
      <Marked text={row.hit.title} words={words} />
      {row.hit.core && (
        <span className="star" role="img" aria-label="核心条款">
          {' '}
          ★
        </span>
      )}
    </span>
    <span className="ellipsis library-excerpt" title={row.hit.excerpt}>
      <Marked text={row.hit.excerpt} words={words} />
    </span>
    <small>{methodLabels[row.hit.method]}</small>
  </>
);

const Named = ({ row, words }: { row: Extract<ResultRow, { kind: 'standard' }>; words: string }) => (
  <>
    <span className="ellipsis library-title">
      <Marked text={row.standard.title} words={words} />
    </span>
    <span className="ellipsis library-excerpt">
      <Marked text={row.standard.programme} words={words} />
    </span>
    <Confidence level={row.standard.confidence} />
  </>
);
