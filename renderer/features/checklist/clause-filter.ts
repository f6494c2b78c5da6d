import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { passes } from '../../../shared/domain/result/clause-result.ts';
import { isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause, Method, Rule } from '../../../shared/domain/standard/standard.ts';
import { costOf, wantedFor, type GapRules, type Wanted } from '../../../shared/domain/verdict/gap.ts';
import { factsOf, type ClauseFacts } from '../../app/clause-facts.ts';
import { ruleKey } from '../../app/rule-words.ts';

/** Filters that need to know nothing of the standard. */
export type PlainFilter =
  | { readonly kind: 'all' | 'unscored' | 'no-evidence' | 'no-target' | 'core' }
  | { readonly kind: 'grade'; readonly grade: Grade }
  | { readonly kind: 'method'; readonly method: Method };

export type ClauseFilter =
  | PlainFilter
  | { readonly kind: 'failing' | 'one-step' }
  /** Clauses that would bring this rule of the target nearer. */
  | { readonly kind: 'short-of'; readonly rule: Rule };

export const everything: ClauseFilter = { kind: 'all' };

const keyOf = (filter: ClauseFilter): string => {
  switch (filter.kind) {
    case 'grade':
      return `grade ${filter.grade}`;
    case 'method':
      return `method ${filter.method}`;
    case 'short-of':
      return `short-of ${ruleKey(filter.rule)}`;
    case 'all':
    case 'unscored':
    case 'no-evidence':
    case 'no-target':
    case 'core':
    case 'failing':
    case 'one-step':
      return filter.kind;
  }
};

export const isSameFilter = (left: ClauseFilter, right: ClauseFilter): boolean => keyOf(left) === keyOf(right);

export function matchesFilter(clause: Clause, state: ClauseState, filter: PlainFilter): boolean;
export function matchesFilter(clause: Clause, state: ClauseState, filter: ClauseFilter, rules: GapRules): boolean;
export function matchesFilter(clause: Clause, state: ClauseState, filter: ClauseFilter, rules?: GapRules): boolean {
  const facts = factsOf(clause, state);
  switch (filter.kind) {
    case 'all':
      return true;
    case 'unscored':
      return !facts.scored;
    case 'no-evidence':
      return !facts.exempt && state.evidence.length === 0;
    case 'no-target':
      return hasNoTarget(facts);
    case 'core':
      return clause.core;
    case 'grade':
      return facts.grade === filter.grade;
    case 'method':
      return clause.method === filter.method;
    case 'failing':
      return rules !== undefined && isFailing(facts, rules);
    case 'one-step':
      return rules !== undefined && isOneStep(facts, rules);
    case 'short-of':
      return rules !== undefined && liftWanted(clause, facts, filter.rule, rules) !== undefined;
  }
}

/** To what a clause must be lifted for a rule; undefined when that would not help it. */
export const liftWanted = (
  clause: Pick<Clause, 'chapter' | 'core' | 'counts'>,
  { result }: ClauseFacts,
  rule: Rule,
  rules: GapRules,
): Wanted | undefined =>
  isCounted(clause) ? wantedFor({ chapter: clause.chapter, core: clause.core, result }, rule, rules) : undefined;

/** 未设目标: an indicator that is judged, with nothing to judge it by. Whatever its figures, it is never met. */
const hasNoTarget = ({ result }: ClauseFacts): boolean =>
  result.method === 'indicator' && !result.exempt && !result.monitored && result.target === undefined;

/** 不合格: graded D, failed, violated, below the passing score, or measured and not met. */
function isFailing({ result }: ClauseFacts, { yesAtRate }: GapRules): boolean {
  switch (result.method) {
    case 'graded':
      return result.grade === 'D';
    case 'indicator':
      return !result.exempt && result.status === 'unmet';
    case 'checklist':
    case 'points':
    case 'prerequisite':
      return passes(result, yesAtRate) === 'fail';
  }
}

/** 差一步: one more point gives the next grade, or makes the clause pass. A figure is no point, a violation no step. */
function isOneStep({ result, judged, stepsToNext }: ClauseFacts, { yesAtRate }: GapRules): boolean {
  if (result.method === 'graded') return stepsToNext === 1;
  if (result.method === 'indicator' || result.method === 'prerequisite') return false;
  if (passes(result, yesAtRate) !== 'fail') return false;
  return costOf({ result, points: judged }, 'yes', yesAtRate) === 1;
}
