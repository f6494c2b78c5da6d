import type { Pack } from '../../shared/contract/pack-schema.ts';
import type { Clause, PointTier, Rule, Scoring, ScoringPart, Standard } from '../../shared/domain/standard/standard.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import { isCounted } from '../../shared/domain/round/clause-state.ts';
import {
  resultOf,
  yesAtRateOf,
  type ClauseInput,
  type ClauseResult,
} from '../../shared/domain/result/clause-result.ts';
import type { Rational } from '../../shared/domain/number/rational.ts';
import { judge, type Verdict } from '../../shared/domain/verdict/verdict.ts';
import { tallyClauses, type CountedClause, type Tally } from '../../shared/domain/verdict/tally.ts';
import { emptyInput, type RawInput, type RawRule } from './reference-verdict.ts';

/** The product's own way from inputs to a verdict, as a round in memory goes it. */

export function inputOf(clause: Clause, raw: RawInput): ClauseInput {
  const next: Record<PointTier, number> = { C: 0, B: 0, A: 0, yes: 0 };
  const marks = clause.points.flatMap(({ id, tier }) => {
    const mark = raw.marks[tier][next[tier]++];
    return mark === undefined ? [] : [[id, mark] as const];
  });
  return {
    marks: Object.fromEntries(marks),
    ownGrade: raw.grade,
    reason: raw.reason,
    ownScore: raw.score,
    figures: raw.figures,
    ownTarget: raw.target,
  };
}

export const ruleOf = (rule: RawRule): Rule =>
  'score' in rule
    ? { kind: 'score', scope: rule.score, of: rule.of, atLeast: rule.atLeast }
    : rule.grade === 'yes'
      ? { kind: 'passing', scope: rule.scope, atLeast: rule.atLeast }
      : { kind: 'grade', scope: rule.scope, grade: rule.grade, atLeast: rule.atLeast };

/** As a hospital edits how the total is put together. */
export const scoringOf = ({ full, parts }: NonNullable<Pack['scoring']>): Scoring => ({
  full: String(full),
  parts: parts.map(({ scope, weight, gradeRates, indicatorRates }): ScoringPart => {
    if (!gradeRates || !indicatorRates) throw new Error(`part ${scope} without rates`);
    return { scope, weight: String(weight), gradeRates: texts(gradeRates), indicatorRates: texts(indicatorRates) };
  }),
});

const texts = <Name extends string>(rates: Readonly<Record<Name, number>>) =>
  Object.fromEntries(Object.entries(rates).map(([name, rate]) => [name, String(rate)])) as Record<Name, string>;

export interface Round {
  readonly standard: Standard;
  readonly clauses: readonly Clause[];
  readonly results: Map<string, ClauseResult>;
}

export function roundOf(standard: Standard, inputs: ReadonlyMap<string, RawInput>): Round {
  const clauses = clausesOf(standard);
  const results = clauses.map((clause): readonly [string, ClauseResult] => [
    clause.code,
    resultOf(clause, inputOf(clause, inputs.get(clause.code) ?? emptyInput)),
  ]);
  return { standard, clauses, results: new Map(results) };
}

export function counted({ results }: Round, { code, chapter, core }: Clause): CountedClause {
  const result = results.get(code);
  if (!result) throw new Error(`no result for ${code}`);
  return { chapter, core, result };
}

export const countAnew = (round: Round): Tally =>
  tallyClauses(
    round.clauses.filter(isCounted).map((clause) => counted(round, clause)),
    { scopes: round.standard.scopes, yesAtRate: yesAtRateOf(round.standard) },
  );

export function judgeRound(round: Round, rules: readonly Rule[], tally: Tally): Verdict {
  const { totalPoints, scoring } = round.standard;
  const violated = round.clauses.filter((clause) => {
    const { result } = counted(round, clause);
    return result.method === 'prerequisite' && result.outcome === 'fail';
  });
  return judge({ rules }, tally, { totalPoints, scoring, violated: violated.map(({ code }) => code) });
}

/** `n/d`, or `n` when whole. */
export const exactText = ({ numerator, denominator }: Rational): string =>
  denominator === 1n ? String(numerator) : `${numerator}/${denominator}`;
