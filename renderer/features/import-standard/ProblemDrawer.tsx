import { useEffect, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { Kbd } from '../../ui/Kbd.tsx';
import { focusPane } from './focus-pane.ts';
import { useImport } from './import-context.ts';
import type { ProblemFilter } from './problem-order.ts';
import { clauseAt } from './source-index.ts';
import { useProblems } from './use-problems.ts';
import './problems.css';

const rowHeight = 28;
const filters: readonly (readonly [ProblemFilter, string])[] = [
  ['all', '全部'],
  ['error', '错误'],
  ['warning', '提醒'],
];
const optionId = (at: number) => `problem-${at}`;

/** What is wrong or was guessed, each with its cell. */
export function ProblemDrawer() {
  const { view } = useImport();
  const isShown = useStore(view, (state) => state.showsProblems);
  const { problems, counts, filter, step } = useProblems();
  const isNone = counts.all === 0;
  return (
    <section className="problems" aria-label="问题" data-pane>
      <header className="import-head">
        {isNone ? (
          <span className="problems-none">✓ 没有发现问题</span>
        ) : (
          <>
            <button
              type="button"
              className="problems-toggle"
              aria-expanded={isShown}
              onClick={() => view.getState().toggleProblems()}
            >
              <Icon name={isShown ? 'down' : 'chevron'} size={12} /> 问题 <b>{counts.all}</b>
            </button>
            <span role="group" aria-label="筛选问题" className="problems-filters">
              {filters.map(([value, label]) => (
                <button
                  key={value}
                  type="button"
                  className="filter-tab"
                  aria-pressed={value === filter}
                  onClick={() => view.getState().show(value)}
                >
                  {label} {counts[value]}
                </button>
              ))}
            </span>
            {counts.error > 0 && <span className="problems-hint">有错误时不能直接导入</span>}
            <span className="problems-steps">
              <Button tone="quiet" disabled={problems.length === 0} onClick={() => step(-1)}>
                上一个 <Kbd>P</Kbd>
              </Button>
              <Button tone="quiet" disabled={problems.length === 0} onClick={() => step(1)}>
                下一个 <Kbd>N</Kbd>
              </Button>
            </span>
          </>
        )}
      </header>
      {isShown && !isNone && <ProblemList />}
    </section>
  );
}

function ProblemList() {
  const { view, index } = useImport();
  const current = useStore(view, (state) => state.problem);
  const { problems, choose } = useProblems();
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: problems.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 6,
  });
  useEffect(() => {
    if (current !== undefined) virtual.scrollToIndex(current);
  }, [current, virtual]);
  const press = (event: KeyboardEvent) => {
    const { key } = event;
    const last = problems.length - 1;
    const at = current ?? -1;
    if (key === 'ArrowDown') choose(Math.min(last, at + 1));
    else if (key === 'ArrowUp') choose(Math.max(0, at - 1));
    else if (key === 'Home') choose(0);
    else if (key === 'End') choose(last);
    else if (key === 'Enter') focusPane('source-grid');
    else return;
    event.preventDefault();
  };
  const drawn = virtual.getVirtualItems();
  return (
    <div
      ref={scroller}
      className="problems-list"
      role="listbox"
      aria-label="问题"
      tabIndex={0}
      aria-activedescendant={
        current !== undefined && drawn.some((item) => item.index === current) ? optionId(current) : undefined
      }
      data-testid="import-problems"
      onKeyDown={press}
    >
      <div role="presentation" className="problems-canvas" style={{ height: virtual.getTotalSize() }}>
        {drawn.map(({ index: at, key, start }) => {
          const problem = problems[at];
          if (!problem) return null;
          const { severity, where, message, place } = problem;
          const code = place && clauseAt(index, place);
          return (
            <div
              key={key}
              id={optionId(at)}
              role="option"
              aria-selected={at === current}
              aria-posinset={at + 1}
              aria-setsize={problems.length}
              className="problem"
              style={{ transform: `translateY(${start}px)` }}
              data-testid="import-problem"
              onMouseDown={() => choose(at)}
            >
              <span className={`problem-${severity}`}>{severity === 'error' ? '错误' : '提醒'}</span>
              <span className="ellipsis problem-where" title={where}>
                {where || '整个文件'}
              </span>
              <span className="ellipsis code">{code}</span>
              <span className="ellipsis" title={message}>
                {message}
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}
