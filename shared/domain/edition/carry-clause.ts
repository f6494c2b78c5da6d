import { refuseGrade } from '../grade/decide-grade.ts';
import type { Mark } from '../grade/grade.ts';
import type { PointId } from '../id.ts';
import { judgedPoints } from '../result/clause-result.ts';
import type { ClauseState } from '../round/clause-state.ts';
import type { Clause, IndicatorDefinition } from '../standard/standard.ts';
import type { Wanted } from '../verdict/gap.ts';
import { matchPoints } from './match-points.ts';
import { profileOf, similarity } from './similarity.ts';

/** What was put into a clause, and what it is planned to be lifted to. */
export interface ClauseRecord {
  readonly state: ClauseState;
  readonly planned: Wanted | undefined;
}

/** Results that the new wording cannot take. */
export interface LeftBehind {
  readonly marks: number;
  readonly grade: boolean;
  readonly score: boolean;
  readonly figures: number;
  readonly ownTarget: boolean;
  readonly plan: boolean;
}

export interface CarriedRecord extends ClauseRecord {
  readonly left: LeftBehind;
}

/** What a clause of the new edition begins with, given what was put into the same clause of the old one. */
export function carryClause(from: Clause, to: Clause, { state, planned }: ClauseRecord): CarriedRecord {
  const isSameMethod = from.method === to.method;
  const marks = carryMarks(from, to, state.marks);
  const marksLeft = Object.keys(state.marks).length - Object.keys(marks).length;
  const ownGrade = carryGrade(from, to, state, marks);
  const ownScore = isSameMethod && from.fullScore === to.fullScore ? state.ownScore : undefined;
  const figures = countsTheSame(from, to) ? state.figures : [];
  const ownTarget = isMeasuredTheSame(from, to) ? state.ownTarget : undefined;
  const plan = isSameMethod ? planned : undefined;
  const left: LeftBehind = {
    marks: marksLeft,
    grade: ownGrade !== state.ownGrade,
    score: ownScore !== state.ownScore,
    figures: state.figures.length - figures.length,
    ownTarget: ownTarget !== state.ownTarget,
    plan: plan !== planned,
  };
  // One reason serves grade and score; it goes with the last of them.
  const isExplained = (ownGrade !== undefined && ownGrade !== 'E') || ownScore !== undefined;
  return {
    state: {
      ...state,
      clauseId: to.id,
      marks,
      ownGrade,
      ownScore,
      figures,
      ownTarget,
      reason: (left.grade || left.score) && !isExplained ? '' : state.reason,
      status: asksTheSame(from, to) ? state.status : 'draft',
      leadDepartment: carryDepartment(from, to, state.leadDepartment),
    },
    planned: plan,
    left,
  };
}

function carryMarks(from: Clause, to: Clause, marks: ClauseState['marks']): Readonly<Record<PointId, Mark>> {
  if (to.method === 'indicator') return {};
  const matches = matchPoints(from.points, to.points);
  return Object.fromEntries(
    to.points.flatMap(({ id }) => {
      const old = matches.get(id);
      const mark = old && marks[old];
      return mark ? [[id, mark]] : [];
    }),
  );
}

/** A raise that nobody gave a reason for stays behind: it was none until points were left behind. */
function carryGrade(
  from: Clause,
  to: Clause,
  state: ClauseState,
  marks: ClauseState['marks'],
): ClauseState['ownGrade'] {
  const { ownGrade, reason } = state;
  if (ownGrade === 'E') return to.optional ? 'E' : undefined;
  if (ownGrade === undefined || from.method !== 'graded' || to.method !== 'graded') return undefined;
  const refusalIn = (clause: Clause, given: ClauseState['marks']) =>
    refuseGrade({ optional: clause.optional, points: judgedPoints(clause, { marks: given }), ownGrade, reason });
  return refusalIn(to, marks) !== undefined && refusalIn(from, state.marks) === undefined ? undefined : ownGrade;
}

/** The department by hand, else the one that the new edition suggests. */
const carryDepartment = (from: Clause, to: Clause, department: string): string =>
  department === '' && from.departments[0] === undefined ? (to.departments[0] ?? '') : department;

function asksTheSame(from: Clause, to: Clause): boolean {
  const asked = ({ title, method, points }: Clause) =>
    JSON.stringify([title, method, points.map(({ tier, text }) => [tier, text])]);
  return asked(from) === asked(to) && isMeasuredTheSame(from, to);
}

/** Definitions that differ by more than a slip of the pen count something else. */
const sameDefinitionAt = 0.85;

const meansTheSame = (left: string, right: string): boolean =>
  left === right || similarity(profileOf(left), profileOf(right)) >= sameDefinitionAt;

/** Whether figures of the one are figures of the other. */
function countsTheSame({ method, indicator: old }: Clause, to: Clause): boolean {
  const next = to.indicator;
  if (!old || !next || method !== 'indicator' || to.method !== 'indicator') return false;
  if (old.period !== next.period || !meansTheSame(old.numerator, next.numerator)) return false;
  if (old.denominator === null || next.denominator === null) {
    return old.denominator === next.denominator && hasSameScale(old, next);
  }
  return meansTheSame(old.denominator, next.denominator);
}

/** Whether the value, too, is written and aimed at in the same way. */
const isMeasuredTheSame = (from: Clause, to: Clause): boolean =>
  from.indicator === undefined || to.indicator === undefined
    ? from.indicator === to.indicator
    : countsTheSame(from, to) &&
      hasSameScale(from.indicator, to.indicator) &&
      from.indicator.direction === to.indicator.direction;

const hasSameScale = (left: IndicatorDefinition, right: IndicatorDefinition): boolean =>
  left.unit === right.unit && left.multiplier === right.multiplier;
