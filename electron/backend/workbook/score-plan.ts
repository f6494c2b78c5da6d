import { add, exactly, multiply, whole, zero, type Rational } from '../../../shared/domain/number/rational.ts';
import type { ScoreRule, Scoring, Standard, TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import { showThreshold } from '../../../shared/domain/number/share.ts';
import { commonDenominator, commonMultiple, exactLimit, unitsOf, unitsPerPoint } from './point-scale.ts';
import { scoredBy, type ScoredClause } from './scored-clauses.ts';
import { scopesWith, type SummaryScope } from './summary-scopes.ts';
import type { Tally } from '../../../shared/domain/verdict/tally.ts';

/** One score that the summary shows: the total, or that of a scope. */
export interface ScoreRow {
  /** As rules name it. */
  readonly name: string;
  readonly label: string;
  readonly full: Rational;
  readonly scope: SummaryScope;
  /** Of a weighted total: the parts it is made of, by number. */
  readonly parts: readonly number[];
}

/** A part of a weighted total in whole numbers: what each result is worth in units, and the weight. */
export interface PartPlan {
  readonly scope: SummaryScope;
  readonly weight: number;
  readonly worth: Readonly<Record<'A' | 'B' | 'C' | 'D' | 'met' | 'improved' | 'worse' | 'missing', number>>;
}

/** How scores are counted in whole numbers; undefined for a standard without scores. */
export interface ScorePlan {
  readonly rows: readonly ScoreRow[];
  readonly parts: readonly PartPlan[];
  /** Units of a point of score, and of a clause's whole worth in a part. */
  readonly pointUnits: number;
  readonly worthUnits: number;
  /** Whether a weighted sum stays small enough to be exact; otherwise its share is rounded to a billionth. */
  readonly exact: boolean;
  /** The greatest whole number that may stand for a full score. */
  readonly mostUnits: number;
}

type Scored = Pick<Standard, 'scopes' | 'totalPoints' | 'scoring'>;

export function planScores(
  standard: Scored,
  target: Pick<TargetLevel, 'rules'>,
  tally: Tally,
  clauses: readonly ScoredClause[],
  scopes: readonly SummaryScope[],
): ScorePlan | undefined {
  const rules = target.rules.filter((rule) => rule.kind === 'score');
  if (standard.scoring) return planParts(standard.scoring, standard, clauses, scopes);
  if (scoredBy(clauses, 'points').length === 0) return undefined;
  const rows = pointRows(standard, rules, tally, clauses, scopes);
  const points = scoredBy(clauses, 'points');
  const pointUnits = unitsPerPoint(points, largestFactor(rows));
  const mostUnits = points.reduce((sum, { result }) => sum + unitsOf(result.full, pointUnits), 0);
  return { rows, parts: [], pointUnits, worthUnits: 1, exact: true, mostUnits };
}

const hundred = whole(100);

/** Hundredths of the full score and of what a rule wants, over one denominator. */
export interface Factors {
  readonly full: bigint;
  readonly wanted: bigint;
  readonly over: bigint;
}

export function factorsOf(full: Rational, rule: Pick<ScoreRule, 'of' | 'atLeast'> | undefined): Factors {
  const wanted = !rule ? zero : rule.of === 'share' ? multiply(full, exactly(rule.atLeast)) : exactly(rule.atLeast);
  const values = [multiply(hundred, full), multiply(hundred, wanted)] as const;
  const over = commonDenominator(values);
  const scaled = ({ numerator, denominator }: Rational) => (numerator * over) / denominator;
  return { full: scaled(values[0]), wanted: scaled(values[1]), over };
}

const largestOf = ({ full, wanted, over }: Factors): number => Math.max(Number(full), Number(wanted), Number(over));

/** The greatest number with which sums are multiplied to show the scores of these rows. */
const largestFactor = (rows: readonly ScoreRow[]): number =>
  Math.max(...rows.map(({ full }) => largestOf(factorsOf(full, undefined))));

/** Whether a rule is compared in whole numbers; a threshold with very many digits is compared to nine decimals. */
export const isComparedExactly = (factors: Factors, { mostUnits }: ScorePlan): boolean =>
  largestOf(factors) * mostUnits <= exactLimit;

function pointRows(
  { totalPoints, scopes: named }: Scored,
  rules: readonly ScoreRule[],
  tally: Tally,
  clauses: readonly ScoredClause[],
  scopes: readonly SummaryScope[],
): readonly ScoreRow[] {
  const asked = rules.map(({ scope }) => scope);
  const declared = (name: string) => tally.scopes.get(name)?.declared ?? zero;
  const all = scopes.find(({ name }) => name === 'all');
  if (!all) throw new Error('no scope of all clauses');
  return [
    {
      name: 'total',
      label: '总分',
      full: totalPoints === undefined ? declared('all') : exactly(totalPoints),
      scope: all,
      parts: [],
    },
    ...scopesWith(scopes, clauses, named, ['points'], asked)
      .filter(({ name }) => (name !== 'all' && name !== 'core') || asked.includes(name))
      .map((scope) => ({ name: scope.name, label: scope.label, full: declared(scope.name), scope, parts: [] })),
  ];
}

function planParts(
  scoring: Scoring,
  standard: Scored,
  clauses: readonly ScoredClause[],
  scopes: readonly SummaryScope[],
): ScorePlan {
  const full = exactly(scoring.full);
  const scopeNamed = (name: string): SummaryScope =>
    scopes.find((scope) => scope.name === name) ?? { name, label: name, chapters: [] };
  const weights = scoring.parts.map(({ weight }) => exactly(weight));
  const weightUnits = commonDenominator(weights);
  const worthUnits = worthUnitsOf(scoring, clauses);
  const parts = scoring.parts.map(({ scope, gradeRates, indicatorRates }, index): PartPlan => {
    const units = (rate: string) => Number(inUnits(exactly(rate), worthUnits));
    return {
      scope: scopeNamed(scope),
      weight: Number(inUnits(weights[index] ?? zero, weightUnits)),
      worth: {
        A: units(gradeRates.A),
        B: units(gradeRates.B),
        C: units(gradeRates.C),
        D: units(gradeRates.D),
        met: units(indicatorRates.met),
        improved: units(indicatorRates.improved),
        worse: units(indicatorRates.worse),
        missing: units(indicatorRates.missing),
      },
    };
  });
  const names = scoring.parts.map(({ scope }) => scope);
  const rowOf = (name: string, label: string, members: readonly number[], scope: SummaryScope): ScoreRow => ({
    name,
    label,
    full: multiply(
      full,
      members.reduce((sum, index) => add(sum, weights[index] ?? zero), zero),
    ),
    scope,
    parts: members,
  });
  const repeated = [...new Set(names)].filter((name) => names.indexOf(name) !== names.lastIndexOf(name));
  const rows = [
    { ...rowOf('total', '总分', [...names.keys()], scopeNamed('all')), full },
    ...scoring.parts.map(({ scope, weight }, index) => {
      const label = `${scopeNamed(scope).label}（权重 ${showThreshold(weight)}）`;
      return rowOf(repeated.includes(scope) ? `${scope}#${index}` : scope, label, [index], scopeNamed(scope));
    }),
    ...repeated.map((name) => {
      const members = [...names.keys()].filter((index) => names[index] === name);
      return rowOf(name, `${scopeNamed(name).label}合计`, members, scopeNamed(name));
    }),
  ];
  const mostUnits = names.reduce(
    (product, name) => product * Math.max(1, clauses.filter((scored) => isCountedIn(scored, name, standard)).length),
    worthUnits * parts.reduce((sum, { weight }) => sum + weight, 0),
  );
  const exact = mostUnits * largestFactor(rows) <= exactLimit;
  return { rows, parts, pointUnits: 100, worthUnits, exact, mostUnits: exact ? mostUnits : billion };
}

/** Stands for the full score where whole numbers would grow too large. */
export const billion = 1e9;

const isCountedIn = ({ clause, counted }: ScoredClause, scope: string, { scopes }: Scored): boolean =>
  counted && isInScope(clause, scope, scopes);

const inUnits = ({ numerator, denominator }: Rational, units: bigint | number): bigint =>
  (numerator * BigInt(units)) / denominator;

const mostShareUnits = 1_000_000n;

/** Whole numbers for all rates; finer where points clauses bring any share of their full score. */
function worthUnitsOf({ parts }: Scoring, clauses: readonly ScoredClause[]): number {
  const rates = commonDenominator(
    parts
      .flatMap(({ gradeRates, indicatorRates }) => [...Object.values(gradeRates), ...Object.values(indicatorRates)])
      .map(exactly),
  );
  const points = scoredBy(clauses, 'points');
  if (points.length === 0) return Number(rates);
  const shares = points.reduce((found, { result: { full, score } }) => {
    const cents = 100n * full.numerator;
    const scores = (score?.denominator ?? 1n) * full.numerator;
    return commonMultiple(commonMultiple(found, cents === 0n ? 1n : cents), scores === 0n ? 1n : scores);
  }, rates);
  return Number(shares <= mostShareUnits ? shares : rates * mostShareUnits);
}
