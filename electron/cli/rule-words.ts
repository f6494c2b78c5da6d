import { showThreshold } from '../../shared/domain/number/share.ts';
import type { RuleResult, Verdict } from '../../shared/domain/verdict/verdict.ts';

/** Where a rule stands: `6/9`, `84.99/100 分`. */
export function standing(rule: RuleResult): string {
  if (!rule.applicable) return '';
  return rule.kind === 'score' ? `${rule.score}/${rule.full} 分` : `${rule.count}/${rule.denominator}`;
}

/** What a rule wants: `90%`, `850 分`. */
export const wanted = (rule: RuleResult): string =>
  rule.kind === 'score' && rule.of === 'points' ? `${rule.atLeast} 分` : showThreshold(rule.atLeast);

/** Whether a rule holds, and how much it lacks. */
export function outcome(rule: RuleResult): string {
  if (!rule.applicable) return '不适用';
  if (rule.holds) return '已达到';
  return rule.kind === 'score' ? `差 ${rule.missing} 分` : `差 ${rule.missing} 条`;
}

export const reachedWords = ({ reached, vetoes }: Pick<Verdict, 'reached' | 'vetoes'>): string =>
  vetoes.length > 0 ? '一票否决' : reached ? '已达到' : '未达到';
