import type { ClauseId } from '../../../shared/domain/id.ts';
import { isCounted } from '../../../shared/domain/round/clause-state.ts';
import type { Clause, Rule, Scoring, Standard } from '../../../shared/domain/standard/standard.ts';
import { gapRulesOf, type GapRules, type LiftableClause, type Wanted } from '../../../shared/domain/verdict/gap.ts';
import { tallyClauses, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { liftedResult } from '../../../shared/domain/verdict/what-if.ts';
import { factsOf } from '../../app/clause-facts.ts';
import type { ClauseStates } from '../../app/round-store.ts';

export type Lifts = ReadonlyMap<ClauseId, Wanted>;
export const noLifts: Lifts = new Map();

/** A clause of the round with its result. */
export interface RoundClause extends LiftableClause {
  readonly id: ClauseId;
  readonly clause: Clause;
}

/** A round as the rules of a target see it. */
export interface Round {
  readonly standard: Standard;
  readonly clauses: readonly Clause[];
  readonly states: ClauseStates;
}

/** What any list of rules can be measured on. */
export interface Ground {
  /** All clauses in the order of the standard. */
  readonly clauses: readonly RoundClause[];
  /** Those that stand in rules. */
  readonly counted: readonly RoundClause[];
  readonly tally: Tally;
  /** The codes of violated prerequisites; chapters out of the rules veto too. */
  readonly violated: readonly string[];
  readonly gapRules: GapRules;
  readonly standard: Standard;
}

/** The round as it is, or as it would be once these clauses are lifted. */
export function groundOf({ standard, clauses, states }: Round, lifts: Lifts = noLifts): Ground {
  const gapRules = gapRulesOf(standard);
  const all = clauses.flatMap((clause): readonly RoundClause[] => {
    const state = states.get(clause.id);
    if (!state) return [];
    const { result, judged } = factsOf(clause, state);
    const wanted = lifts.get(clause.id);
    const { id, code, chapter, core } = clause;
    const lifted = wanted ? liftedResult(result, wanted, gapRules.yesAtRate) : result;
    return [{ id, code, chapter, core, clause, points: judged, result: lifted }];
  });
  const counted = all.filter(({ clause }) => isCounted(clause));
  return {
    clauses: all,
    counted,
    tally: tallyClauses(counted, gapRules),
    violated: all
      .filter(({ result }) => result.method === 'prerequisite' && result.outcome === 'fail')
      .map(({ code }) => code),
    gapRules,
    standard,
  };
}

/** The same results, their total put together in another way. */
export function withScoring(ground: Ground, scoring: Scoring): Ground {
  const standard = { ...ground.standard, scoring };
  return { ...ground, standard, gapRules: gapRulesOf(standard) };
}

/** @throws {Error} when a threshold is not exact; see checkRules. */
export const judgeOn = ({ tally, violated, standard }: Ground, rules: readonly Rule[]): Verdict =>
  judge({ rules }, tally, { totalPoints: standard.totalPoints, scoring: standard.scoring, violated });
