import type { Grade } from '../../shared/domain/grade/grade.ts';
import {
  pointsToMeet,
  suggestGrade,
  type JudgedPoint,
  type Suggestion,
} from '../../shared/domain/grade/suggest-grade.ts';
import { gradeOf, judgedPoints, type ClauseState } from '../../shared/domain/round/clause-state.ts';
import type { Clause, Tier } from '../../shared/domain/standard/standard.ts';

/** What the domain says of a clause as it is now. */
export interface ClauseFacts {
  readonly grade: Grade | undefined;
  readonly raised: boolean;
  readonly suggestion: Suggestion;
  readonly judged: readonly JudgedPoint[];
  /** Points to meet until the next better grade; undefined when unscored, E or already A. */
  readonly stepsToNext: number | undefined;
}

const above: Readonly<Partial<Record<Grade, Tier>>> = { D: 'C', C: 'B', B: 'A' };
const known = new WeakMap<ClauseState, ClauseFacts>();

/** Computed once for every state of a clause: the list asks for thousands on every key. */
export function factsOf(clause: Clause, state: ClauseState): ClauseFacts {
  const found = known.get(state);
  if (found) return found;
  const judged = judgedPoints(clause, state);
  const { grade, raised } = gradeOf(clause, state);
  const next = grade && above[grade];
  const facts: ClauseFacts = {
    grade,
    raised,
    suggestion: suggestGrade(judged),
    judged,
    stepsToNext: next && pointsToMeet(judged, next),
  };
  known.set(state, facts);
  return facts;
}
