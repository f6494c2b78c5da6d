import type { ProportionRule, TargetLevel } from '../standard/standard.ts';
import { cutPercent, leastCount, parseFraction, reaches } from './fraction.ts';
import { countAtLeast, denominatorOf, emptyScope, type Tally } from './tally.ts';

/** One rule of the target, measured. */
export interface RuleResult extends ProportionRule {
  /** False when the scope has no applicable clause: the rule says nothing then, and does not stop the target. */
  readonly applicable: boolean;
  readonly count: number;
  readonly denominator: number;
  /** Cut to one decimal; undefined when not applicable. */
  readonly percent: string | undefined;
  /** 已评口径: the share over scored clauses only. A forecast, never the verdict. */
  readonly forecast: string | undefined;
  readonly missing: number;
  readonly holds: boolean;
}

export interface Verdict {
  readonly reached: boolean;
  readonly rules: readonly RuleResult[];
  readonly unscored: number;
}

/**
 * Measures a target's rules (product.md section 5). A target none of whose rules applies is not reached:
 * nothing has been shown.
 *
 * @throws {Error} when a threshold is not an exact share; packs are validated before they get here.
 */
export function judge(target: Pick<TargetLevel, 'rules'>, tally: Tally): Verdict {
  const rules = target.rules.map((rule) => measure(rule, tally));
  return {
    reached: rules.some((rule) => rule.applicable) && rules.every((rule) => rule.holds),
    rules,
    unscored: (tally.get('all') ?? emptyScope()).unscored,
  };
}

function measure(rule: ProportionRule, tally: Tally): RuleResult {
  const atLeast = parseFraction(rule.atLeast);
  if (!atLeast) throw new Error(`threshold ${rule.atLeast} is not a share`);
  const scope = tally.get(rule.scope) ?? emptyScope();
  const denominator = denominatorOf(scope);
  const count = countAtLeast(scope, rule.grade);
  const scored = denominator - scope.unscored;
  const applicable = denominator > 0;
  const missing = applicable ? Math.max(0, leastCount(atLeast, denominator) - count) : 0;
  return {
    scope: rule.scope,
    grade: rule.grade,
    atLeast: rule.atLeast,
    applicable,
    count,
    denominator,
    percent: applicable ? cutPercent(count, denominator) : undefined,
    forecast: scored > 0 ? cutPercent(count, scored) : undefined,
    missing,
    holds: !applicable || reaches(count, denominator, atLeast),
  };
}
