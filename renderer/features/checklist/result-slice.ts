import type { StoreApi } from 'zustand/vanilla';
import { refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { tiers, type Clause } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
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
  /** 通过, 不通过 or 不适用 of a clause that is one of them, whatever it was before; choosing it again changes nothing. */
  chooseOutcome(clauseId: ClauseId, chosen: 'pass' | 'fail' | 'n/a'): void;
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

/** What the scorer does to the result of a clause, whatever its method. */
export function createResultSlice(
  set: StoreApi<ResultState>['setState'],
  get: () => ResultState,
  round: RoundStore,
): ResultState {
  const find = (clauseId: ClauseId): { clause: Clause; state: ClauseState } | undefined => {
    const { open, states } = round.getState();
    const [clause, state] = [open?.clauseById.get(clauseId), states.get(clauseId)];
    return clause && state && { clause, state };
  };
  const say = (clauseId: ClauseId, text: string) => set({ hint: { clauseId, text } });
  const quiet = { hint: undefined };
  const drafts = createResultDrafts(set, get, round);
  const markAll = (clause: Clause, points: Clause['points'], mark: Mark | undefined) => {
    get().releaseReason(clause.id);
    set(quiet);
    void round.getState().mark(
      clause.id,
      points.map(({ id }) => ({ pointId: id, mark })),
    );
  };

  return {
    ...drafts,
    giveReason: (clauseId, reason) => {
      const isGiven = drafts.giveReason(clauseId, reason);
      if (!isGiven) say(clauseId, '先写明理由，再按 Enter');
      return isGiven;
    },
    typeReason: (clauseId, text) => {
      set(quiet);
      drafts.typeReason(clauseId, text);
    },
    dropReason: (clauseId) => {
      set(quiet);
      drafts.dropReason(clauseId);
    },
    hint: undefined,
    say,
    chooseGrade: (clauseId, grade) => {
      const found = find(clauseId);
      if (!found) return;
      const { clause, state } = found;
      if (clause.method !== 'graded' && grade !== 'E') return say(clauseId, otherKeys[clause.method]);
      const { judged, grade: current } = factsOf(clause, state);
      // Another result than the one that waited for its reason.
      const settled = () => get().dropReason(clauseId);
      if (state.ownGrade === grade) {
        settled();
        void round.getState().grade(clauseId, undefined, '');
        return;
      }
      if (current === grade) return settled();
      const refusal = refuseGrade({ optional: clause.optional, points: judged, ownGrade: grade, reason: '' });
      switch (refusal) {
        case 'reason-missing':
          set(quiet);
          return get().askReason(clauseId, { grade });
        case 'not-optional':
          return say(
            clauseId,
            clause.method === 'graded' ? '不是可选条款，不能评 E 不适用' : '不是可选条款，不能整条不适用',
          );
        case undefined:
          settled();
          void round.getState().grade(clauseId, grade, '');
      }
    },
    chooseOutcome: (clauseId, chosen) => {
      const outcome = () => {
        const found = find(clauseId);
        const result = found && factsOf(found.clause, found.state).result;
        return result?.method === 'checklist' || result?.method === 'prerequisite' ? result.outcome : undefined;
      };
      if ((outcome() === 'n/a') !== (chosen === 'n/a')) get().chooseGrade(clauseId, 'E');
      // What was judged before it was taken out of the count stands.
      if (chosen === 'pass' && outcome() !== 'pass') get().meetAll(clauseId);
      if (chosen === 'fail' && outcome() !== 'fail') get().failWhole(clauseId);
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
      if (point) return markAll(clause, [point], next(state.marks[point.id], clause));
      const { length } = clause.points;
      say(clauseId, length === 0 ? '这个条款没有要点' : `这个条款只有 ${length} 个要点`);
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
