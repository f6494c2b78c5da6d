import { useMemo, useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import type { RegisteredEvidence } from './evidence-register.ts';
import { RegisterRow } from './RegisterRow.tsx';

const columns = ['类型', '编号', '名称', '条款', '文件日期', '有效期'];

interface RegisterTableProps {
  readonly shown: readonly RegisteredEvidence[];
  /** What they have in common; undefined when they are all of the round. */
  readonly view: string | undefined;
  readonly onShowAll: () => void;
}

/** Evidence of the round, one a row. */
export function RegisterTable({ shown, view, onShowAll }: RegisterTableProps) {
  const { app } = useServices();
  const scroller = useRef<HTMLDivElement>(null);
  const all = useMemo(() => shown.map(({ evidence }) => evidence), [shown]);
  const virtual = useVirtualizer({
    count: shown.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => 36,
    overscan: 12,
  });
  return (
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
            return entry && <RegisterRow key={entry.evidence.id} entry={entry} all={all} offset={start} row={index} />;
          })}
        </div>
        {shown.length === 0 &&
          (view === undefined ? (
            <EmptyState text="还没有佐证材料。打开一个条款，把文件拖进去。">
              <Button onClick={() => app.getState().show({ kind: 'round', page: 'checklist' })}>去评分</Button>
            </EmptyState>
          ) : (
            <EmptyState text={`没有${view}的材料。`}>
              <Button onClick={onShowAll}>显示全部</Button>
            </EmptyState>
          ))}
      </div>
    </div>
  );
}
