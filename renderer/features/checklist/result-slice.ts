import type { StoreApi } from 'zustand/vanilla';
import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { tiers, type Clause } from '../../../shared/domain/standard/standard.ts';
import { gradeNotOptional } from '../../../shared/errors/messages.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { CallError } from '../../app/call-error.ts';
import type { RoundStore } from '../../app/round-store.ts';
import { readScore, scoreRefusal } from './score-entry.ts';

/** A grade or a score that waits for its written reason. */
export type ReasonFor = { readonly clauseId: ClauseId } & ({ readonly grade: Grade } | { readonly score: string });

/** A score as typed, while it is not yet taken. */
export interface ScoreDraft {
  readonly text: string;
  /** Why it is not taken. */
  readonly fault: string | undefined;
}

export interface ResultState {
  readonly reasonFor: ReasonFor | undefined;
  /** Why a key did nothing, said beside the result of the clause. */
  readonly hint: { readonly clauseId: ClauseId; readonly text: string } | undefined;
  readonly scoreDrafts: ReadonlyMap<ClauseId, ScoreDraft>;
  /**
   * Sets a grade, takes it back when it is already set by hand, or asks for the reason it needs. E takes an optional
   * clause of any method out of the count and back in.
   */
  chooseGrade(clauseId: ClauseId, grade: Grade): void;
  editReason(reasonFor: ReasonFor): void;
  giveReason(reason: string): void;
  dropReason(): void;
  /** 全部符合: of a graded clause the points of the next tier. Once more takes the marks back. */
  meetAll(clauseId: ClauseId): void;
  /** 不通过, 有违反 as a whole: clear only where there is one point. */
  failWhole(clauseId: ClauseId): void;
  markPoint(
    clauseId: ClauseId,
    number: number,
    next: (mark: Mark | undefined, clause: Clause) => Mark | undefined,
  ): void;
  typeScore(clauseId: ClauseId, text: string): void;
  /** What became of the typed score. */
  submitScore(clauseId: ClauseId): 'taken' | 'refused' | 'reason';
  dropScore(clauseId: ClauseId): void;
  /** Back to what the points give. */
  restoreScore(clauseId: ClauseId): void;
  say(clauseId: ClauseId, text: string): void;
}

interface ResultDeps {
  readonly round: RoundStore;
  readonly fail: (cause: unknown) => void;
}

/** What the scorer does to the result of a clause, whatever its method. */
export function createResultSlice(
  set: StoreApi<ResultState>['setState'],
  get: () => ResultState,
  { round, fail }: ResultDeps,
): ResultState {
  const find = (clauseId: ClauseId): { clause: Clause; state: ClauseState } | undefined => {
    const { open, states } = round.getState();
    const [clause, state] = [open?.clauseById.get(clauseId), states.get(clauseId)];
    return clause && state && { clause, state };
  };
  const say = (clauseId: ClauseId, text: string) => set({ hint: { clauseId, text } });
  const quiet = { reasonFor: undefined, hint: undefined };
  const markAll = (clause: Clause, points: Clause['points'], mark: Mark | undefined) => {
    set(quiet);
    void round.getState().mark(
      clause.id,
      points.map(({ id }) => ({ pointId: id, mark })),
    );
  };

  return {
    reasonFor: undefined,
    hint: undefined,
    scoreDrafts: new Map(),
    say,
    chooseGrade: (clauseId, grade) => {
      const found = find(clauseId);
      if (!found) return;
      const { clause, state } = found;
      if (clause.method !== 'graded' && grade !== 'E') return say(clauseId, otherKeys[clause.method]);
      const { judged, grade: current } = factsOf(clause, state);
      if (state.ownGrade === grade) {
        set(quiet);
        void round.getState().grade(clauseId, undefined, '');
        return;
      }
      if (current === grade) return set(quiet);
      const refusal = refuseGrade({ optional: clause.optional, points: judged, ownGrade: grade, reason: '' });
      switch (refusal) {
        case 'reason-missing':
          return set({ reasonFor: { clauseId, grade }, hint: undefined });
        case 'not-optional': {
          if (clause.method !== 'graded') return say(clauseId, '不是可选条款，不能整条不适用');
          const { code, message, details } = gradeNotOptional(clause.code);
          return fail(new CallError({ code, message, details }));
        }
        case undefined:
          set(quiet);
          void round.getState().grade(clauseId, grade, '');
      }
    },
    editReason: (reasonFor) => set({ reasonFor, hint: undefined }),
    giveReason: (given) => {
      const { reasonFor } = get();
      const reason = given.trim();
      if (!reasonFor || reason === '') return;
      const { clauseId } = reasonFor;
      set(quiet);
      if ('grade' in reasonFor) void round.getState().grade(clauseId, reasonFor.grade, reason);
      else {
        get().dropScore(clauseId);
        void round.getState().score(clauseId, reasonFor.score, reason);
      }
    },
    dropReason: () => {
      const { reasonFor } = get();
      if (reasonFor && 'score' in reasonFor) get().dropScore(reasonFor.clauseId);
      set({ reasonFor: undefined });
    },
    meetAll: (clauseId) => {
      const found = find(clauseId);
      if (!found) return;
      const { clause, state } = found;
      if (clause.method === 'indicator') return say(clauseId, otherKeys.indicator);
      if (clause.points.length === 0) return say(clauseId, '这个条款没有要点');
      const isOpen = ({ id }: Clause['points'][number]) => state.marks[id] !== 'met' && state.marks[id] !== 'n/a';
      const next = [...tiers, 'yes'].find((tier) =>
        clause.points.some((point) => point.tier === tier && isOpen(point)),
      );
      if (next !== undefined) {
        markAll(
          clause,
          clause.points.filter((point) => point.tier === next && isOpen(point)),
          'met',
        );
      } else if (clause.method !== 'graded') markAll(clause, clause.points, undefined);
    },
    failWhole: (clauseId) => {
      const found = find(clauseId);
      if (!found) return;
      const { clause, state } = found;
      if (clause.method !== 'checklist' && clause.method !== 'prerequisite') {
        return say(clauseId, otherKeys[clause.method]);
      }
      const [only, second] = clause.points;
      if (!only || second) return say(clauseId, `有 ${clause.points.length} 个要点，请逐条判定（Shift+数字）`);
      markAll(clause, [only], state.marks[only.id] === 'unmet' ? undefined : 'unmet');
    },
    markPoint: (clauseId, number, next) => {
      const found = find(clauseId);
      if (!found) return;
      const { clause, state } = found;
      if (clause.method === 'indicator') return say(clauseId, otherKeys.indicator);
      const point = clause.points[number - 1];
      if (point) markAll(clause, [point], next(state.marks[point.id], clause));
    },
    typeScore: (clauseId, text) =>
      set(({ scoreDrafts }) => ({ scoreDrafts: new Map(scoreDrafts).set(clauseId, { text, fault: undefined }) })),
    dropScore: (clauseId) =>
      set(({ scoreDrafts }) => {
        const rest = new Map(scoreDrafts);
        rest.delete(clauseId);
        return { scoreDrafts: rest };
      }),
    submitScore: (clauseId) => {
      const found = find(clauseId);
      const draft = get().scoreDrafts.get(clauseId);
      if (!found || !draft) return 'taken';
      const { clause, state } = found;
      const { result } = factsOf(clause, state);
      if (result.method !== 'points') return 'taken';
      const score = readScore(draft.text);
      if (score === '') {
        get().restoreScore(clauseId);
        return 'taken';
      }
      if (score === state.ownScore) {
        get().dropScore(clauseId);
        return 'taken';
      }
      const refusal = scoreRefusal(result, score);
      if (refusal === 'reason-missing') {
        get().typeScore(clauseId, score);
        set({ reasonFor: { clauseId, score }, hint: undefined });
        return 'reason';
      }
      if (refusal) {
        set(({ scoreDrafts }) => ({
          scoreDrafts: new Map(scoreDrafts).set(clauseId, { text: draft.text, fault: refusal }),
        }));
        return 'refused';
      }
      get().restoreScore(clauseId); // the same as the points give
      return 'taken';
    },
    restoreScore: (clauseId) => {
      set(quiet);
      get().dropScore(clauseId);
      if (find(clauseId)?.state.ownScore !== undefined) void round.getState().score(clauseId, undefined, '');
    },
  };
}

/** What to press instead. */
const otherKeys: Readonly<Record<Clause['method'], string>> = {
  graded: '等级条款用 A–E 评级',
  checklist: '是否条款：1–9 判要点，0 全部符合',
  points: '分值条款：1–9 判要点，S 填得分',
  prerequisite: '前置要求：0 无违反，X 有违反',
  indicator: '监测指标：S 填数据',
};
