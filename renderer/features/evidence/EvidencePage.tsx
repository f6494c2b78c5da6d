import { useMemo, useRef, useState } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { evidenceRegister } from './evidence-register.ts';
import { expiryOf } from './expiry.ts';
import { RegisterRow } from './RegisterRow.tsx';
import { today } from './today.ts';
import './evidence.css';

const views = ['全部', '快到期', '已过期', '共用'] as const;
const columns = ['类型', '编号', '名称', '条款', '文件日期', '有效期'];

/** The register: every evidence of the round in one table. */
export function EvidencePage() {
  const { round, app } = useServices();
  const clauses = useStore(round, (state) => state.open?.clauses);
  const states = useStore(round, (state) => state.states);
  const [view, setView] = useState<(typeof views)[number]>('全部');
  const scroller = useRef<HTMLDivElement>(null);
  const register = useMemo(() => evidenceRegister(clauses ?? [], states), [clauses, states]);
  const byView = useMemo(() => {
    const day = today();
    const isIn = (kind: string) => register.filter(({ evidence }) => expiryOf(evidence.validUntil, day).kind === kind);
    return {
      全部: register,
      快到期: isIn('soon'),
      已过期: isIn('expired'),
      共用: register.filter((entry) => entry.evidence.usedBy.length > 1),
    };
  }, [register]);
  const shown = byView[view];
  const all = useMemo(() => shown.map(({ evidence }) => evidence), [shown]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    overscan: 12,
  });
  return (
    <section className="page register" aria-label="佐证登记">
      <div className="filter-tabs register-tabs" role="group" aria-label="筛选佐证">
        {views.map((each) => (
          <button
            key={each}
            type="button"
            className="filter-tab"
            aria-pressed={each === view}
            onClick={() => setView(each)}
          >
            {each} <span>{byView[each].length}</span>
          </button>
        ))}
      </div>
      <div role="table" aria-label="佐证材料" aria-rowcount={shown.length + 1} className="register-table">
        <div role="row" className="register-row register-head">
          {columns.map((column) => (
            <span role="columnheader" key={column}>
              {column}
            </span>
          ))}
        </div>
        <div role="rowgroup" className="register-scroller" ref={scroller} tabIndex={0} aria-label="佐证材料列表">
          <div role="presentation" className="clause-canvas" style={{ height: virtual.getTotalSize() }}>
            {virtual.getVirtualItems().map(({ index, start }) => {
              const entry = shown[index];
              return (
                entry && <RegisterRow key={entry.evidence.id} entry={entry} all={all} offset={start} row={index} />
              );
            })}
          </div>
          {shown.length === 0 &&
            (view === '全部' ? (
              <EmptyState text="还没有佐证材料。打开一个条款，把文件拖进去。">
                <Button onClick={() => app.getState().show({ kind: 'round', page: 'checklist' })}>去评分</Button>
              </EmptyState>
            ) : (
              <EmptyState text={`没有${view}的材料。`}>
                <Button onClick={() => setView('全部')}>显示全部</Button>
              </EmptyState>
            ))}
        </div>
      </div>
    </section>
  );
}
