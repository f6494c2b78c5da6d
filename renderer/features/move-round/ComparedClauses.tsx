import { useEffect, useRef, useState } from 'react';
import type { RoundComparison } from '../../../shared/contract/edition.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { rowAfter } from '../../ui/list-keys.ts';
import { panelId, tabId, Tabs } from '../../ui/Tabs.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { MoveDetail } from './MoveDetail.tsx';
import { moveCommand } from './move-keys.ts';
import { isIn, tabsOf, type MoveRow, type MoveTab } from './move-rows.ts';
import { MoveTable } from './MoveTable.tsx';

interface ComparedClausesProps {
  readonly found: RoundComparison;
  readonly rows: readonly MoveRow[];
  readonly leave: ReadonlySet<string>;
  readonly onToggle: (code: string) => void;
  readonly onMove: () => void;
}

/** All clauses of both editions, by what became of them, and the one at hand in both wordings. */
export function ComparedClauses({ found, rows, leave, onToggle, onMove }: ComparedClausesProps) {
  const tabs = tabsOf(rows);
  const [tab, setTab] = useState<MoveTab>(() => (rows.some((row) => isIn('changed', row)) ? 'changed' : 'all'));
  const [wanted, setWanted] = useState(0);
  const scroller = useRef<HTMLDivElement>(null);
  const shown = rows.filter((row) => isIn(tab, row));
  const cursor = Math.max(0, Math.min(wanted, shown.length - 1));
  const current = shown[cursor];
  useEffect(() => scroller.current?.closest<HTMLElement>('[role=grid]')?.focus({ preventScroll: true }), []);
  usePageKeys((event) => {
    const command = moveCommand(event, isControl(event.target));
    if (!command) return;
    event.preventDefault();
    switch (command.do) {
      case 'step':
      case 'first':
      case 'last':
        return setWanted(rowAfter(command, cursor, shown.length));
      case 'toggle':
        if (current?.carried) onToggle(current.carried.code);
        return;
      case 'move':
        return onMove();
    }
  });
  return (
    <div className="move-work">
      <Tabs
        label="条款的变化"
        name="move"
        tabs={tabs}
        chosen={tab}
        onChoose={(next) => {
          setTab(next);
          setWanted(0);
        }}
      />
      <div id={panelId('move')} role="tabpanel" aria-labelledby={tabId('move', tab)} className="move-panel">
        <MoveTable
          rows={shown}
          names={[found.from, found.to]}
          cursor={cursor}
          onCursor={setWanted}
          leave={leave}
          onToggle={onToggle}
          scroller={scroller}
        />
        {current ? (
          <MoveDetail row={current} texts={found.texts} isLeft={isLeftOut(current, leave)} onToggle={onToggle} />
        ) : (
          <EmptyState text="两版的条款完全相同，结果可以全部带入。" />
        )}
      </div>
    </div>
  );
}

const isLeftOut = ({ carried }: MoveRow, leave: ReadonlySet<string>): boolean =>
  carried !== undefined && leave.has(carried.code);

const isControl = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.matches('input, textarea, select, button');
