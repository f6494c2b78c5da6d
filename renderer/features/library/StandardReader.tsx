import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { LibraryStandard } from '../../../shared/contract/standard.ts';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { BlockView } from './BlockView.tsx';
import { blocksOf, chapterAt, placeOf } from './reading-blocks.ts';
import './reading.css';

interface StandardReaderProps extends Omit<LibraryStandard, 'summary'> {
  readonly summary?: LibraryStandard['summary'] | undefined;
  /** The clause to begin at. */
  readonly code?: string | undefined;
  /** Marked wherever they stand. */
  readonly words?: string;
  readonly ownTarget?: string | undefined;
  /** What can be done with the standard. */
  readonly children?: ReactNode;
}

/** A standard from top to bottom, its chapters on the left. Only what fits is drawn. */
export function StandardReader(props: StandardReaderProps) {
  const { standard, summary, reference, code, words = '', ownTarget, children } = props;
  const blocks = useMemo(() => blocksOf(standard), [standard]);
  const scroller = useRef<HTMLDivElement>(null);
  const rail = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: blocks.length,
    getScrollElement: () => scroller.current,
    getItemKey: (index) => blocks[index]?.key ?? index,
    estimateSize: (index) => (blocks[index]?.kind === 'clause' ? 180 : 48),
    overscan: 4,
  });
  const drawn = virtual.getVirtualItems();
  const offset = virtual.scrollOffset ?? 0;
  const top = drawn.find(({ end }) => end > offset + 8);
  const here = chapterAt(blocks[top?.index ?? 0]);
  const goTo = (key: string) => virtual.scrollToIndex(placeOf(blocks, key), { align: 'start' });
  const begin = useEffectEvent(() => {
    scroller.current?.focus({ preventScroll: true });
    if (code !== undefined) goTo(`clause ${code}`);
  });
  useEffect(() => begin(), [standard, code]);
  const step = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (by === 0) return;
    const links = [...(rail.current?.querySelectorAll('button') ?? [])];
    links[links.findIndex((link) => link === document.activeElement) + by]?.focus();
    event.preventDefault();
  };
  return (
    <div className="reading">
      <nav className="reading-rail" aria-label="章" ref={rail} onKeyDown={step}>
        <button type="button" aria-current={here === undefined ? 'true' : undefined} onClick={() => goTo('about')}>
          <span>标准与目标</span>
        </button>
        {standard.chapters.map((chapter) => (
          <button
            key={chapter.code}
            type="button"
            aria-current={here === chapter.code ? 'true' : undefined}
            title={`${chapter.code} ${chapter.title}`}
            onClick={() => goTo(`chapter ${chapter.code}`)}
          >
            <span className="ellipsis">
              {chapter.code} {chapter.title}
            </span>
            <small>{clausesOf({ chapters: [chapter] }).length}</small>
          </button>
        ))}
      </nav>
      <div className="reading-column">
        {children}
        <div
          ref={scroller}
          className="reading-scroller"
          tabIndex={0}
          role="region"
          aria-label="标准全文"
          data-testid="reading"
        >
          <div className="reading-canvas" style={{ height: virtual.getTotalSize() }}>
            {drawn.map(({ index, key, start }) => {
              const block = blocks[index];
              return (
                block && (
                  <div
                    key={key}
                    ref={virtual.measureElement}
                    data-index={index}
                    className="reading-block"
                    style={{ transform: `translateY(${start}px)` }}
                  >
                    <BlockView
                      block={block}
                      found={{ standard, summary, reference }}
                      words={words}
                      ownTarget={ownTarget}
                    />
                  </div>
                )
              );
            })}
          </div>
        </div>
      </div>
    </div>
  );
}
