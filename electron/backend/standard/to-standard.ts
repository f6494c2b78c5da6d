import type { ClauseId, PointId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import {
  tiers,
  type Clause,
  type IndicatorDefinition,
  type Method,
  type PointTier,
  type Rule,
  type Scoring,
  type Standard,
  type TargetLevel,
  type Tier,
} from '../../../shared/domain/standard/standard.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { methodOf } from './check-pack.ts';
import { asShare } from '../../../shared/domain/number/exact-share.ts';
import type {
  Pack,
  PackChapter,
  PackClause,
  PackRule,
  PackSection,
  PackTarget,
} from '../../../shared/contract/pack-schema.ts';

const pointTiers: readonly PointTier[] = [...tiers, 'yes'];

/** The pack as the domain knows it; its ids hold the content's hash, so that an edited pack is another standard. */
export function toStandard(pack: Pack, contentSha256: string): Standard {
  const id = `${pack.id}@${contentSha256.slice(0, 12)}` as StandardId;
  return {
    id,
    packId: pack.id,
    title: pack.title,
    programme: pack.programme,
    edition: pack.edition,
    confidence: pack.confidence,
    note: pack.note,
    targets: pack.targets.map(toTargetLevel),
    scopes: (pack.scopes ?? []).map(({ id: scopeId, label, chapters }) => ({ id: scopeId, label, chapters })),
    totalPoints: pack.totalPoints === undefined ? undefined : exactText(pack.totalPoints),
    yesAtRate: exactText(pack.yesAtRate ?? 0.6),
    scoring: pack.scoring && toScoring(pack.scoring),
    chapters: pack.chapters.map((chapter) => ({
      code: chapter.code,
      title: chapter.title,
      excludedFromRules: chapter.excludeFromRules === true,
      sections: chapter.sections.map((section) => ({
        code: section.code,
        title: section.title,
        clauses: section.clauses.map((clause) => toClause(clause, { id, pack, chapter, section })),
      })),
    })),
  };
}

interface Place {
  readonly id: StandardId;
  readonly pack: Pack;
  readonly chapter: PackChapter;
  readonly section: PackSection;
}

function toClause(clause: PackClause, { id, pack, chapter, section }: Place): Clause {
  const clauseId = `${id}/${clause.code}` as ClauseId;
  return {
    id: clauseId,
    code: clause.code,
    title: clause.title,
    method: methodOf(pack, chapter, section, clause),
    core: clause.core,
    optional: clause.optional,
    chapter: chapter.code,
    section: section.code,
    counts: chapter.excludeFromRules !== true,
    points: pointTiers.flatMap((tier) =>
      (clause.requirements?.[tier] ?? []).map((text, index) => ({
        id: `${clauseId}/${tier}${index + 1}` as PointId,
        tier,
        text,
      })),
    ),
    suggestedEvidence: clause.evidence,
    checks: clause.checks,
    departments: clause.departments,
    note: clause.note,
    confidence: clause.confidence,
    genericTiers: genericTiersOf(clause.genericLevels),
    indicator: clause.indicator && toIndicator(clause.indicator),
    fullScore: clause.points === undefined ? undefined : exactText(clause.points),
    deductions: clause.deductions ?? [],
  };
}

function genericTiersOf(levels: PackClause['genericLevels']): readonly Tier[] {
  if (levels === true) return ['B', 'A'];
  return levels === undefined || levels === false ? [] : levels;
}

const toTargetLevel = (target: PackTarget): TargetLevel => ({
  id: target.id as TargetId,
  label: target.label,
  rules: target.rules.map(toRule),
  confidence: target.confidence,
  note: target.note,
});

/** @throws {Error} for what `check-pack.ts` refuses: a threshold that is not exact, a share of clauses with grade E. */
function toRule(rule: PackRule): Rule {
  const atLeast = exactText(rule.atLeast);
  if ('score' in rule) {
    return { kind: 'score', scope: rule.score, of: rule.of ?? 'points', atLeast };
  }
  if (rule.grade === 'E') throw new Error('a rule over grade E');
  return rule.grade === 'yes'
    ? { kind: 'passing', scope: rule.scope, atLeast }
    : { kind: 'grade', scope: rule.scope, grade: rule.grade, atLeast };
}

/** A number of the pack as exact text: `0.9`, `850`, `1/3`. */
function exactText(value: number | string): string {
  const text = asShare(value);
  if (text === undefined) throw new Error(`${value} is not exact`);
  return text;
}

/** What a result is worth in a part that does not say so (FORMAT.md, `scoring.parts`). */
const usualGradeRates = { A: 1, B: 0.85, C: 0.7, D: 0 };
const usualIndicatorRates = { met: 1, improved: 0.6, worse: 0, missing: 0 };

function toScoring(scoring: NonNullable<Pack['scoring']>): Scoring {
  return {
    full: exactText(scoring.full),
    confidence: scoring.confidence,
    note: scoring.note,
    parts: scoring.parts.map(({ scope, weight, gradeRates, indicatorRates }) => ({
      scope,
      weight: exactText(weight),
      gradeRates: exactRates(gradeRates ?? usualGradeRates),
      indicatorRates: exactRates(indicatorRates ?? usualIndicatorRates),
    })),
  };
}

const exactRates = <Name extends string>(rates: Readonly<Record<Name, number>>): Record<Name, string> =>
  Object.fromEntries(Object.entries<number>(rates).map(([name, rate]) => [name, exactText(rate)])) as Record<
    Name,
    string
  >;

type PackIndicator = NonNullable<PackClause['indicator']>;

const toIndicator = (indicator: PackIndicator): IndicatorDefinition => ({
  numerator: indicator.numerator,
  denominator: indicator.denominator,
  unit: indicator.unit,
  multiplier: indicator.multiplier === undefined ? undefined : exactText(indicator.multiplier),
  direction: indicator.direction,
  period: indicator.period,
  target: typeof indicator.target === 'number' ? String(indicator.target) : undefined,
  targetAdvice: typeof indicator.target === 'string' ? indicator.target : undefined,
  formula: indicator.formula,
});

/** A pack as it is listed. */
export const summarise = (pack: Pack): StandardSummary => ({
  id: pack.id,
  title: pack.title,
  programme: pack.programme,
  edition: pack.edition,
  issuer: pack.issuer,
  document: pack.document,
  confidence: pack.confidence,
  note: pack.note,
  appliesTo: pack.appliesTo,
  clauses: countMethods(pack),
  targets: pack.targets.map(({ id, label, confidence, note }) => ({ id, label, confidence, note })),
  totalPoints: pack.totalPoints,
});

function countMethods(pack: Pack): Partial<Record<Method, number>> {
  const counts: Partial<Record<Method, number>> = {};
  for (const chapter of pack.chapters) {
    for (const section of chapter.sections) {
      for (const clause of section.clauses) {
        const method = methodOf(pack, chapter, section, clause);
        counts[method] = (counts[method] ?? 0) + 1;
      }
    }
  }
  return counts;
}
