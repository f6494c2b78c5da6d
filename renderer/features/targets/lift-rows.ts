import { isAtLeast } from '../../../shared/domain/grade/grade.ts';
import type { Rule } from '../../../shared/domain/standard/standard.ts';
import { cheapestLifts, costOf, wantedFor, type Wanted } from '../../../shared/domain/verdict/gap.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import type { Ground, Lifts, RoundClause } from './ground.ts';
import { possibleLifts } from './possible-lifts.ts';

/** A clause that would bring the target nearer, and what lifting it costs. */
export interface LiftRow {
  readonly item: RoundClause;
  readonly wanted: Wanted;
  readonly options: readonly Wanted[];
  readonly ticked: boolean;
  /** Points still to meet; an indicator takes one figure. */
  readonly cost: number;
  /** Places of the failing rules that it helps. */
  readonly helps: readonly number[];
  /** A violated prerequisite: lifting it lifts the veto. */
  readonly veto: boolean;
  /** Planned, and meanwhile reached. */
  readonly done: boolean;
}

export interface LiftQuery {
  readonly rules: readonly RuleResult[];
  /** The round as it is, without the lifts. */
  readonly ground: Ground;
  readonly lifts: Lifts;
  /** To what clauses are lifted unless they were ticked for something else; undefined as the rules want it. */
  readonly preferred?: Wanted | undefined;
  /** The place of the one rule whose clauses are asked for. */
  readonly only?: number | undefined;
}

/**
 * All clauses that would help: violated prerequisites, then for each failing rule as {@link cheapestLifts} orders them,
 * then what was ticked besides. A clause that serves several rules is listed once, for the first of them.
 */
export function liftRows({ rules, ground, lifts, preferred, only }: LiftQuery): readonly LiftRow[] {
  const { clauses, counted, violated, gapRules } = ground;
  const wantedBy = new Map<RoundClause, Wanted>();
  const isAll = only === undefined;
  for (const item of clauses) if (isAll && violated.includes(item.code)) wantedBy.set(item, 'yes');
  for (const [at, rule] of rules.entries()) {
    if (rule.holds || (!isAll && at !== only)) continue;
    for (const { clause, wanted } of cheapestLifts(rule, counted, gapRules)) {
      if (!wantedBy.has(clause)) wantedBy.set(clause, wanted);
    }
  }
  for (const item of clauses) {
    const wanted = lifts.get(item.id);
    if (isAll && wanted && !wantedBy.has(item)) wantedBy.set(item, wanted);
  }
  return [...wantedBy].map(([item, first]) => {
    const possible = possibleLifts(item.result, gapRules.yesAtRate);
    const chosen = lifts.get(item.id);
    const wanted = chosen ?? (preferred && possible.includes(preferred) ? preferred : first);
    return {
      item,
      wanted,
      options: possible.filter((each) => each !== 'D' || each === wanted),
      ticked: chosen !== undefined,
      cost: costOf(item, wanted, gapRules.yesAtRate),
      helps: rules.flatMap((rule, at) => (!rule.holds && helps(item, wanted, rule, ground) ? [at] : [])),
      veto: violated.includes(item.code),
      done: !possible.includes(wanted),
    };
  });
}

function helps(item: RoundClause, wanted: Wanted, rule: Rule, { gapRules }: Ground): boolean {
  const needed = item.clause.counts ? wantedFor(item, rule, gapRules) : undefined;
  if (needed === undefined) return false;
  return rule.kind !== 'grade' || (wanted !== 'yes' && wanted !== 'full' && isAtLeast(wanted, rule.grade));
}
