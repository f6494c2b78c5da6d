import type { Mark } from '../../shared/domain/grade/grade.ts';
import type { PointId } from '../../shared/domain/id.ts';
import type { ClauseState } from '../../shared/domain/round/clause-state.ts';

/** A mark to set; undefined takes it back. */
export interface PointMark {
  readonly pointId: PointId;
  readonly mark: Mark | undefined;
}

/** The clause as it will be once these marks are saved. */
export function markClause(state: ClauseState, marks: readonly PointMark[]): ClauseState {
  const next: Record<PointId, Mark> = { ...state.marks };
  for (const { pointId, mark } of marks) {
    if (mark === undefined) delete next[pointId];
    else next[pointId] = mark;
  }
  return { ...state, marks: next };
}
