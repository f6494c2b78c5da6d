import type { VerdictReport } from '../../shared/contract/round.ts';
import type { RuleResult } from '../../shared/domain/verdict/verdict.ts';

/** A rule and where it stands, as product.md section 9 names it. */
export function ruleJson(rule: RuleResult) {
  const atLeast = /^[\d.]+$/.test(rule.atLeast) ? Number(rule.atLeast) : rule.atLeast;
  const { scope, applicable, holds } = rule;
  const percent = rule.percent ?? null;
  if (rule.kind === 'score') {
    const { score: value, full, missing } = rule;
    const share = rule.of === 'share' ? { of: rule.of } : {};
    return { score: scope, ...share, atLeast, applicable, value, full, percent, missing, holds };
  }
  const { count, denominator, missing } = rule;
  const grade = rule.kind === 'grade' ? rule.grade : 'yes';
  return { scope, grade, atLeast, applicable, count, denominator, percent, missing, holds };
}

export const verdictJson = (report: VerdictReport) => ({
  target: report.target,
  edited: report.edited,
  reached: report.reached,
  vetoes: report.vetoes,
  total: report.total ?? null,
  rules: report.rules.map(ruleJson),
  gap: report.gap,
  unscored: report.unscored,
});
