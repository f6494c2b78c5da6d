import type { Rule } from '../../../shared/domain/standard/standard.ts';

type Measure = 'A' | 'B' | 'C' | 'D' | 'passing' | 'points' | 'share';

/** A rule as its table holds it. */
export interface RuleRow {
  readonly scope: string;
  readonly measure: Measure;
  readonly at_least: string;
}

export const measureOf = (rule: Rule): Measure =>
  rule.kind === 'grade' ? rule.grade : rule.kind === 'passing' ? 'passing' : rule.of;

export function fromRuleRow({ scope, measure, at_least: atLeast }: RuleRow): Rule {
  switch (measure) {
    case 'passing':
      return { kind: 'passing', scope, atLeast };
    case 'points':
    case 'share':
      return { kind: 'score', scope, of: measure, atLeast };
    case 'A':
    case 'B':
    case 'C':
    case 'D':
      return { kind: 'grade', scope, grade: measure, atLeast };
  }
}
