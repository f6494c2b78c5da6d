import {
  brief,
  compare,
  cut,
  divide,
  exactly,
  isZero,
  multiply,
  raised,
  subtract,
  whole,
  zero,
} from '../number/rational.ts';
import type { GradeRule, PassingRule, Rule, ScoreRule, TargetLevel } from '../standard/standard.ts';
import { cutPercent, leastCount, reaches, shareOf } from '../number/share.ts';
import { scoreOf, type ScoreScale } from './score.ts';
import { countAtLeast, denominatorOf, emptyScope, passingDenominator, type Tally } from './tally.ts';

interface Measure {
  /** False when the scope has no applicable clause: the rule says nothing then, and does not stop the target. */
  readonly applicable: boolean;
  /** Cut to one decimal; undefined when not applicable. */
  readonly percent: string | undefined;
  /** 已评口径: over scored clauses only. A forecast in percent, never the verdict. */
  readonly forecast: string | undefined;
  readonly holds: boolean;
}

interface Counted extends Measure {
  readonly count: number;
  readonly denominator: number;
  /** How many clauses. */
  readonly missing: number;
}

interface Scored extends Measure {
  /** Cut to two decimals. */
  readonly score: string;
  readonly full: string;
  /** The points that the rule wants; of a share, that share of the full score. */
  readonly wanted: string;
  /** How many points, never said to be less than it is. */
  readonly missing: string;
}

export type GradeRuleResult = GradeRule & Counted;
export type PassingRuleResult = PassingRule & Counted;
export type ScoreRuleResult = ScoreRule & Scored;
/** One rule of the target, measured. */
export type RuleResult = GradeRuleResult | PassingRuleResult | ScoreRuleResult;

export interface Verdict {
  readonly reached: boolean;
  /** 一票否决: the codes of the prerequisites that are violated. */
  readonly vetoes: readonly string[];
  readonly rules: readonly RuleResult[];
  /** The whole score, where the standard keeps one. */
  readonly total: { readonly score: string; readonly full: string } | undefined;
  /** Clauses that stand in rules and have no result yet. */
  readonly unscored: number;
}

/** What besides the counts decides a verdict. */
export interface Circumstances extends ScoreScale {
  /** The codes of violated prerequisites. */
  readonly violated?: readonly string[];
}

/**
 * Measures a target's rules (product.md section 5). A target none of whose rules applies is not reached:
 * nothing has been shown.
 *
 * @throws {Error} when a threshold is not exact; standards and edited rules are checked before they get here.
 */
export function judge(
  target: Pick<TargetLevel, 'rules'>,
  tally: Tally,
  { violated = [], ...scale }: Circumstances = {},
): Verdict {
  const rules = target.rules.map((rule) => measure(rule, tally, scale));
  const all = tally.scopes.get('all') ?? emptyScope();
  const total = scoreOf('total', tally, scale);
  return {
    reached: violated.length === 0 && rules.some((rule) => rule.applicable) && rules.every((rule) => rule.holds),
    vetoes: violated,
    rules,
    total: total && { score: cut(total.earned, 2), full: brief(total.full) },
    unscored: all.unscored + all.open,
  };
}

function measure(rule: Rule, tally: Tally, scale: ScoreScale): RuleResult {
  switch (rule.kind) {
    case 'grade': {
      const scope = tally.scopes.get(rule.scope) ?? emptyScope();
      return {
        ...rule,
        ...proportion(rule.atLeast, countAtLeast(scope, rule.grade), denominatorOf(scope), scope.unscored),
      };
    }
    case 'passing': {
      const scope = tally.scopes.get(rule.scope) ?? emptyScope();
      return { ...rule, ...proportion(rule.atLeast, scope.passed, passingDenominator(scope), scope.open) };
    }
    case 'score':
      return { ...rule, ...measureScore(rule, tally, scale) };
  }
}

function proportion(threshold: string, count: number, denominator: number, unscored: number): Counted {
  const atLeast = shareOf(threshold);
  const scored = denominator - unscored;
  const applicable = denominator > 0;
  return {
    applicable,
    count,
    denominator,
    percent: applicable ? cutPercent(count, denominator) : undefined,
    forecast: scored > 0 ? cutPercent(count, scored) : undefined,
    missing: applicable ? Math.max(0, leastCount(atLeast, denominator) - count) : 0,
    holds: !applicable || reaches(count, denominator, atLeast),
  };
}

const hundred = whole(100);

function measureScore(rule: ScoreRule, tally: Tally, scale: ScoreScale): Scored {
  const found = scoreOf(rule.scope, tally, scale);
  if (!found) {
    return {
      applicable: false,
      score: '0.00',
      full: '0',
      wanted: '0',
      percent: undefined,
      forecast: undefined,
      missing: '0',
      holds: true,
    };
  }
  const wanted = rule.of === 'share' ? multiply(exactly(rule.atLeast), found.full) : exactly(rule.atLeast);
  const short = subtract(wanted, found.earned);
  const counts = tally.scopes.get(rule.scope === 'total' ? 'all' : rule.scope);
  const isOfPoints = scale.scoring === undefined && counts !== undefined && !isZero(counts.scoredFull);
  return {
    applicable: true,
    score: cut(found.earned, 2),
    full: brief(found.full),
    wanted: raised(wanted, 2).replace(/\.?0+$/, ''),
    percent: cut(multiply(found.share, hundred), 1),
    forecast: isOfPoints ? cut(multiply(divide(counts.earned, counts.scoredFull), hundred), 1) : undefined,
    missing: compare(short, zero) > 0 ? raised(short, 2) : '0',
    holds: compare(short, zero) <= 0,
  };
}
