import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause, ProportionRule } from '../../../shared/domain/standard/standard.ts';
import { isShortOf } from '../../../shared/domain/verdict/gap.ts';
import { factsOf } from '../../app/clause-facts.ts';

export type ClauseFilter =
  | { readonly kind: 'all' | 'unscored' | 'one-step' | 'no-evidence' | 'core' }
  | { readonly kind: 'grade'; readonly grade: Grade }
  /** Clauses that would bring this rule of the target nearer. */
  | { readonly kind: 'short-of'; readonly rule: ProportionRule };

export const everything: ClauseFilter = { kind: 'all' };

export const isSameFilter = (left: ClauseFilter, right: ClauseFilter): boolean =>
  left.kind === right.kind &&
  (left.kind !== 'grade' || (right.kind === 'grade' && left.grade === right.grade)) &&
  (left.kind !== 'short-of' ||
    (right.kind === 'short-of' && left.rule.scope === right.rule.scope && left.rule.grade === right.rule.grade));

export function matchesFilter(clause: Clause, state: ClauseState, filter: ClauseFilter): boolean {
  const { grade, stepsToNext } = factsOf(clause, state);
  switch (filter.kind) {
    case 'all':
      return true;
    case 'unscored':
      return clause.method === 'graded' && grade === undefined;
    case 'one-step':
      return clause.method === 'graded' && stepsToNext === 1;
    case 'no-evidence':
      return clause.method === 'graded' && grade !== 'E' && state.evidence.length === 0;
    case 'core':
      return clause.core;
    case 'grade':
      return clause.method === 'graded' && grade === filter.grade;
    case 'short-of':
      return isCounted(clause) && isShortOf({ ...clause, grade }, filter.rule);
  }
}
