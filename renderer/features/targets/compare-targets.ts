import type { RoundTarget } from '../../../shared/contract/round.ts';
import type { RuleResult, Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { ruleKey } from '../../app/rule-words.ts';
import { judgeOn, type Ground } from './ground.ts';

/** One thing that is counted, and what each target asks of it. */
export interface ComparisonRow {
  readonly key: string;
  /** Any of the rules: where we stand is the same for all. */
  readonly rule: RuleResult;
  /** By target, in their order; undefined where a target has no such rule. */
  readonly results: readonly (RuleResult | undefined)[];
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[];
  readonly verdicts: readonly Verdict[];
}

/** All targets side by side. Rows come in the order in which the targets first name them. */
export function compareTargets(targets: readonly RoundTarget[], ground: Ground): Comparison {
  const verdicts = targets.map(({ rules }) => judgeOn(ground, rules));
  const rules = new Map<string, RuleResult>();
  for (const verdict of verdicts) {
    for (const rule of verdict.rules) if (!rules.has(ruleKey(rule))) rules.set(ruleKey(rule), rule);
  }
  return {
    verdicts,
    rows: [...rules].map(([key, rule]) => ({
      key,
      rule,
      results: verdicts.map((verdict) => verdict.rules.find((each) => ruleKey(each) === key)),
    })),
  };
}
