import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { isWhole, mendWords } from './draft-regions.ts';
import { focusPane } from './focus-pane.ts';
import { useImport } from './import-context.ts';
import { moveInTree } from './move-in-tree.ts';
import { severityByClause } from './problem-order.ts';
import { clauseAt } from './source-index.ts';
import { longestCode, treeRows, type TreeRow } from './tree-rows.ts';
import { TreeCounts } from './TreeCounts.tsx';
import { treeId, TreeRowView } from './TreeRowView.tsx';
import './tree.css';

const heights = { chapter: 30, section: 28, clause: 30, point: 26, fact: 24 } as const;

const codeOf = (row: TreeRow): string | undefined =>
  row.kind === 'clause' ? row.clause.code : row.kind === 'point' || row.kind === 'fact' ? row.code : undefined;

/** What was understood: chapters, sections, clauses, and under a clause its points. */
export function TreePane() {
  const { view, draft, index } = useImport();
  const turned = useStore(view, (state) => state.turned);
  const treeKey = useStore(view, (state) => state.treeKey);
  const reveal = useStore(view, (state) => state.revealTree);
  const scroller = useRef<HTMLDivElement>(null);
  const { pack } = draft;
  const rows = useMemo(() => (pack ? treeRows(pack, turned) : []), [pack, turned]);
  const severities = useMemo(() => severityByClause(draft.problems, (place) => clauseAt(index, place)), [draft, index]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (at) => heights[rows[at]?.kind ?? 'clause'],
    getItemKey: (at) => rows[at]?.key ?? at,
    overscan: 10,
    scrollPaddingStart: 30,
    scrollPaddingEnd: 30,
  });
  const at = rows.findIndex(({ key }) => key === treeKey);
  const showHere = useEffectEvent(() => {
    if (at < 0) return;
    const isNear = virtual.getVirtualItems().some((item) => item.index === at);
    virtual.scrollToIndex(at, { align: isNear ? 'auto' : 'center' });
  });
  useEffect(() => showHere(), [reveal]);

  const choose = (row: TreeRow) => {
    const code = codeOf(row);
    const places = code === undefined ? undefined : draft.places[code];
    const place = row.kind === 'point' ? (places?.points[row.at] ?? places?.clause) : places?.clause;
    view.getState().chooseRow(row.key, code, place);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      focusPane('source-grid');
      return;
    }
    const move = moveInTree(event.key, rows, at, turned);
    if (!move) return;
    event.preventDefault();
    if (move.turn !== undefined) view.getState().turn(move.turn);
    const next = move.to === undefined ? undefined : rows[move.to];
    if (!next || move.to === undefined) return;
    choose(next);
    virtual.scrollToIndex(move.to);
  };
  const drawn = virtual.getVirtualItems();
  const codeWidth = useMemo(() => ({ '--code-width': `${pack ? longestCode(pack) : 0}ch` }), [pack]);
  return (
    <section className="tree" aria-label="识别结果" data-pane>
      <header className="import-head">
        <h2>识别结果</h2>
        <TreeCounts />
      </header>
      {!pack ? (
        <EmptyState
          text={
            isWhole(draft)
              ? `文件里有错误，还看不到条款。请按下面列出的问题，${mendWords(draft)}。`
              : '没有找到条款。请指明哪一列是条款名称、哪一列是编号，或换一行作表头。'
          }
        />
      ) : (
        <div
          ref={scroller}
          className="tree-scroller"
          role="tree"
          aria-label="识别结果"
          tabIndex={0}
          aria-activedescendant={drawn.some((item) => item.index === at) ? treeId(treeKey ?? '') : undefined}
          data-testid="import-tree"
          onKeyDown={press}
        >
          <div role="presentation" className="tree-canvas" style={{ height: virtual.getTotalSize(), ...codeWidth }}>
            {drawn.map((item) => {
              const row = rows[item.index];
              const code = row && codeOf(row);
              return (
                row && (
                  <div
                    key={item.key}
                    ref={virtual.measureElement}
                    role="presentation"
                    data-index={item.index}
                    className="tree-place"
                    style={{ transform: `translateY(${item.start}px)` }}
                  >
                    <TreeRowView
                      row={row}
                      isTurned={turned.has(row.key)}
                      isChosen={row.key === treeKey}
                      severity={row.kind === 'clause' && code !== undefined ? severities.get(code) : undefined}
                      onChoose={() => choose(row)}
                      onTurn={() => view.getState().turn(row.key)}
                    />
                  </div>
                )
              );
            })}
          </div>
        </div>
      )}
    </section>
  );
}
