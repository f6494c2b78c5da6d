import { createStore } from 'zustand/vanilla';
import type { SourcePlace, StandardDraft } from '../../../shared/contract/standard-draft.ts';
import type { ProblemFilter } from './problem-order.ts';
import type { SourceIndex } from './source-index.ts';
import { clauseAt } from './source-index.ts';
import { clauseKey, keysAbove, type Turned } from './tree-rows.ts';

export interface Cell {
  readonly table: number;
  readonly row: number;
  readonly column: number;
}

/** Where the eye is: the same cell, clause and problem in all panes. */
export interface ViewState {
  readonly table: number;
  readonly cell: Cell | undefined;
  readonly code: string | undefined;
  /** The row of the tree that the keyboard stands on. */
  readonly treeKey: string | undefined;
  readonly turned: Turned;
  readonly problem: number | undefined;
  readonly filter: ProblemFilter;
  readonly showsProblems: boolean;
  /** Counted up when a pane is asked to bring its place into sight. */
  readonly revealSource: number;
  readonly revealTree: number;
  showTable(table: number): void;
  /** A cell chosen in the source: the tree follows. */
  chooseCell(cell: Cell, index: SourceIndex): void;
  /** A row chosen in the tree: the source follows. */
  chooseRow(key: string, code: string | undefined, place: SourcePlace | undefined): void;
  /** A problem: both follow. */
  chooseProblem(at: number, place: SourcePlace | undefined, index: SourceIndex): void;
  /** Brings a place of the source into sight, whatever was made of it. */
  look(place: SourcePlace): void;
  turn(key: string): void;
  show(filter: ProblemFilter): void;
  toggleProblems(shown?: boolean): void;
  reset(): void;
}

const initial = {
  table: 0,
  cell: undefined,
  code: undefined,
  treeKey: undefined,
  turned: new Set<string>() as Turned,
  problem: undefined,
  filter: 'all',
  showsProblems: true,
  revealSource: 0,
  revealTree: 0,
} as const;

export const createViewStore = () =>
  createStore<ViewState>()((set, get) => {
    const unfolded = (pack: StandardDraft['pack'], code: string | undefined): Turned => {
      const above = pack && code !== undefined ? keysAbove(pack, code) : [];
      const { turned } = get();
      return above.some((key) => turned.has(key)) ? new Set([...turned].filter((key) => !above.includes(key))) : turned;
    };
    const clauseOf = (place: SourcePlace, index: SourceIndex) => {
      const code = clauseAt(index, place);
      return code === undefined
        ? {}
        : {
            code,
            treeKey: clauseKey(code),
            turned: unfolded(index.draft.pack, code),
            revealTree: get().revealTree + 1,
          };
    };
    const at = ({ table, row, column = 0 }: SourcePlace) => ({
      table,
      cell: { table, row, column },
      revealSource: get().revealSource + 1,
    });
    return {
      ...initial,
      showTable: (table) => set({ table }),
      chooseCell: (cell, index) => set({ cell, table: cell.table, code: undefined, ...clauseOf(cell, index) }),
      chooseRow: (treeKey, code, place) => set({ treeKey, code, ...(place && at(place)) }),
      chooseProblem: (problem, place, index) =>
        set({ problem, ...(place && { code: undefined, ...at(place), ...clauseOf(place, index) }) }),
      look: (place) => set({ code: undefined, ...at(place) }),
      turn: (key) => {
        const turned = new Set(get().turned);
        if (!turned.delete(key)) turned.add(key);
        set({ turned });
      },
      show: (filter) => set({ filter, problem: undefined }),
      toggleProblems: (shown) => set(({ showsProblems }) => ({ showsProblems: shown ?? !showsProblems })),
      reset: () => set(initial),
    };
  });
export type ViewStore = ReturnType<typeof createViewStore>;
