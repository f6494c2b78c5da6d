import type { Pack, PackClause, PackRule } from '../../../shared/contract/pack-schema.ts';
import type { LibraryStandard } from '../../../shared/contract/standard.ts';
import { tiers, type Clause, type Rule } from '../../../shared/domain/standard/standard.ts';
import { packFigure } from './edit/targets.ts';

const amount = (text: string | undefined) => (text === undefined ? {} : { points: Number(text) });

/** A standard of the library laid out as a pack, to be looked at where nothing can be changed. */
export function packShown({ summary, standard }: LibraryStandard): Pack {
  return {
    id: summary.id,
    title: summary.title,
    programme: summary.programme,
    edition: summary.edition,
    issuer: summary.issuer,
    document: summary.document,
    appliesTo: [...summary.appliesTo],
    confidence: summary.confidence,
    note: summary.note,
    method: 'graded',
    scale: [],
    ...(standard.totalPoints !== undefined && { totalPoints: Number(standard.totalPoints) }),
    yesAtRate: packFigure(standard.yesAtRate),
    scopes: standard.scopes.map(({ id, label, chapters }) => ({ id, label, chapters: [...chapters] })),
    targets: standard.targets.map(({ id, label, rules, confidence, note }) => ({
      id,
      label,
      rules: rules.map(ruleShown),
      confidence,
      note,
    })),
    chapters: standard.chapters.map(({ code, title, excludedFromRules, sections }) => ({
      code,
      title,
      ...(excludedFromRules && { excludeFromRules: true }),
      sections: sections.map((section) => ({
        code: section.code,
        title: section.title,
        clauses: section.clauses.map(clauseShown),
      })),
    })),
  };
}

function ruleShown(rule: Rule): PackRule {
  const atLeast = packFigure(rule.atLeast);
  switch (rule.kind) {
    case 'grade':
      return { scope: rule.scope, grade: rule.grade, atLeast: rule.atLeast };
    case 'passing':
      return { scope: rule.scope, grade: 'yes', atLeast };
    case 'score':
      return { score: rule.scope, atLeast, ...(rule.of === 'share' && { of: 'share' }) };
  }
}

function clauseShown(clause: Clause): PackClause {
  const { indicator } = clause;
  const inTier = (tier: string) => clause.points.filter((point) => point.tier === tier).map(({ text }) => text);
  return {
    code: clause.code,
    title: clause.title,
    core: clause.core,
    optional: clause.optional,
    method: clause.method,
    evidence: [...clause.suggestedEvidence],
    checks: [...clause.checks],
    departments: [...clause.departments],
    deductions: [...clause.deductions],
    note: clause.note,
    requirements:
      clause.method === 'graded'
        ? Object.fromEntries(tiers.map((tier) => [tier, inTier(tier)]))
        : { yes: inTier('yes') },
    ...amount(clause.fullScore),
    ...(indicator && {
      indicator: {
        numerator: indicator.numerator,
        denominator: indicator.denominator,
        unit: indicator.unit,
        direction: indicator.direction,
        period: indicator.period,
        target: indicator.target === undefined ? indicator.targetAdvice : packFigure(indicator.target),
        formula: indicator.formula,
      },
    }),
  };
}
