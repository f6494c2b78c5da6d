import { parseShare, showThreshold } from '../../shared/domain/number/share.ts';
import type { Rule, Scope } from '../../shared/domain/standard/standard.ts';
import type { RuleResult } from '../../shared/domain/verdict/verdict.ts';
import { ruleLabel } from '../../shared/text/labels.ts';

/** Rules that count the same thing, whatever they ask of it. */
export const ruleKey = (rule: Pick<Rule, 'kind' | 'scope'> & { readonly grade?: string }): string =>
  `${rule.kind} ${rule.scope} ${rule.grade ?? ''}`;

/** What a rule asks for: “90%”, “1/3”, “850 分”. Can be typed back as it is. */
export const thresholdWords = (rule: Rule): string =>
  rule.kind === 'score' && rule.of === 'points' ? `${rule.atLeast} 分` : showThreshold(rule.atLeast);

/** “核心 B 及以上 70%”. */
export const ruleWords = (rule: Rule, scopes: readonly Scope[]): string =>
  `${ruleLabel(rule, scopes)} ${thresholdWords(rule)}`;

/** Where a rule stands: “88.8%”, “84.99”; a dash when nothing in its scope applies. */
export function standWords(rule: RuleResult): string {
  if (!rule.applicable) return '—';
  return rule.kind === 'score' && rule.of === 'points' ? rule.score : `${rule.percent ?? '0'}%`;
}

/** What the figure is made of: “97 / 109 条”, “84.99 / 100 分”; of a score in points its full score. */
export function countWords(rule: RuleResult): string {
  if (!rule.applicable) return '范围内没有适用的条款';
  if (rule.kind !== 'score') return `${rule.count} / ${rule.denominator} 条`;
  return rule.of === 'points' ? `满分 ${rule.full} 分` : `${rule.score} / ${rule.full} 分`;
}

export function outcomeWords(rule: RuleResult): string {
  if (!rule.applicable) return '不适用';
  if (rule.holds) return '已达到';
  return `差 ${missingWords(rule)}`;
}

/** “7 条”, “0.01 分” */
export const missingWords = (rule: RuleResult): string =>
  rule.kind === 'score' ? `${rule.missing.replace(/\.00$/, '')} 分` : `${rule.missing} 条`;

/** Where the threshold stands on a meter, 0 to 100. */
export function tickOf(rule: RuleResult): number | undefined {
  if (rule.kind === 'score' && rule.of === 'points') {
    const full = Number(rule.full);
    return full > 0 ? Math.min(100, (Number(rule.wanted) / full) * 100) : undefined;
  }
  const share = parseShare(rule.atLeast);
  return share && Math.min(100, (Number(share.numerator) / Number(share.denominator)) * 100);
}
