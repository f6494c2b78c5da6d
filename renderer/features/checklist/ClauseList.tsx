import { useCallback, useEffect, useEffectEvent, useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { clausesOf, type Chapter, type Standard } from '../../../shared/domain/standard/standard.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { clauseRows } from './clause-rows.ts';
import { codeWidth } from './code-width.ts';
import { ClauseRow, optionId } from './ClauseRow.tsx';
import { focusTarget } from './focus-targets.ts';
import { gapRulesOf } from './gap-rules.ts';
import { isTyping } from './typing.ts';

const [rowHeight, headerHeight] = [36, 30];
const titlesUnder = ({ title, sections }: Chapter) =>
  sections.map((section) => [section.code, { section: section.title, chapter: title }] as const);
const isAllGraded = (standard: Standard) => clausesOf(standard).every(({ method }) => method === 'graded');

/** The clauses of the round, as many as fit drawn. The keyboard stays on the list; options are pointed at by id. */
export function ClauseList() {
  const { round, checklist } = useServices();
  const standard = useStore(round, (state) => state.open?.standard);
  const states = useStore(round, (state) => state.states);
  const filter = useStore(checklist, (state) => state.filter);
  const hits = useStore(checklist, (state) => state.hits);
  const held = useStore(checklist, (state) => state.held);
  const words = useStore(checklist, (state) => (state.hits ? state.searchText.trim() : ''));
  const selected = useStore(checklist, (state) => state.selected);
  const reveal = useStore(checklist, (state) => state.reveal);
  const select = useCallback((clauseId: ClauseId) => checklist.getState().select(clauseId), [checklist]);
  const scroller = useRef<HTMLDivElement>(null);
  const { rows, clauses } = useMemo(
    () => (standard ? clauseRows(standard, states, { filter, hits, held }) : { rows: [], clauses: 0 }),
    [standard, states, filter, hits, held],
  );
  const rules = standard && gapRulesOf(standard);
  const titles = useMemo(() => new Map(standard?.chapters.flatMap(titlesUnder)), [standard]);
  const hasWideResults = useMemo(() => standard !== undefined && !isAllGraded(standard), [standard]);
  const columns = useMemo(() => ({ '--code-width': `${standard ? codeWidth(standard) : 0}ch` }), [standard]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => (rows[index]?.kind === 'section' ? headerHeight : rowHeight),
    getItemKey: (index) => {
      const row = rows[index];
      return row?.kind === 'clause' ? row.clause.id : `§${row?.section.code}`;
    },
    overscan: 8,
    scrollPaddingStart: headerHeight,
    scrollPaddingEnd: rowHeight,
  });
  useEffect(() => focusTarget('list', scroller), []);
  useEffect(() => {
    // Who types into the search box on another page is brought here and goes on typing.
    if (!isTyping(document.activeElement)) scroller.current?.focus({ preventScroll: true });
  }, [standard?.id]);
  useEffect(() => virtual.measure(), [rows, virtual]);
  const showSelected = useEffectEvent(() => {
    const at = rows.findIndex((row) => row.kind === 'clause' && row.clause.id === selected);
    if (at < 0) return;
    const isNear = virtual.getVirtualItems().some(({ index }) => index === at);
    virtual.scrollToIndex(at, { align: isNear ? 'auto' : 'center' });
  });
  // Only when asked for: a mark that changes the rows must not move the list.
  useEffect(() => showSelected(), [reveal]);
  const drawn = virtual.getVirtualItems();
  const isDrawn = drawn.some(({ key }) => key === selected);
  return (
    <div className="clause-scroller">
      <div
        ref={scroller}
        className={`clause-list${hasWideResults ? ' clause-list-wide' : ''}`}
        role="listbox"
        aria-label="条款列表"
        tabIndex={0}
        aria-activedescendant={selected && isDrawn ? optionId(selected) : undefined}
        data-testid="clause-list"
      >
        <div role="presentation" className="clause-canvas" style={{ height: virtual.getTotalSize(), ...columns }}>
          {drawn.map(({ index, key, start }) => {
            const row = rows[index];
            if (!row || !rules) return null;
            return row.kind === 'section' ? (
              <div
                key={key}
                role="presentation"
                className="clause-section"
                style={{ transform: `translateY(${start}px)` }}
              >
                <span className="ellipsis" title={row.section.title}>
                  {row.section.code} {row.section.title}
                </span>
              </div>
            ) : (
              <ClauseRow
                key={key}
                clause={row.clause}
                offset={start}
                position={row.position}
                total={clauses}
                isSelected={row.clause.id === selected}
                rules={rules}
                words={words}
                over={titles.get(row.clause.section)}
                shortOf={filter.kind === 'short-of' ? filter.rule : undefined}
                onSelect={select}
              />
            );
          })}
        </div>
      </div>
      {clauses === 0 && (
        <EmptyState text={hits ? '没有找到符合的条款' : '没有这样的条款'}>
          <Button onClick={() => checklist.getState().clear()}>显示全部条款</Button>
        </EmptyState>
      )}
    </div>
  );
}
