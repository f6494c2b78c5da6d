import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { gapRulesOf as rulesOf, type GapRules } from '../../../shared/domain/verdict/gap.ts';

const known = new WeakMap<Standard, GapRules>();

/** One object for each standard: rows are memoized by it. */
export function gapRulesOf(standard: Standard): GapRules {
  const rules = known.get(standard) ?? rulesOf(standard);
  known.set(standard, rules);
  return rules;
}
