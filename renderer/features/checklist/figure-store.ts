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

interface Entry {
  readonly draft: FigureDraft;
  readonly typed: TypedFigure;
}

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

/** The last paste into a clause, for as long as it can be taken back. */
export interface Paste {
  /** Those that figures went to, oldest first. */
  readonly periods: readonly Period[];
  /** The periods are the table's, not the paste's own, and want a look. */
  readonly assumed: boolean;
  /** The commit that holds the rows that were saved; undefined as long as none is. */
  readonly savedAt: string | undefined;
}

export interface FigureState {
  /** By {@link draftKey}. A draft stays until it is saved, also when it is refused. */
  readonly drafts: ReadonlyMap<string, FigureDraft>;
  /** Periods that were asked for beside the usual ones. */
  readonly added: ReadonlyMap<ClauseId, readonly Period[]>;
  /** What of the last paste could not be placed. */
  readonly problems: ReadonlyMap<ClauseId, readonly string[]>;
  readonly pastes: ReadonlyMap<ClauseId, Paste>;
  type(clauseId: ClauseId, period: Period, column: FigureColumn, text: string): void;
  /** Saves a period; answers whether nothing of it is left unsaved. */
  commit(clauseId: ClauseId, period: Period): Promise<boolean>;
  drop(clauseId: ClauseId, period: Period): void;
  /** Takes back what was typed into one cell; what the rest of the row holds stays. False when there is nothing. */
  revert(clauseId: ClauseId, period: Period, column: FigureColumn): boolean;
  /** False for a single cell, which the field takes itself. */
  paste(
    clauseId: ClauseId,
    at: { period: Period; column: FigureColumn },
    periods: readonly Period[],
    text: string,
  ): boolean;
  /** Drops what of the last paste is not saved, and undoes what is saved while that is the round's last step. */
  takeBackPaste(clauseId: ClauseId): Promise<void>;
  forgetProblems(clauseId: ClauseId): void;
  /** Adds a row for a period as typed, or says why not. */
  addPeriod(clauseId: ClauseId, text: string): { readonly period: Period } | { readonly fault: string };
  /** A target as typed, `better`, or null for the standard's; answers why it is refused. */
  setTarget(clauseId: ClauseId, typed: string | null): string | undefined;
  flush(): Promise<void>;
  /** Saves, and refuses to go on when something could not be saved. */
  settle(): Promise<void>;
  /** Settles, and forgets what was only asked for to be looked at. */
  leave(): Promise<void>;
}

export interface FigureDeps {
  readonly api: Pick<Api, 'assessment.figures' | 'assessment.ownTarget'>;
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

    /** One command, and so one step to undo. */
    const save = async (clauseId: ClauseId, entries: readonly Entry[]): Promise<boolean> => {
      const figures = entries.map(({ typed }) => typed);
      const isSaved = await round
        .getState()
        .send((roundId) => api['assessment.figures']({ roundId, clauseId, figures }));
      for (const { draft } of entries) {
        onTheWay.delete(draft);
        if (get().drafts.get(draftKey(clauseId, draft.period)) !== draft) continue; // typed on meanwhile
        if (isSaved) drop(clauseId, draft.period);
        else put({ ...draft, fault: '还没有保存，数字保留在这里。按 Enter 再存一次。' });
      }
      return isSaved;
    };

    /** What is to be saved of a period; a refused one is kept with the reason, one that changes nothing is let go. */
    const entryOf = (draft: FigureDraft, indicator: IndicatorDefinition): Entry | 'refused' | 'idle' => {
      const { clauseId, period } = draft;
      const saved = savedOf(draft);
      const typed = {
        period,
        numerator: emptyToNull(draft.numerator ?? saved?.numerator ?? ''),
        denominator: emptyToNull(draft.denominator ?? saved?.denominator ?? ''),
      };
      const read = readFigure(indicator, typed);
      if (read.refusal) {
        put({
          ...draft,
          fault: `${figureFault(indicator, typed, read.refusal)}。`,
          faultIn: read.refusal === 'denominator' || read.refusal === 'no-denominator' ? 'denominator' : 'numerator',
        });
        return 'refused';
      }
      const { numerator, denominator } = read.figure;
      if (numerator !== (saved?.numerator ?? null) || denominator !== (saved?.denominator ?? null)) {
        return { draft, typed };
      }
      drop(clauseId, period);
      return 'idle';
    };

    /** Whether nothing of these periods is left unsaved, and whether something was written for it. */
    const commitAll = async (
      clauseId: ClauseId,
      periods: readonly Period[],
    ): Promise<{ readonly isClean: boolean; readonly isSaved: boolean }> => {
      const found = find(clauseId);
      if (!found) return { isClean: true, isSaved: false };
      const drafts = periods.flatMap((period) => get().drafts.get(draftKey(clauseId, period)) ?? []);
      const sent = drafts.flatMap((draft) => onTheWay.get(draft) ?? []);
      const entries = drafts.filter((draft) => !onTheWay.has(draft)).map((draft) => entryOf(draft, found.indicator));
      const due = entries.filter((entry) => typeof entry === 'object');
      if (due.length > 0) {
        const answer = save(clauseId, due);
        for (const { draft } of due) onTheWay.set(draft, answer);
        sent.push(answer);
      }
      const answers = await Promise.all(sent);
      return {
        isClean: answers.every(Boolean) && !entries.includes('refused'),
        isSaved: due.length > 0 && answers.at(-1) === true,
      };
    };

    return {
      drafts: new Map(),
      added: new Map(),
      problems: new Map(),
      pastes: new Map(),
      drop,
      revert: (clauseId, period, column) => {
        const draft = get().drafts.get(draftKey(clauseId, period));
        const isTyped = draft?.[column] !== undefined;
        if (!draft || !(isTyped || draft.faultIn === column)) return false;
        const other = column === 'numerator' ? 'denominator' : 'numerator';
        // A fault in a cell that nothing was typed into is about the other one.
        if (!isTyped || draft[other] === undefined) drop(clauseId, period);
        else put({ ...draft, [column]: undefined, fault: undefined, faultIn: undefined });
        return true;
      },
      type: (clauseId, period, column, text) => edit(clauseId, period, { [column]: text }),
      commit: async (clauseId, period) => (await commitAll(clauseId, [period])).isClean,
      paste: (clauseId, at, periods, text) => {
        const found = find(clauseId);
        const placed = found && placeFigures(text, { definition: found.indicator, periods, ...at });
        if (!placed) return false;
        const filled = placed.figures.filter(
          ({ numerator, denominator }) => numerator !== undefined || denominator !== undefined,
        );
        const filledPeriods = filled.map(({ period }) => period);
        const paste: Paste = { periods: filledPeriods.toSorted(), assumed: placed.assumed, savedAt: undefined };
        set(({ problems, added, pastes }) => ({
          problems: new Map(problems).set(clauseId, placed.problems),
          added: new Map(added).set(clauseId, [...(added.get(clauseId) ?? []), ...filledPeriods]),
          pastes: new Map(pastes).set(clauseId, paste),
        }));
        for (const { period, numerator, denominator } of filled) edit(clauseId, period, { numerator, denominator });
        void commitAll(clauseId, filledPeriods).then(({ isSaved }) => {
          if (!isSaved || get().pastes.get(clauseId) !== paste) return;
          const { savedAt } = round.getState();
          set(({ pastes }) => ({ pastes: new Map(pastes).set(clauseId, { ...paste, savedAt }) }));
        });
        return true;
      },
      takeBackPaste: async (clauseId) => {
        const paste = get().pastes.get(clauseId);
        if (!paste) return;
        for (const period of paste.periods) drop(clauseId, period);
        get().forgetProblems(clauseId);
        set(({ pastes, added }) => ({
          pastes: without(pastes, clauseId),
          added: new Map(added).set(
            clauseId,
            (added.get(clauseId) ?? []).filter((period) => !paste.periods.includes(period)),
          ),
        }));
        if (isLastStep(paste, round.getState().savedAt)) await round.getState().undo();
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
      },
      leave: async () => {
        await get().settle();
        set({ added: new Map(), problems: new Map(), pastes: new Map() });
      },
    };
  });
};
export type FigureStore = ReturnType<typeof createFigureStore>;

/** Nothing was committed since the paste, so that an undo takes back exactly what it saved. */
export const isLastStep = (paste: Paste, savedAt: string | undefined): boolean =>
  paste.savedAt !== undefined && paste.savedAt === savedAt;

function without<Value>(map: ReadonlyMap<ClauseId, Value>, clauseId: ClauseId): ReadonlyMap<ClauseId, Value> {
  const rest = new Map(map);
  rest.delete(clauseId);
  return rest;
}

const emptyToNull = (text: string): string | null => (text.trim() === '' ? null : text);
