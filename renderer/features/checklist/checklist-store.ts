import { createStore } from 'zustand/vanilla';
import type { Api } from '../../../shared/contract/contract.ts';
import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { gradeNotOptional } from '../../../shared/errors/messages.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { CallError } from '../../app/call-error.ts';
import type { RoundStore } from '../../app/round-store.ts';
import { everything, type ClauseFilter } from './clause-filter.ts';
import { listedClauses, type ListQuery } from './clause-rows.ts';

export interface ChecklistState extends ListQuery {
  readonly selected: ClauseId | undefined;
  readonly searchText: string;
  /** A grade that waits for its written reason. */
  readonly reasonFor: { readonly clauseId: ClauseId; readonly grade: Grade } | undefined;
  /** Counts up when the list should bring the selected clause into view. */
  readonly reveal: number;
  /** Goes to where the scorer was, or to the first unscored clause. */
  arrive(): void;
  select(clauseId: ClauseId): void;
  step(by: 1 | -1): void;
  nextUnscored(): void;
  /** Shows a section: the filter gives way when it hides all of it. */
  jumpTo(section: string): void;
  /** Shows a clause whatever is filtered. */
  showClause(clauseId: ClauseId): void;
  setFilter(filter: ClauseFilter): void;
  search(text: string): void;
  clear(): void;
  /** Sets a grade, takes it back when it is already set by hand, or asks for the reason it needs. */
  chooseGrade(clauseId: ClauseId, grade: Grade): void;
  editReason(clauseId: ClauseId, grade: Grade): void;
  giveReason(reason: string): void;
  dropReason(): void;
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
    return clause?.method === 'graded' && state !== undefined && factsOf(clause, state).grade === undefined;
  };

  return createStore<ChecklistState>()((set, get) => {
    const listed = (query: Partial<ListQuery> = {}) => {
      const { open, states } = round.getState();
      return listedClauses(open?.clauses ?? [], states, { ...get(), ...query });
    };
    const select = (clauseId: ClauseId) => {
      const isOther = clauseId !== get().selected;
      set(({ reveal }) => ({ selected: clauseId, held: clauseId, reveal: reveal + 1 }));
      if (!isOther) return;
      set({ reasonFor: undefined });
      void beforeLeaving();
      clearTimeout(visitTimer);
      visitTimer = setTimeout(() => {
        const roundId = round.getState().open?.round.id;
        // Losing the place is not worth a notice.
        if (roundId) api['round.visit']({ roundId, clauseId }).catch(() => undefined);
      }, 300);
    };
    /** After the list has changed: stay on the selected clause when it is still there, else take the first. */
    const settle = (query: Partial<ListQuery>) => {
      set({ ...query, held: undefined });
      const found = listed();
      const next = found.find(({ id }) => id === get().selected) ?? found[0];
      if (next) select(next.id);
    };

    return {
      filter: everything,
      hits: undefined,
      held: undefined,
      selected: undefined,
      searchText: '',
      reasonFor: undefined,
      reveal: 0,
      arrive: () => {
        const { open } = round.getState();
        set({ filter: everything, hits: undefined, searchText: '', selected: undefined });
        const clauses = open?.clauses ?? [];
        const remembered = clauses.find(({ id }) => id === open?.position);
        const first = remembered ?? clauses.find(({ id }) => isUnscored(id)) ?? clauses[0];
        if (first) select(first.id);
      },
      select,
      step: (by) => {
        const clauses = listed();
        const at = clauses.findIndex(({ id }) => id === get().selected);
        const next = at < 0 ? clauses[0] : clauses[at + by];
        if (next) select(next.id);
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
      chooseGrade: (clauseId, grade) => {
        const { open, states } = round.getState();
        const [clause, state] = [open?.clauseById.get(clauseId), states.get(clauseId)];
        if (!clause || !state || clause.method !== 'graded') return;
        const { judged, grade: current } = factsOf(clause, state);
        if (state.ownGrade === grade) {
          set({ reasonFor: undefined });
          void round.getState().grade(clauseId, undefined, '');
          return;
        }
        if (current === grade) return set({ reasonFor: undefined });
        const refusal = refuseGrade({ optional: clause.optional, points: judged, ownGrade: grade, reason: '' });
        switch (refusal) {
          case 'reason-missing':
            return set({ reasonFor: { clauseId, grade } });
          case 'not-optional': {
            const { code, message, details } = gradeNotOptional(clause.code);
            return fail(new CallError({ code, message, details }));
          }
          case undefined:
            set({ reasonFor: undefined });
            void round.getState().grade(clauseId, grade, '');
        }
      },
      editReason: (clauseId, grade) => set({ reasonFor: { clauseId, grade } }),
      giveReason: (reason) => {
        const { reasonFor } = get();
        if (!reasonFor || reason.trim() === '') return;
        set({ reasonFor: undefined });
        void round.getState().grade(reasonFor.clauseId, reasonFor.grade, reason.trim());
      },
      dropReason: () => set({ reasonFor: undefined }),
    };
  });
};
export type ChecklistStore = ReturnType<typeof createChecklistStore>;
