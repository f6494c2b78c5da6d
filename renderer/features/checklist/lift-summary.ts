import { cheapestLifts } from '../../../shared/domain/verdict/gap.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { costWords } from '../targets/lift-words.ts';
import type { Ground } from '../targets/ground.ts';

const shown = 5;

/** “最容易提升：3.6.3（1 个要点）…” for a rule that does not hold. */
export function liftSummary(rule: RuleResult, { counted, gapRules }: Ground): string | undefined {
  if (rule.holds) return undefined;
  const lifts = cheapestLifts(rule, counted, gapRules)
    .slice(0, shown)
    .map(({ clause, pointsToMeet }) => {
      const cost = costWords(clause.clause.method, pointsToMeet);
      return `${clause.code}${clause.core ? '★' : ''}（${cost}）`;
    });
  return lifts.length > 0 ? `最容易提升：${lifts.join('、')}` : undefined;
}
