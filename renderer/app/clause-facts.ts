import type { ClauseGrade } from '../../shared/domain/grade/decide-grade.ts';
import { isAtLeast, type Grade } from '../../shared/domain/grade/grade.ts';
import {
  pointsToMeet,
  suggestGrade,
  type JudgedPoint,
  type Suggestion,
} from '../../shared/domain/grade/suggest-grade.ts';
import {
  isExempt,
  isScored,
  judgedPoints,
  resultOf,
  type ClauseResult,
} from '../../shared/domain/result/clause-result.ts';
import type { ClauseState } from '../../shared/domain/round/clause-state.ts';
import type { Clause, Tier } from '../../shared/domain/standard/standard.ts';

/** What the domain says of a clause as it is now. */
export interface ClauseFacts {
  readonly result: ClauseResult;
  /** Has a result, be it that it does not apply. */
  readonly scored: boolean;
  readonly exempt: boolean;
  /** Of graded clauses only. */
  readonly grade: Grade | undefined;
  /** Graded above the suggestion, or given another score than the points do. */
  readonly raised: boolean;
  /** Graded below the suggestion. */
  readonly lowered: boolean;
  /** Graded above what the points say by now, without a reason: it does not count. */
  readonly unexplained: Grade | undefined;
  readonly suggestion: Suggestion;
  readonly judged: readonly JudgedPoint[];
  /** Points to meet until the next better grade; undefined when unscored, E, already A, or not graded. */
  readonly stepsToNext: number | undefined;
}

const above: Readonly<Partial<Record<Grade, Tier>>> = { D: 'C', C: 'B', B: 'A' };
const noSuggestion: Suggestion = { grade: undefined, hindrance: undefined };
const known = new WeakMap<ClauseState, ClauseFacts>();

/** Computed once for every state of a clause: the list asks for thousands on every key. */
export function factsOf(clause: Clause, state: ClauseState): ClauseFacts {
  const found = known.get(state);
  if (found) return found;
  const judged = judgedPoints(clause, state);
  const result = resultOf(clause, state);
  const grade = result.method === 'graded' ? result.grade : undefined;
  const next = grade && above[grade];
  const facts: ClauseFacts = {
    result,
    scored: isScored(result),
    exempt: isExempt(result),
    grade,
    raised: result.method === 'graded' ? result.raised : result.method === 'points' && result.adjusted,
    lowered: result.method === 'graded' && isLowered(result),
    unexplained: result.method === 'graded' ? result.unexplained : undefined,
    suggestion: result.method === 'graded' ? suggestGrade(judged) : noSuggestion,
    judged,
    stepsToNext: next && pointsToMeet(judged, next),
  };
  known.set(state, facts);
  return facts;
}

const isLowered = ({ grade, suggested }: ClauseGrade): boolean =>
  grade !== undefined && grade !== 'E' && suggested !== undefined && !isAtLeast(grade, suggested);
