import { createStore } from 'zustand/vanilla';
import type { Api } from '../../../shared/contract/contract.ts';
import type { OwnStandard, StandardWork } from '../../../shared/contract/own-standard.ts';
import { changedSpot } from './changed-spot.ts';
import type { Carried } from './edit/place.ts';
import { kindOf, toPack, toWork, type Key, type WorkPack } from './edit/work-pack.ts';
import { locateFaults, type LocatedFault, type Spot } from './faults.ts';
import { begin, closeGroup, record, redo, undo, type EditHistory } from './history.ts';
import { createKeeper, retryPause, type Saving } from './keeper.ts';
import { keyRemarks, remarkCodes, settledAt, type KeyedRemark } from './remarks.ts';

export interface EditState {
  readonly history: EditHistory;
  /** What the form shows. */
  readonly spot: Spot;
  /** Chapters, sections or clauses that commands are about; holds the spot when that is one of them. */
  readonly selected: ReadonlySet<Key>;
  /** From where Shift extends. */
  readonly anchor: Key | undefined;
  /** Counts up when the tree should bring the spot into view, and when the form should take the keyboard. */
  readonly reveal: number;
  readonly entering: number;
  /** Up to which wish the form has taken it. */
  readonly entered: number;
  readonly saving: Saving;
  /** Undefined until they were looked for. */
  readonly faults: readonly LocatedFault[] | undefined;
  /** Errors of the import that the work came from. */
  readonly remarks: readonly KeyedRemark[];
  readonly copied: readonly Carried[];
  /** What is there of the standard, when it was begun. */
  readonly published: OwnStandard | undefined;
  edit(label: string, change: (work: WorkPack) => WorkPack, group?: string): void;
  /** An edit after which other nodes are selected. */
  editTo(label: string, work: WorkPack, keys: readonly Key[]): void;
  show(spot: Spot): void;
  select(keys: readonly Key[], more: { readonly spot: Spot; readonly anchor: Key | undefined }): void;
  enterForm(): void;
  copy(clauses: readonly Carried[]): void;
  /** @throws when it could not be kept; it is shown as it was before then */
  settle(index: number, isSettled: boolean): Promise<void>;
  undo(): void;
  redo(): void;
  /** What is typed next is undone apart from what was. */
  pause(): void;
  flush(): Promise<boolean>;
  /** The screen is left: what is not on disk yet is tried until it is. */
  leave(onKept: () => void): void;
  /** The work is over: nothing more of it is kept. */
  stop(): void;
}

interface EditDeps {
  readonly api: Pick<Api, 'own.keep' | 'own.check' | 'own.settle'>;
  readonly begun: Pick<StandardWork, 'id' | 'pack' | 'remarks'>;
  readonly published: OwnStandard | undefined;
  readonly isReadOnly: boolean;
  /** Milliseconds. */
  readonly now: () => number;
}

const checkPause = 300;

/** A standard under edit: its history, what is selected, whether it is kept, and what is wrong with it. */
export function createEditStore({ api, begun, published, isReadOnly, now }: EditDeps) {
  let checking: ReturnType<typeof setTimeout> | undefined;
  let isOver = false;
  return createStore<EditState>()((set, get) => {
    const keeper = createKeeper({
      keep: (work) =>
        api['own.keep']({ id: begun.id, pack: toPack(work), remarkCodes: remarkCodes(work, get().remarks) }),
      onSaving: (saving) => set({ saving }),
    });
    const check = async () => {
      const work = get().history.present;
      const faults = await api['own.check']({ pack: toPack(work) }).catch(() => undefined);
      // A newer state is checked by itself.
      if (get().history.present !== work || isOver) return;
      if (faults) set({ faults: locateFaults(work, faults) });
      else planCheck(retryPause);
    };
    const planCheck = (pause = checkPause) => {
      clearTimeout(checking);
      checking = setTimeout(() => void check(), pause);
    };
    const take = (history: EditHistory, more: Partial<EditState> = {}) => {
      const isChanged = history.present !== get().history.present;
      set({ history, ...more });
      if (!isChanged || isReadOnly) return;
      keeper.change(history.present);
      planCheck();
    };
    /** What of the selection is still there. */
    const surviving = (work: WorkPack): Partial<EditState> => {
      const { spot, selected } = get();
      const left = new Set([...selected].filter((key) => kindOf(work, key) !== undefined));
      const isThere = typeof spot !== 'number' || kindOf(work, spot) !== undefined;
      return { selected: left, spot: isThere ? spot : ([...left][0] ?? 'head') };
    };
    const goTo = (history: EditHistory) => {
      const at = changedSpot(get().history.present, history.present, get().spot);
      take(history, surviving(history.present));
      if (at !== undefined && at !== get().spot) get().show(at);
    };
    if (!isReadOnly) planCheck();
    const opened = toWork(begun.pack);
    return {
      history: begin(opened),
      spot: 'head',
      selected: new Set<Key>(),
      anchor: undefined,
      reveal: 0,
      entering: 0,
      entered: 0,
      saving: { isPending: false, savedAt: undefined, error: undefined },
      faults: isReadOnly ? [] : undefined,
      remarks: keyRemarks(opened, begun.remarks),
      copied: [],
      published,
      edit: (label, change, group) => {
        if (isReadOnly) return;
        const { history } = get();
        const next = record(history, change(history.present), { label, group, at: now() });
        take(next, surviving(next.present));
      },
      editTo: (label, work, keys) => {
        if (isReadOnly) return;
        const { history, reveal } = get();
        const [first] = keys;
        take(record(history, work, { label, group: undefined, at: now() }), {
          selected: new Set(keys),
          spot: first ?? 'head',
          anchor: first,
          reveal: reveal + 1,
        });
      },
      show: (spot) => {
        const selected = new Set(typeof spot === 'number' ? [spot] : []);
        set({ spot, selected, anchor: typeof spot === 'number' ? spot : undefined, reveal: get().reveal + 1 });
      },
      select: (keys, { spot, anchor }) => set({ selected: new Set(keys), spot, anchor, reveal: get().reveal + 1 }),
      enterForm: () => set({ entering: get().entering + 1 }),
      copy: (copied) => set({ copied }),
      settle: async (index, isSettled) => {
        const say = (is: boolean) => set({ remarks: settledAt(get().remarks, index, is) });
        say(isSettled);
        try {
          await api['own.settle']({ id: begun.id, index, isSettled });
        } catch (cause) {
          say(!isSettled);
          throw cause;
        }
      },
      undo: () => goTo(undo(get().history)),
      redo: () => goTo(redo(get().history)),
      pause: () => set({ history: closeGroup(get().history) }),
      flush: () => keeper.flush(),
      leave: (onKept) => {
        isOver = true;
        clearTimeout(checking);
        const untilKept = (isKept: boolean) => {
          if (isKept) onKept();
          else setTimeout(() => void keeper.flush().then(untilKept), retryPause);
        };
        void keeper.flush().then(untilKept);
      },
      stop: () => {
        isOver = true;
        clearTimeout(checking);
        keeper.stop();
      },
    };
  });
}
export type EditStore = ReturnType<typeof createEditStore>;
