import { useEffect, useEffectEvent, useMemo, useRef, type KeyboardEvent } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Button } from '../../ui/Button.tsx';
import { isForInputMethod } from '../../ui/key-press.ts';
import { textWidth } from '../checklist/code-width.ts';
import { indexOf, type Key } from './edit/work-pack.ts';
import { useEdit, useEditing, useWork } from './edit-context.ts';
import type { Spot } from './faults.ts';
import { countAt } from './remarks.ts';
import { treeKey } from './tree-keys.ts';
import { rowsBetween, treeRows, type TreeRow } from './tree-rows.ts';
import { rowId, TreeRowView } from './TreeRowView.tsx';
import { useRemarks } from './use-remarks.ts';
import { useRowActions } from './use-row-actions.ts';

const rowHeight = 28;

interface TreeProps {
  readonly filter: string;
  readonly onClearFilter: () => void;
  readonly folded: ReadonlySet<Key>;
  readonly onFold: (folded: ReadonlySet<Key>) => void;
}

/** The outline of the standard. The keyboard stays on it; its rows are pointed at by id. */
export function Tree({ filter, onClearFilter, folded, onFold }: TreeProps) {
  const { store, commands, isReadOnly } = useEditing();
  const work = useWork();
  const spot = useEdit((state) => state.spot);
  const selected = useEdit((state) => state.selected);
  const reveal = useEdit((state) => state.reveal);
  const faults = useEdit((state) => state.faults);
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useMemo(() => treeRows(work, folded, filter), [work, folded, filter]);
  const remarks = useRemarks();
  const faultsAt = useMemo(() => countAt(faults ?? []), [faults]);
  const remarksAt = useMemo(() => countAt(remarks.filter(({ isSettled }) => !isSettled)), [remarks]);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollPaddingEnd: rowHeight,
  });
  const fold = (at: Spot, isFolded: boolean) => {
    if (typeof at !== 'number') return;
    const next = new Set(folded);
    if (isFolded) next.add(at);
    else next.delete(at);
    onFold(next);
  };
  const { actions, markOf } = useRowActions(rows, fold);
  const at = rows.findIndex((row) => row.spot === spot);
  const shown = useRef(0);
  const showCurrent = useEffectEvent(() => {
    // Only when asked for: a filter that leaves the current row out must not move anything.
    if (shown.current === reveal) return;
    if (at < 0) {
      const under = parentsOf(spot, indexOf(work));
      if (under.some((key) => folded.has(key))) onFold(new Set([...folded].filter((key) => !under.includes(key))));
      else if (filter !== '') onClearFilter();
      return;
    }
    shown.current = reveal;
    const isNear = virtual.getVirtualItems().some(({ index }) => index === at);
    virtual.scrollToIndex(at, { align: isNear ? 'auto' : 'center' });
  });
  useEffect(() => showCurrent(), [reveal, rows]);
  const isLooking = filter !== '';
  const showAgain = useEffectEvent(() => {
    shown.current = -1;
    showCurrent();
  });
  // Back among all rows, the current one is in view again.
  useEffect(() => {
    if (!isLooking) showAgain();
  }, [isLooking]);
  useEffect(() => scroller.current?.focus({ preventScroll: true }), []);
  const columns = useMemo(() => ({ '--code-width': `${longestCode(rows)}ch` }), [rows]);
  const go = (to: number, isExtending: boolean) => {
    const { anchor } = store.getState();
    const kind = isExtending ? rows.find((row) => row.spot === anchor)?.kind : undefined;
    const wanted = Math.min(Math.max(to, 0), rows.length - 1);
    // Extending goes on past the rows of other kinds.
    const [upTo, from] = [rows.slice(0, wanted + 1), rows.slice(wanted)];
    const row =
      kind === undefined
        ? rows[wanted]
        : to < at
          ? upTo.findLast((each) => each.kind === kind)
          : from.find((each) => each.kind === kind);
    if (!row) return;
    if (kind !== undefined && anchor !== undefined && typeof row.spot === 'number') {
      store.getState().select(rowsBetween(rows, anchor, row.spot), { spot: row.spot, anchor });
    } else store.getState().show(row.spot);
  };
  const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / rowHeight) - 1);
  const press = (event: KeyboardEvent) => {
    const command = treeKey({
      key: event.key,
      ctrl: event.ctrlKey || event.metaKey,
      alt: event.altKey,
      shift: event.shiftKey,
      composing: isForInputMethod(event.nativeEvent),
    });
    if (!command) return;
    const row: TreeRow | undefined = rows[at];
    event.preventDefault();
    switch (command.do) {
      case 'move': {
        const to = {
          up: at - 1,
          down: at + 1,
          'page-up': at - page,
          'page-down': at + page,
          first: 0,
          last: rows.length,
        };
        go(to[command.to], command.extend);
        return;
      }
      case 'fold':
        if (row?.folded === false) fold(row.spot, true);
        else goToParent();
        return;
      case 'unfold':
        if (row?.folded === true) fold(row.spot, false);
        return;
      case 'select-all':
        if (typeof spot === 'number') {
          const keys = rows.flatMap((each) =>
            each.kind === row?.kind && typeof each.spot === 'number' ? [each.spot] : [],
          );
          store.getState().select(keys, { spot, anchor: spot });
        }
        return;
      case 'edit':
        store.getState().enterForm();
        return;
      case 'copy':
        commands.copy();
        return;
      case 'add':
        if (!isReadOnly) commands.addBeside();
        return;
      case 'delete':
        if (!isReadOnly) commands.remove();
        return;
      case 'duplicate':
        if (!isReadOnly) commands.duplicate();
        return;
      case 'paste':
        if (!isReadOnly) commands.paste();
        return;
      case 'step':
        if (!isReadOnly) commands.step(command.by);
    }
  };
  const goToParent = () => {
    const [parent] = parentsOf(spot, indexOf(work));
    if (parent !== undefined) store.getState().show(parent);
  };
  const drawn = virtual.getVirtualItems();
  return (
    <div className="edit-tree-frame">
      <div
        ref={scroller}
        className="edit-tree"
        role="tree"
        aria-label="标准的结构"
        aria-multiselectable
        tabIndex={0}
        aria-activedescendant={drawn.some(({ index }) => index === at) ? rowId(spot) : undefined}
        data-testid="edit-tree"
        onKeyDown={press}
      >
        <div role="presentation" className="edit-tree-canvas" style={{ height: virtual.getTotalSize(), ...columns }}>
          {drawn.map(({ index, start }) => {
            const row = rows[index];
            return (
              row && (
                <TreeRowView
                  key={row.spot}
                  row={row}
                  offset={start}
                  isSelected={row.spot === spot || (typeof row.spot === 'number' && selected.has(row.spot))}
                  isCurrent={row.spot === spot}
                  faults={countIn(row, faultsAt)}
                  remarks={countIn(row, remarksAt)}
                  mark={markOf(row.spot)}
                  isDraggable={!isReadOnly}
                  actions={actions}
                />
              )
            );
          })}
        </div>
      </div>
      {rows.length === 0 && (
        <EmptyState text={`没有“${filter.trim()}”。`}>
          <Button onClick={onClearFilter}>显示全部</Button>
        </EmptyState>
      )}
    </div>
  );
}

const widestCode = 16;
const longestCode = (rows: readonly TreeRow[]): number =>
  Math.min(widestCode, Math.max(0, ...rows.map(({ kind, code }) => (kind === 'clause' ? textWidth(code) : 0))));

/** Of a row, with what is folded under it. */
const countIn = ({ spot, folded, under }: TreeRow, counts: ReadonlyMap<Spot, number>): number =>
  [spot, ...(folded === true ? under : [])].reduce<number>((sum, at) => sum + (counts.get(at) ?? 0), 0);

/** The nearest first. */
function parentsOf(spot: Spot, { clauses, sections }: ReturnType<typeof indexOf>): readonly Key[] {
  if (typeof spot !== 'number') return [];
  const clause = clauses.get(spot);
  if (clause) return [clause.section.key, clause.chapter.key];
  const section = sections.get(spot);
  return section ? [section.chapter.key] : [];
}
