import type { ClauseId } from '../id.ts';
import { blankState, type ClauseState } from '../round/clause-state.ts';
import { clausesOf, type Clause, type Standard } from '../standard/standard.ts';
import type { Wanted } from '../verdict/gap.ts';
import { carryClause, type CarriedRecord, type ClauseRecord, type LeftBehind } from './carry-clause.ts';
import type { ClausePair } from './compare-editions.ts';

type Edition = Pick<Standard, 'chapters'>;

export interface RoundResults {
  readonly from: Edition;
  readonly to: Edition;
  /** What became of each clause: `kept` of the compared editions. */
  readonly pairs: readonly Pick<ClausePair, 'from' | 'to'>[];
  /** What was put into the clauses of the old edition. */
  readonly states: ReadonlyMap<ClauseId, ClauseState>;
  readonly plan: Readonly<Record<ClauseId, Wanted>>;
  /** Codes of the new edition that begin without results. */
  readonly leave: ReadonlySet<string>;
}

export interface CarriedClause extends CarriedRecord {
  readonly clause: Clause;
  /** The clause of the old edition that it was; undefined for an added one. */
  readonly from: Clause | undefined;
}

export interface CarriedRound {
  /** What each clause of the new edition begins with, in its order. */
  readonly clauses: readonly CarriedClause[];
  /** Clauses of the old edition with results that the new one does not have. */
  readonly gone: readonly { readonly clause: Clause; readonly record: ClauseRecord }[];
}

const nothingLeft: LeftBehind = { marks: 0, grade: false, score: false, figures: 0, ownTarget: false, plan: false };

/** What a round begins with in another edition. What does not come along stays where it is, with the old edition. */
export function carryOver({ from, to, pairs, states, plan, leave }: RoundResults): CarriedRound {
  const old = new Map(clausesOf(from).map((clause) => [clause.code, clause]));
  const partners = new Map(pairs.map((pair) => [pair.to.code, pair.from.code]));
  const recordOf = (clause: Clause): ClauseRecord => ({
    state: states.get(clause.id) ?? blankState(clause.id),
    planned: plan[clause.id],
  });
  const paired = new Set(partners.values());
  return {
    clauses: clausesOf(to).map((clause): CarriedClause => {
      const before = old.get(partners.get(clause.code) ?? '');
      if (!before) return { ...beginBlank(clause), clause, from: undefined };
      const record = recordOf(before);
      return leave.has(clause.code)
        ? { ...beginBlank(clause, record.state.leadDepartment), left: allOf(record), clause, from: before }
        : { ...carryClause(before, clause, record), clause, from: before };
    }),
    gone: [...old.values()]
      .filter(({ code }) => !paired.has(code))
      .map((clause) => ({ clause, record: recordOf(clause) }))
      .filter(({ record }) => hasResults(record)),
  };
}

const beginBlank = (clause: Clause, leadDepartment = clause.departments[0] ?? ''): CarriedRecord => ({
  state: { ...blankState(clause.id), leadDepartment },
  planned: undefined,
  left: nothingLeft,
});

const allOf = ({ state, planned }: ClauseRecord): LeftBehind => ({
  marks: Object.keys(state.marks).length,
  grade: state.ownGrade !== undefined,
  score: state.ownScore !== undefined,
  figures: state.figures.length,
  ownTarget: state.ownTarget !== undefined,
  plan: planned !== undefined,
});

/** Whether somebody put anything into the clause. */
export const hasResults = ({ state, planned }: ClauseRecord): boolean =>
  Object.keys(state.marks).length > 0 ||
  state.evidence.length > 0 ||
  state.ownGrade !== undefined ||
  state.ownScore !== undefined ||
  hasMore({ state, planned });

/** Anything besides marks, evidence and a result given by hand. */
export const hasMore = ({ state, planned }: ClauseRecord): boolean =>
  state.ownTarget !== undefined || state.figures.length > 0 || state.note !== '' || planned !== undefined;
