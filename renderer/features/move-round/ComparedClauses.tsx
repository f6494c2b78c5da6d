import { useEffect, useEffectEvent, useRef, useState } from 'react';
import type { RoundComparison } from '../../../shared/contract/edition.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
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
  const press = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || document.querySelector('[role=dialog], [role=menu]')) return;
    const command = moveCommand(event, isControl(event.target));
    if (!command) return;
    event.preventDefault();
    switch (command.do) {
      case 'step':
        return setWanted(Math.max(0, Math.min(cursor + command.by, shown.length - 1)));
      case 'first':
        return setWanted(0);
      case 'last':
        return setWanted(shown.length - 1);
      case 'toggle':
        if (current?.carried) onToggle(current.carried.code);
        return;
      case 'move':
        return onMove();
    }
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => press(event);
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
  return (
    <div className="move-work">
      <div className="move-tabs" role="tablist" aria-label="条款的变化">
        {tabs.map(({ tab: each, text, count }) => (
          <button
            key={each}
            type="button"
            role="tab"
            id={`move-tab-${each}`}
            aria-selected={each === tab}
            aria-controls="move-panel"
            className="move-tab"
            onMouseDown={(event) => event.preventDefault()} // the keyboard stays on the table
            onClick={() => {
              setTab(each);
              setWanted(0);
            }}
          >
            {text} <span>{count}</span>
          </button>
        ))}
      </div>
      <div id="move-panel" role="tabpanel" aria-labelledby={`move-tab-${tab}`} className="move-panel">
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
