import { useState, type DragEvent, type MouseEvent } from 'react';
import { kindOf, type Key } from './edit/work-pack.ts';
import { dropPlace, type DropPlace } from './drop-place.ts';
import { useEditing } from './edit-context.ts';
import type { Spot } from './faults.ts';
import { rowsBetween, type TreeRow } from './tree-rows.ts';
import type { RowActions } from './TreeRowView.tsx';

interface Drag {
  readonly keys: readonly Key[];
  readonly over: Spot | undefined;
  readonly place: DropPlace | undefined;
}

/** Selecting with the mouse, as in a file list, and dragging. */
export function useRowActions(rows: readonly TreeRow[], fold: RowActions['fold']) {
  const { store, commands } = useEditing();
  const [drag, setDrag] = useState<Drag>();
  const isToggle = (event: MouseEvent) => event.ctrlKey || event.metaKey;
  const toggle = (key: Key) => {
    const { selected, history, anchor } = store.getState();
    const [first] = selected;
    const isOfKind = first !== undefined && kindOf(history.present, first) === kindOf(history.present, key);
    const kept = isOfKind ? [...selected] : [];
    const keys = kept.includes(key) ? kept.filter((each) => each !== key) : [...kept, key];
    store.getState().select(keys.length > 0 ? keys : [key], {
      spot: keys.includes(key) ? key : (keys[0] ?? key),
      anchor: anchor ?? key,
    });
  };
  const actions: RowActions = {
    fold,
    press: ({ spot }, event) => {
      if (event.button !== 0) return;
      const { selected, anchor, spot: before } = store.getState();
      if (typeof spot !== 'number') store.getState().show(spot);
      else if (event.shiftKey) {
        event.preventDefault(); // no text is marked
        event.currentTarget.closest<HTMLElement>('[role=tree]')?.focus({ preventScroll: true });
        const from = anchor ?? before;
        const keys = rowsBetween(rows, from, spot);
        store.getState().select(keys.length > 0 ? keys : [spot], { spot, anchor: keys.length > 0 ? anchor : spot });
      } else if (isToggle(event)) toggle(spot);
      // One of several may be about to be dragged with them: what a click means is known when it is over.
      else if (!selected.has(spot)) store.getState().show(spot);
      store.getState().pause();
    },
    click: ({ spot }, event) => {
      if (!event.shiftKey && !isToggle(event) && store.getState().selected.size > 1) store.getState().show(spot);
    },
    enter: () => store.getState().enterForm(),
    dragStart: ({ spot }, event) => {
      if (typeof spot !== 'number') return;
      const { selected } = store.getState();
      event.dataTransfer.effectAllowed = 'move';
      event.dataTransfer.setData('text/plain', '');
      setDrag({ keys: selected.has(spot) ? [...selected] : [spot], over: undefined, place: undefined });
    },
    dragOver: ({ spot }, event: DragEvent) => {
      if (!drag) return;
      const box = event.currentTarget.getBoundingClientRect();
      const isUpper = event.clientY < box.top + box.height / 2;
      const place = dropPlace(store.getState().history.present, drag.keys, spot, isUpper);
      if (place) event.preventDefault();
      event.dataTransfer.dropEffect = place ? 'move' : 'none';
      if (drag.over !== spot || drag.place?.mark !== place?.mark) setDrag({ ...drag, over: spot, place });
    },
    dragEnd: () => setDrag(undefined),
    drop: (event) => {
      event.preventDefault();
      if (drag?.place) commands.moveTo(drag.keys, drag.place.into, drag.place.before);
      setDrag(undefined);
    },
  };
  return { actions, markOf: (spot: Spot) => (drag?.over === spot ? drag.place?.mark : undefined) };
}
