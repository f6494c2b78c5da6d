import { useEffect, useEffectEvent, useRef, useState, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Scope } from '../../../shared/domain/standard/standard.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { useServices } from '../../app/services.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import type { Lifts } from './ground.ts';
import type { LiftRow } from './lift-rows.ts';
import { LiftLine, liftLineId } from './LiftLine.tsx';

const columns = ['勾选', '编号', '条款', '现在', '提升到', '要做', '帮到的规则'];

interface LiftListProps {
  readonly rows: readonly LiftRow[];
  readonly rules: readonly RuleResult[];
  readonly scopes: readonly Scope[];
  readonly planned: Lifts;
  readonly onTick: (row: LiftRow) => void;
  readonly onWanted: (row: LiftRow, wanted: Wanted) => void;
}

/** The gap as a list to tick. The keyboard stays on the list, rows are pointed at by id. */
export function LiftList({ rows, rules, scopes, planned, onTick, onWanted }: LiftListProps) {
  const { app, checklist } = useServices();
  const [activeId, setActive] = useState<ClauseId>();
  const scroller = useRef<HTMLDivElement>(null);
  const found = rows.findIndex(({ item }) => item.id === activeId);
  const active = Math.max(0, found);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 32,
    getItemKey: (index) => rows[index]?.item.id ?? index,
    overscan: 12,
  });
  const focus = useEffectEvent(() => scroller.current?.focus({ preventScroll: true }));
  useEffect(() => focus(), []);
  const goTo = (index: number) => {
    const at = Math.min(Math.max(index, 0), rows.length - 1);
    setActive(rows[at]?.item.id);
    virtual.scrollToIndex(at, { align: 'auto' });
  };
  const openClause = (row: LiftRow) => {
    app.getState().show({ kind: 'round', page: 'checklist' });
    checklist.getState().showClause(row.item.id);
  };
  const turn = (row: LiftRow, by: 1 | -1) => {
    const next = row.options[row.options.indexOf(row.wanted) + by];
    if (next) onWanted(row, next);
  };
  const press = (event: KeyboardEvent) => {
    const row = rows[active];
    if (event.ctrlKey || event.metaKey || event.altKey || event.target !== scroller.current || !row) return;
    switch (event.key) {
      case 'ArrowDown':
      case 'j':
        goTo(active + 1);
        break;
      case 'ArrowUp':
      case 'k':
        goTo(active - 1);
        break;
      case 'PageDown':
        goTo(active + 12);
        break;
      case 'PageUp':
        goTo(active - 12);
        break;
      case 'Home':
        goTo(0);
        break;
      case 'End':
        goTo(rows.length - 1);
        break;
      case 'ArrowRight':
        turn(row, 1);
        break;
      case 'ArrowLeft':
        turn(row, -1);
        break;
      case ' ':
        setActive(row.item.id);
        onTick(row);
        break;
      case 'Enter':
        openClause(row);
        break;
      default:
        return;
    }
    event.preventDefault();
  };
  const drawn = virtual.getVirtualItems();
  const isDrawn = drawn.some(({ index }) => index === active);
  const current = rows[active]?.item.id;
  return (
    <>
      <div className="lift-table">
        <div className="lift-line lift-columns" aria-hidden="true">
          {columns.map((column) => (
            <span key={column}>{column}</span>
          ))}
        </div>
        <div
          ref={scroller}
          role="grid"
          aria-label="可提升的条款"
          aria-rowcount={rows.length}
          aria-multiselectable="true"
          tabIndex={0}
          aria-activedescendant={current && isDrawn ? liftLineId(current) : undefined}
          className="lift-scroller"
          onKeyDown={press}
          data-testid="lift-list"
        >
          <div role="presentation" className="clause-canvas" style={{ height: virtual.getTotalSize() }}>
            {drawn.map(({ index, start }) => {
              const row = rows[index];
              return (
                row && (
                  <LiftLine
                    key={row.item.id}
                    row={row}
                    index={index}
                    offset={start}
                    rules={rules}
                    scopes={scopes}
                    isActive={index === active}
                    planned={planned.get(row.item.id)}
                    onPoint={() => setActive(row.item.id)}
                    onTick={() => onTick(row)}
                    onWanted={(wanted) => onWanted(row, wanted)}
                    onOpen={() => openClause(row)}
                  />
                )
              );
            })}
          </div>
        </div>
      </div>
      <p className="lift-keys">
        共 {rows.length} 条 <Kbd>↑</Kbd> <Kbd>↓</Kbd> 移动 <Kbd>空格</Kbd> 勾选 <Kbd>←</Kbd> <Kbd>→</Kbd> 提升到{' '}
        <Kbd>Enter</Kbd> 打开条款
      </p>
    </>
  );
}
