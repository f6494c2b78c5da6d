import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';

type StatePatch = Extract<Patch, { on: 'mark' | 'grade' | 'score' | 'figure' | 'own-target' | 'note' }>;

/** A clause as it is after the patch. */
export function followState(state: ClauseState, patch: StatePatch): ClauseState {
  switch (patch.on) {
    case 'mark': {
      const { [patch.pointId]: _before, ...others } = state.marks;
      return { ...state, marks: patch.after === null ? others : { ...others, [patch.pointId]: patch.after } };
    }
    case 'grade':
      return { ...state, ownGrade: patch.after.grade ?? undefined, reason: patch.after.reason };
    case 'score':
      return { ...state, ownScore: patch.after.score ?? undefined, reason: patch.after.reason };
    case 'figure': {
      const others = state.figures.filter(({ period }) => period !== patch.period);
      const figures = patch.after === null ? others : [...others, { period: patch.period, ...patch.after }];
      return { ...state, figures: figures.toSorted((left, right) => (left.period < right.period ? -1 : 1)) };
    }
    case 'own-target':
      return { ...state, ownTarget: patch.after ?? undefined };
    case 'note':
      return { ...state, note: patch.after };
  }
}
