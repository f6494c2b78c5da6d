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
import { createResultDrafts, type ResultDrafts } from './result-drafts.ts';

export interface ResultState extends ResultDrafts {
  /** Why a key did nothing, said beside the result of the clause. */
  readonly hint: { readonly clauseId: ClauseId; readonly text: string } | undefined;
  /**
   * Sets a grade, takes it back when it is already set by hand, or asks for the reason it needs. E takes an optional
   * clause of any method out of the count and back in.
   */
  chooseGrade(clauseId: ClauseId, grade: Grade): void;
  /** 全部符合: of a graded clause the points of the next tier. Once more takes the marks back. */
  meetAll(clauseId: ClauseId): void;
  /** 不通过, 有违反 as a whole: clear only where there is one point. */
  failWhole(clauseId: ClauseId): void;
  markPoint(
    clauseId: ClauseId,
    number: number,
    next: (mark: Mark | undefined, clause: Clause) => Mark | undefined,
  ): void;
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
  const quiet = { hint: undefined };
  /** Another result was chosen than the one that waited for its reason. */
  const settled = (clauseId: ClauseId) => {
    get().dropReason(clauseId);
    set(quiet);
  };
  const markAll = (clause: Clause, points: Clause['points'], mark: Mark | undefined) => {
    get().releaseReason(clause.id);
    set(quiet);
    void round.getState().mark(
      clause.id,
      points.map(({ id }) => ({ pointId: id, mark })),
    );
  };

  return {
    ...createResultDrafts(set, get, round),
    hint: undefined,
    say,
    chooseGrade: (clauseId, grade) => {
      const found = find(clauseId);
      if (!found) return;
      const { clause, state } = found;
      if (clause.method !== 'graded' && grade !== 'E') return say(clauseId, otherKeys[clause.method]);
      const { judged, grade: current } = factsOf(clause, state);
      if (state.ownGrade === grade) {
        settled(clauseId);
        void round.getState().grade(clauseId, undefined, '');
        return;
      }
      if (current === grade) return settled(clauseId);
      const refusal = refuseGrade({ optional: clause.optional, points: judged, ownGrade: grade, reason: '' });
      switch (refusal) {
        case 'reason-missing':
          set(quiet);
          return get().askReason(clauseId, { grade });
        case 'not-optional': {
          if (clause.method !== 'graded') return say(clauseId, '不是可选条款，不能整条不适用');
          const { code, message, details } = gradeNotOptional(clause.code);
          return fail(new CallError({ code, message, details }));
        }
        case undefined:
          settled(clauseId);
          void round.getState().grade(clauseId, grade, '');
      }
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
