import { createStore } from 'zustand/vanilla';
import type { Api } from '../../../shared/contract/contract.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { parseTarget } from '../../../shared/domain/indicator/amount.ts';
import { showPeriod, type Period } from '../../../shared/domain/indicator/period.ts';
import { readFigure, type TypedFigure } from '../../../shared/domain/indicator/read-figure.ts';
import { betterThanBefore, multiplierOf } from '../../../shared/domain/indicator/read-indicator.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { figureFault, ownTargetRefused } from '../../../shared/errors/messages.ts';
import { CallError } from '../../app/call-error.ts';
import type { RoundStore } from '../../app/round-store.ts';
import { placeFigures, type FigureColumn } from './paste-figures.ts';

/** What is typed for a period and not yet known to be on disk; undefined is not typed. */
export interface FigureDraft {
  readonly clauseId: ClauseId;
  readonly period: Period;
  readonly numerator: string | undefined;
  readonly denominator: string | undefined;
  /** Why it is not taken. */
  readonly fault: string | undefined;
  /** The cell that the fault is in. */
  readonly faultIn: FigureColumn | undefined;
}

export interface FigureState {
  /** By {@link draftKey}. A draft stays until it is saved, also when it is refused. */
  readonly drafts: ReadonlyMap<string, FigureDraft>;
  /** Periods that were asked for beside the usual ones. */
  readonly added: ReadonlyMap<ClauseId, readonly Period[]>;
  /** What of the last paste could not be placed. */
  readonly problems: ReadonlyMap<ClauseId, readonly string[]>;
  type(clauseId: ClauseId, period: Period, column: FigureColumn, text: string): void;
  /** Saves a period; answers whether nothing of it is left unsaved. */
  commit(clauseId: ClauseId, period: Period): Promise<boolean>;
  drop(clauseId: ClauseId, period: Period): void;
  /** False for a single cell, which the field takes itself. */
  paste(
    clauseId: ClauseId,
    at: { period: Period; column: FigureColumn },
    periods: readonly Period[],
    text: string,
  ): boolean;
  forgetProblems(clauseId: ClauseId): void;
  /** Adds a row for a period as typed, or says why not. */
  addPeriod(clauseId: ClauseId, text: string): { readonly period: Period } | { readonly fault: string };
  /** A target as typed, `better`, or null for the standard's; answers why it is refused. */
  setTarget(clauseId: ClauseId, typed: string | null): string | undefined;
  flush(): Promise<void>;
  /** Saves, and refuses to go on when something could not be saved. */
  settle(): Promise<void>;
}

export interface FigureDeps {
  readonly api: Pick<Api, 'assessment.figure' | 'assessment.ownTarget'>;
  readonly round: RoundStore;
}

export const draftKey = (clauseId: ClauseId, period: Period): string => `${clauseId} ${period}`;

const unsaved = (code: string, period: Period) =>
  new CallError({
    code: 'assessment/figure-unsaved',
    message: `条款 ${code} 的 ${showPeriod(period)}数据还没有保存。请先在那一条里改正，或在那一格按 Esc 放弃。`,
    details: [],
  });

export const createFigureStore = ({ api, round }: FigureDeps) => {
  const onTheWay = new Map<FigureDraft, Promise<boolean>>();
  return createStore<FigureState>()((set, get) => {
    const find = (clauseId: ClauseId): { clause: Clause; indicator: IndicatorDefinition } | undefined => {
      const clause = round.getState().open?.clauseById.get(clauseId);
      return clause?.indicator && { clause, indicator: clause.indicator };
    };
    const put = (draft: FigureDraft) =>
      set(({ drafts }) => ({ drafts: new Map(drafts).set(draftKey(draft.clauseId, draft.period), draft) }));
    const drop = (clauseId: ClauseId, period: Period) =>
      set(({ drafts }) => {
        const rest = new Map(drafts);
        rest.delete(draftKey(clauseId, period));
        return { drafts: rest };
      });
    const edit = (clauseId: ClauseId, period: Period, typed: Partial<Record<FigureColumn, string | undefined>>) => {
      const before = get().drafts.get(draftKey(clauseId, period));
      const { numerator = before?.numerator, denominator = before?.denominator } = typed;
      put({ clauseId, period, numerator, denominator, fault: undefined, faultIn: undefined });
    };
    const savedOf = ({ clauseId, period }: FigureDraft) =>
      round
        .getState()
        .states.get(clauseId)
        ?.figures.find((figure) => figure.period === period);

    const save = async (draft: FigureDraft, typed: TypedFigure): Promise<boolean> => {
      const { clauseId, period } = draft;
      const isSaved = await round
        .getState()
        .send((roundId) => api['assessment.figure']({ roundId, clauseId, ...typed }));
      onTheWay.delete(draft);
      if (get().drafts.get(draftKey(clauseId, period)) !== draft) return isSaved; // typed on meanwhile
      if (isSaved) drop(clauseId, period);
      else put({ ...draft, fault: '还没有保存，数字保留在这里。按 Enter 再存一次。' });
      return isSaved;
    };

    return {
      drafts: new Map(),
      added: new Map(),
      problems: new Map(),
      drop,
      type: (clauseId, period, column, text) => edit(clauseId, period, { [column]: text }),
      commit: (clauseId, period) => {
        const draft = get().drafts.get(draftKey(clauseId, period));
        const found = find(clauseId);
        if (!draft || !found) return Promise.resolve(true);
        const sent = onTheWay.get(draft);
        if (sent) return sent;
        const saved = savedOf(draft);
        const typed = {
          period,
          numerator: emptyToNull(draft.numerator ?? saved?.numerator ?? ''),
          denominator: emptyToNull(draft.denominator ?? saved?.denominator ?? ''),
        };
        const read = readFigure(found.indicator, typed);
        if (read.refusal) {
          put({
            ...draft,
            fault: `${figureFault(found.indicator, typed, read.refusal)}。`,
            faultIn: read.refusal === 'denominator' || read.refusal === 'no-denominator' ? 'denominator' : 'numerator',
          });
          return Promise.resolve(false);
        }
        const { numerator, denominator } = read.figure;
        if (numerator === (saved?.numerator ?? null) && denominator === (saved?.denominator ?? null)) {
          drop(clauseId, period);
          return Promise.resolve(true);
        }
        const answer = save(draft, typed);
        onTheWay.set(draft, answer);
        return answer;
      },
      paste: (clauseId, at, periods, text) => {
        const found = find(clauseId);
        const placed = found && placeFigures(text, { definition: found.indicator, periods, ...at });
        if (!placed) return false;
        set(({ problems, added }) => ({
          problems: new Map(problems).set(clauseId, placed.problems),
          added: new Map(added).set(clauseId, [
            ...(added.get(clauseId) ?? []),
            ...placed.figures.map(({ period }) => period),
          ]),
        }));
        for (const { period, numerator, denominator } of placed.figures) {
          if (numerator === undefined && denominator === undefined) continue;
          edit(clauseId, period, { numerator, denominator });
          void get().commit(clauseId, period);
        }
        return true;
      },
      forgetProblems: (clauseId) => set(({ problems }) => ({ problems: new Map(problems).set(clauseId, []) })),
      addPeriod: (clauseId, text) => {
        const found = find(clauseId);
        if (!found) return { fault: '' };
        const typed = { period: text.trim(), numerator: null, denominator: null };
        const read = readFigure(found.indicator, typed);
        if (read.refusal) return { fault: `${figureFault(found.indicator, typed, read.refusal)}。` };
        const { period } = read.figure;
        set(({ added }) => ({ added: new Map(added).set(clauseId, [...(added.get(clauseId) ?? []), period]) }));
        return { period };
      },
      setTarget: (clauseId, typed) => {
        const found = find(clauseId);
        if (!found) return undefined;
        const { clause, indicator } = found;
        if (typed !== null && typed !== betterThanBefore) {
          const target = parseTarget(typed, indicator.unit, multiplierOf(indicator));
          if (target === undefined) return ownTargetRefused(clause.code, typed, 'not-a-number').message;
        }
        void round.getState().send((roundId) => api['assessment.ownTarget']({ roundId, clauseId, target: typed }));
        return undefined;
      },
      flush: async () => {
        await Promise.all([...get().drafts.values()].map(({ clauseId, period }) => get().commit(clauseId, period)));
      },
      settle: async () => {
        await get().flush();
        const [left] = get().drafts.values();
        if (left) throw unsaved(find(left.clauseId)?.clause.code ?? '', left.period);
        set({ added: new Map(), problems: new Map() });
      },
    };
  });
};
export type FigureStore = ReturnType<typeof createFigureStore>;

const emptyToNull = (text: string): string | null => (text.trim() === '' ? null : text);
