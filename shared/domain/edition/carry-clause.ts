import { refuseGrade } from '../grade/decide-grade.ts';
import type { Mark } from '../grade/grade.ts';
import type { PointId } from '../id.ts';
import { judgedPoints } from '../result/clause-result.ts';
import type { ClauseState } from '../round/clause-state.ts';
import type { Clause, IndicatorDefinition } from '../standard/standard.ts';
import type { Wanted } from '../verdict/gap.ts';
import { changesOf } from './clause-changes.ts';
import { wordingOf } from './clause-wording.ts';
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

/**
 * What a clause of the new edition begins with, given what was put into the same clause of the old one. A grade or
 * score given by hand was the judgement of the clause, over its marks and figures: where it cannot come along, these alone
 * would tell another result, so they stay behind with it, and the note says what was given.
 */
export function carryClause(from: Clause, to: Clause, { state, planned }: ClauseRecord): CarriedRecord {
  const isSameMethod = from.method === to.method;
  const alike = carryMarks(from, to, state.marks);
  const ownGrade = carryGrade(from, to, state, alike);
  const isGradeLeft = ownGrade !== state.ownGrade;
  const isScoreKept = isSameMethod && from.fullScore === to.fullScore && !isGradeLeft;
  const ownScore = isScoreKept ? state.ownScore : undefined;
  const isOwnLeft = isGradeLeft || ownScore !== state.ownScore;
  const marks = isOwnLeft ? {} : alike;
  const figures = countsTheSame(from, to) && !isOwnLeft ? state.figures : [];
  const ownTarget = isMeasuredTheSame(from, to) ? state.ownTarget : undefined;
  const plan = isSameMethod ? planned : undefined;
  const left: LeftBehind = {
    marks: Object.keys(state.marks).length - Object.keys(marks).length,
    grade: isGradeLeft,
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
      reason: isOwnLeft && !isExplained ? '' : state.reason,
      note: isOwnLeft ? withGiven(state, from, left) : state.note,
      status: changesOf(wordingOf(from), wordingOf(to)).length === 0 ? state.status : 'draft',
      leadDepartment: carryDepartment(from, to, state.leadDepartment),
    },
    planned: plan,
    left,
  };
}

/** The note, and below it what was given by hand in the old edition: `原评 8/10：抽查一份不合格`. */
function withGiven({ note, ownGrade, ownScore, reason }: ClauseState, from: Clause, left: LeftBehind): string {
  const given = [
    ...(left.score && ownScore !== undefined ? [`${ownScore}/${from.fullScore ?? ''}`] : []),
    ...(left.grade && ownGrade !== undefined ? [ownGrade === 'E' ? '不适用' : ownGrade] : []),
  ].join('、');
  return `${note}${note === '' ? '' : '\n'}原评 ${given}${reason === '' ? '' : `：${reason}`}`;
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
