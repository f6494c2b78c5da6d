import { createStore } from 'zustand/vanilla';
import type { Api } from '../../shared/contract/contract.ts';
import type {
  History,
  RoundChange,
  RoundSettings,
  RoundSummary,
  RoundTarget,
  RoundView,
} from '../../shared/contract/round.ts';
import type { Grade, Mark } from '../../shared/domain/grade/grade.ts';
import type { ClauseId, PointId, RoundId, TargetId } from '../../shared/domain/id.ts';
import { blankState, type ClauseState } from '../../shared/domain/round/clause-state.ts';
import { clausesOf, type Clause, type Standard } from '../../shared/domain/standard/standard.ts';
import type { Verdict } from '../../shared/domain/verdict/verdict.ts';
import { markClause, type PointMark } from './mark-clause.ts';

/** What stays the same while a round is open. */
export interface OpenRound {
  readonly round: RoundSummary;
  readonly standard: Standard;
  readonly clauses: readonly Clause[];
  readonly clauseById: ReadonlyMap<ClauseId, Clause>;
  readonly position: ClauseId | undefined;
}

export type ClauseStates = ReadonlyMap<ClauseId, ClauseState>;

export interface RoundState {
  readonly open: OpenRound | undefined;
  /** What is on disk, plus the marks and grades that are on their way there. */
  readonly states: ClauseStates;
  readonly verdict: Verdict;
  readonly settings: RoundSettings;
  readonly history: History;
  /** UTC instant of the last commit that was answered. */
  readonly savedAt: string | undefined;
  /** Commands sent or waiting, not yet answered. */
  readonly pending: number;
  load(roundId: RoundId, atHand?: RoundView): Promise<void>;
  /** Reads the open round once more, if there is one. */
  loadAgain(): Promise<void>;
  close(): void;
  /** All answer whether it was saved; the failure itself has been reported by then. */
  mark(clauseId: ClauseId, marks: readonly PointMark[]): Promise<boolean>;
  grade(clauseId: ClauseId, grade: Grade | undefined, reason: string): Promise<boolean>;
  /** Exact decimal text; undefined goes back to what the points give. */
  score(clauseId: ClauseId, score: string | undefined, reason: string): Promise<boolean>;
  note(clauseId: ClauseId, note: string): Promise<boolean>;
  /** The clauses that changed, the first of them worth looking at. */
  undo(): Promise<readonly ClauseId[]>;
  redo(): Promise<readonly ClauseId[]>;
  /** Any other command on this round, in turn with the rest. */
  send(command: (roundId: RoundId) => Promise<RoundChange>): Promise<boolean>;
  /** Takes in the answer of a command that did not go through the queue (a job). */
  apply(change: RoundChange): void;
}

type RoundApi = Pick<
  Api,
  | 'round.open'
  | 'assessment.mark'
  | 'assessment.grade'
  | 'assessment.score'
  | 'assessment.note'
  | 'assessment.undo'
  | 'assessment.redo'
>;

const nothing = {
  open: undefined,
  states: new Map<ClauseId, ClauseState>(),
  verdict: { reached: false, vetoes: [], rules: [], total: undefined, unscored: 0 },
  settings: { targetId: '' as TargetId, targets: [], scoring: undefined, plan: {} },
  history: { undo: undefined, redo: undefined },
  savedAt: undefined,
};

const saved = async (answer: Promise<RoundChange | undefined>) => (await answer) !== undefined;
const changed = async (answer: Promise<RoundChange | undefined>) =>
  ((await answer)?.states ?? []).map(({ clauseId }) => clauseId);

export const createRoundStore = (api: RoundApi, fail: (cause: unknown) => void) => {
  let queue: Promise<unknown> = Promise.resolve();
  let outOfStep = false; // a command failed: what is shown may not be what is on disk
  const waiting = new Map<ClauseId, number>();
  /** The states that answers brought, without the guesses. */
  let onDisk = new Map<ClauseId, ClauseState>();

  return createStore<RoundState>()((set, get) => {
    const load = async (roundId: RoundId, atHand?: RoundView) => {
      const view = atHand ?? (await api['round.open']({ roundId }));
      const { round, standard, settings, states, verdict, history, position } = view;
      const clauses = clausesOf(standard);
      const byId = new Map(states.map((state) => [state.clauseId, state]));
      onDisk = new Map(clauses.map(({ id }) => [id, byId.get(id) ?? blankState(id)]));
      set({
        open: { round, standard, clauses, clauseById: new Map(clauses.map((c) => [c.id, c])), position },
        states: new Map(onDisk),
        verdict,
        settings,
        history,
      });
    };

    /** A round that moved to another edition has other clauses: all of it is read again. */
    const takeIn = async (roundId: RoundId, change: RoundChange) => {
      if (get().open?.round.id !== roundId) return;
      if (!change.moved) return get().apply(change);
      await load(roundId);
      set({ savedAt: change.savedAt });
    };

    /** After a failed command, once nothing else is on its way: show what is on disk, as far as it is known. */
    const reloadAfter = async (answer: Promise<unknown>, roundId: RoundId) => {
      await answer;
      if (!outOfStep || get().pending > 0 || get().open?.round.id !== roundId) return;
      outOfStep = false;
      set({ states: new Map(onDisk) });
      await load(roundId).catch(fail);
    };

    /** Commands go one after the other, so answers are applied in the order of the clicks. */
    const enqueue = (
      clauseId: ClauseId | undefined,
      send: (roundId: RoundId) => Promise<RoundChange>,
      guess?: (state: ClauseState) => ClauseState,
    ): Promise<RoundChange | undefined> => {
      const roundId = get().open?.round.id;
      if (roundId === undefined) return Promise.resolve(undefined);
      const count = (by: number) => {
        if (clauseId !== undefined) waiting.set(clauseId, (waiting.get(clauseId) ?? 0) + by);
        set(({ pending }) => ({ pending: pending + by }));
      };
      count(1);
      const before = clauseId === undefined ? undefined : get().states.get(clauseId);
      if (guess && before) set(({ states }) => ({ states: new Map(states).set(before.clauseId, guess(before)) }));
      const queueBefore = queue;
      const run = async (): Promise<RoundChange | undefined> => {
        let isCounted = true;
        const settle = () => {
          if (isCounted) count(-1);
          isCounted = false;
        };
        try {
          await queueBefore;
          const change = await send(roundId);
          settle();
          await takeIn(roundId, change);
          return change;
        } catch (cause) {
          settle();
          outOfStep = true;
          fail(cause);
          return undefined;
        }
      };
      const answer = run();
      queue = reloadAfter(answer, roundId);
      return answer;
    };
    return {
      ...nothing,
      pending: 0,
      load: async (roundId, atHand) => {
        set({ savedAt: undefined });
        await load(roundId, atHand);
      },
      loadAgain: async () => {
        const roundId = get().open?.round.id;
        if (roundId === undefined) return;
        await load(roundId);
        set({ savedAt: undefined });
      },
      close: () => set(nothing),
      mark: (clauseId, marks) =>
        saved(
          enqueue(
            clauseId,
            (roundId) =>
              api['assessment.mark']({
                roundId,
                clauseId,
                marks: marks.map(({ pointId, mark }) => ({ pointId, mark: mark ?? null })),
              }),
            (state) => markClause(state, marks),
          ),
        ),
      grade: (clauseId, grade, reason) =>
        saved(
          enqueue(
            clauseId,
            (roundId) => api['assessment.grade']({ roundId, clauseId, grade: grade ?? null, reason }),
            (state) => ({ ...state, ownGrade: grade, reason }),
          ),
        ),
      score: (clauseId, score, reason) =>
        saved(
          enqueue(
            clauseId,
            (roundId) => api['assessment.score']({ roundId, clauseId, score: score ?? null, reason }),
            (state) => ({ ...state, ownScore: score, reason }),
          ),
        ),
      note: (clauseId, note) =>
        saved(enqueue(clauseId, (roundId) => api['assessment.note']({ roundId, clauseId, note }))),
      undo: () => changed(enqueue(undefined, (roundId) => api['assessment.undo']({ roundId }))),
      redo: () => changed(enqueue(undefined, (roundId) => api['assessment.redo']({ roundId }))),
      send: (command) => saved(enqueue(undefined, command)),
      apply: ({ states: fresh, verdict, settings = get().settings, history, savedAt }) => {
        const states = new Map(get().states);
        for (const state of fresh) {
          onDisk.set(state.clauseId, state);
          // A clause with a later command on its way keeps the newer guess; that command's answer will bring the rest.
          if (!waiting.get(state.clauseId)) states.set(state.clauseId, state);
        }
        const { open } = get();
        const scoring = settings.scoring?.effective;
        const isOther = open !== undefined && open.standard.scoring !== scoring;
        set({
          open: isOther ? { ...open, standard: { ...open.standard, scoring } } : open,
          states,
          verdict,
          settings,
          history,
          savedAt,
        });
      },
    };
  });
};
export type RoundStore = ReturnType<typeof createRoundStore>;
export type { PointMark } from './mark-clause.ts';
export type Marks = Readonly<Record<PointId, Mark>>;

/** The target level that the round works towards, as it measures it. */
export const targetOf = ({ settings }: Pick<RoundState, 'settings'>): RoundTarget | undefined =>
  settings.targets.find(({ id }) => id === settings.targetId);
