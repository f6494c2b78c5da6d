import type { ClauseId, PointId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import {
  tiers,
  type Clause,
  type Method,
  type PointTier,
  type ProportionRule,
  type Standard,
  type TargetLevel,
  type Tier,
} from '../../../shared/domain/standard/standard.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { methodOf } from './check-pack.ts';
import { asShare } from './exact-share.ts';
import type { Pack, PackChapter, PackClause, PackRule, PackSection, PackTarget } from './pack-schema.ts';

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
    targets: pack.targets.flatMap((target) => toTargetLevel(pack, target) ?? []),
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
    indicator: clause.indicator && {
      numerator: clause.indicator.numerator,
      denominator: clause.indicator.denominator,
      unit: clause.indicator.unit,
      direction: clause.indicator.direction,
      period: clause.indicator.period,
    },
  };
}

function genericTiersOf(levels: PackClause['genericLevels']): readonly Tier[] {
  if (levels === true) return ['B', 'A'];
  return levels === undefined || levels === false ? [] : levels;
}

/**
 * A target can be measured when every rule is a proportion of graded clauses over all, core or a chapter, and nothing
 * can veto it: with prerequisites in the pack, its rules alone would promise what they cannot keep.
 */
function toTargetLevel(pack: Pack, target: PackTarget): TargetLevel | undefined {
  if ((countMethods(pack).prerequisite ?? 0) > 0) return undefined;
  const rules = target.rules.flatMap((rule) => toProportion(rule) ?? []);
  if (rules.length < target.rules.length) return undefined;
  return { id: target.id as TargetId, label: target.label, rules, confidence: target.confidence, note: target.note };
}

function toProportion(rule: PackRule): ProportionRule | undefined {
  if (!('grade' in rule) || rule.grade === 'yes' || rule.grade === 'E') return undefined;
  if (rule.scope !== 'all' && rule.scope !== 'core' && !rule.scope.startsWith('chapter:')) return undefined;
  const atLeast = asShare(rule.atLeast);
  return atLeast === undefined ? undefined : { scope: rule.scope, grade: rule.grade, atLeast };
}

/** A pack as it is listed; all of its targets, also those that cannot be measured yet. */
export const summarise = (pack: Pack): StandardSummary => ({
  id: pack.id,
  title: pack.title,
  programme: pack.programme,
  edition: pack.edition,
  confidence: pack.confidence,
  note: pack.note,
  appliesTo: pack.appliesTo,
  clauses: countMethods(pack),
  targets: pack.targets.map(({ id, label, confidence, note }) => ({ id, label, confidence, note })),
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
