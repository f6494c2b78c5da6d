import { createStore } from 'zustand/vanilla';
import type { Api } from '../../../shared/contract/contract.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { RoundStore } from '../../app/round-store.ts';
import { rowAfter, type ListStep } from '../../ui/list-keys.ts';
import { everything, isSameFilter, type ClauseFilter } from './clause-filter.ts';
import { listedClauses, type ListQuery } from './clause-rows.ts';
import { createResultSlice, type ResultState } from './result-slice.ts';

export interface ChecklistState extends ListQuery, ResultState {
  readonly selected: ClauseId | undefined;
  readonly searchText: string;
  /** Where the scorer was before the list was narrowed; undefined once a clause of the narrowed list was chosen. */
  readonly origin: Origin | undefined;
  /** Counts up when the list should bring the selected clause into view. */
  readonly reveal: number;
  /** Goes to where the scorer was, or to the first unscored clause. */
  arrive(): void;
  select(clauseId: ClauseId): void;
  move(step: ListStep): void;
  nextUnscored(): void;
  /** Shows a section: the filter gives way when it hides all of it. */
  jumpTo(section: string): void;
  /** Shows a clause whatever is filtered. */
  showClause(clauseId: ClauseId): void;
  setFilter(filter: ClauseFilter): void;
  search(text: string): void;
  clear(): void;
}

interface Origin {
  readonly clauseId: ClauseId;
  /** The clause that narrowing the list went to by itself, as it was. */
  readonly landed: ClauseState | undefined;
}

export interface ChecklistDeps {
  readonly api: Pick<Api, 'assessment.search' | 'round.visit'>;
  readonly round: RoundStore;
  readonly fail: (cause: unknown) => void;
  readonly beforeLeaving: () => Promise<void>;
}

export const createChecklistStore = ({ api, round, fail, beforeLeaving }: ChecklistDeps) => {
  let visitTimer: ReturnType<typeof setTimeout> | undefined;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;
  let searches = 0;

  const isUnscored = (clauseId: ClauseId) => {
    const { open, states } = round.getState();
    const [clause, state] = [open?.clauseById.get(clauseId), states.get(clauseId)];
    return clause !== undefined && state !== undefined && !factsOf(clause, state).scored;
  };

  return createStore<ChecklistState>()((set, get) => {
    const listed = (query: Partial<ListQuery> = {}) => {
      const { open, states } = round.getState();
      return open ? listedClauses(open.clauses, open.standard, states, { ...get(), ...query }) : [];
    };
    /** Without a clause none is shown: an empty list must not be scored by keys. */
    const goTo = (clauseId: ClauseId | undefined) => {
      const before = get().selected;
      const isOther = clauseId !== before;
      set(({ reveal }) => ({ selected: clauseId, held: clauseId, reveal: reveal + 1 }));
      if (!isOther) return;
      if (before !== undefined) get().releaseReason(before);
      set({ asked: undefined, hint: undefined });
      void beforeLeaving();
      clearTimeout(visitTimer);
      if (clauseId === undefined) return;
      visitTimer = setTimeout(() => {
        const roundId = round.getState().open?.round.id;
        // Losing the place is not worth a notice.
        if (roundId) api['round.visit']({ roundId, clauseId }).catch(() => undefined);
      }, 300);
    };
    const select = (clauseId: ClauseId) => {
      set({ origin: undefined });
      goTo(clauseId);
    };
    const isNarrowed = () => get().hits !== undefined || !isSameFilter(get().filter, everything);
    /** Nothing was done since the list was narrowed but to look: where the scorer was is still the place. */
    const placeBefore = (): ClauseId | undefined => {
      const { origin, selected } = get();
      if (!origin) return undefined;
      const here = selected && round.getState().states.get(selected);
      return here === origin.landed ? origin.clauseId : undefined;
    };
    /** After the list has changed: stay on the selected clause when it is still there, else take the first. */
    const settle = (query: Partial<ListQuery>) => {
      const place = (isNarrowed() ? placeBefore() : undefined) ?? get().selected;
      set({ ...query, held: undefined });
      const found = listed();
      const wanted = isNarrowed() ? get().selected : place;
      const next = found.find(({ id }) => id === wanted) ?? found[0];
      goTo(next?.id);
      const landed = next && round.getState().states.get(next.id);
      set({ origin: isNarrowed() && place ? { clauseId: place, landed } : undefined });
    };

    return {
      ...createResultSlice(set, get, round),
      filter: everything,
      hits: undefined,
      held: undefined,
      selected: undefined,
      searchText: '',
      origin: undefined,
      reveal: 0,
      arrive: () => {
        const { open } = round.getState();
        const clauses = open?.clauses ?? [];
        const isHere = ([clauseId]: readonly [ClauseId, unknown]) => open?.clauseById.has(clauseId) === true;
        set(({ scoreDrafts, reasonDrafts }) => ({
          filter: everything,
          hits: undefined,
          searchText: '',
          selected: undefined,
          origin: undefined,
          // Those of another edition cannot be saved any more; what was brought back with the round stays.
          scoreDrafts: new Map([...scoreDrafts].filter(isHere)),
          reasonDrafts: new Map([...reasonDrafts].filter(isHere)),
        }));
        const remembered = clauses.find(({ id }) => id === open?.position);
        const first = remembered ?? clauses.find(({ id }) => isUnscored(id)) ?? clauses[0];
        if (first) select(first.id);
      },
      select,
      move: (step) => {
        const clauses = listed();
        const at = clauses.findIndex(({ id }) => id === get().selected);
        const next = at < 0 ? clauses[0] : clauses[rowAfter(step, at, clauses.length)];
        if (next && next.id !== get().selected) select(next.id);
      },
      nextUnscored: () => {
        const clauses = listed();
        const at = clauses.findIndex(({ id }) => id === get().selected);
        const next = [...clauses.slice(at + 1), ...clauses.slice(0, Math.max(at, 0))].find(({ id }) => isUnscored(id));
        if (next) select(next.id);
      },
      jumpTo: (section) => {
        const isInside = (code: string) => code === section || code.startsWith(`${section}.`);
        const first = () => listed().find((clause) => isInside(clause.section) || clause.chapter === section);
        if (!first()) get().clear();
        const found = first();
        if (found) select(found.id);
      },
      showClause: (clauseId) => {
        if (!listed().some(({ id }) => id === clauseId)) get().clear();
        select(clauseId);
      },
      setFilter: (filter) => settle({ filter }),
      search: (text) => {
        set({ searchText: text });
        clearTimeout(searchTimer);
        const mine = ++searches;
        if (text.trim() === '') return settle({ hits: undefined });
        searchTimer = setTimeout(() => {
          const roundId = round.getState().open?.round.id;
          if (!roundId) return;
          api['assessment.search']({ roundId, text: text.trim() }).then(
            (found) => mine === searches && settle({ hits: new Set(found) }),
            fail,
          );
        }, 60);
      },
      clear: () => {
        searches++;
        clearTimeout(searchTimer);
        set({ searchText: '' });
        settle({ filter: everything, hits: undefined });
      },
    };
  });
};
export type ChecklistStore = ReturnType<typeof createChecklistStore>;
