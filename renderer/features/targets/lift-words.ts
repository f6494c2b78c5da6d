import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { brief } from '../../../shared/domain/number/rational.ts';
import type { Method, Scope } from '../../../shared/domain/standard/standard.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import type { RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { ruleLabel, wantedLabels } from '../../../shared/text/labels.ts';
import type { LiftRow } from './lift-rows.ts';

/** What a lift costs: “2 个要点”, “1 项数据”. */
export const costWords = (method: Method, cost: number): string =>
  method === 'indicator' ? `${cost} 项数据` : `${cost} 个要点`;

/** To what a clause is lifted. A prerequisite is not passed: its violation ends, or it is judged to have none. */
export const liftWords = (wanted: Wanted, result: ClauseResult): string =>
  result.method === 'prerequisite' ? (result.outcome === 'fail' ? '消除违反' : '判为无违反') : wantedLabels[wanted];

const outcomes = { pass: '通过', fail: '不通过', 'n/a': '不适用' } as const;

/** The result of a clause that has no grade, in words. */
export function resultWords(result: ClauseResult): string {
  switch (result.method) {
    case 'graded':
      return result.grade ?? '未评';
    case 'checklist':
      return result.outcome ? outcomes[result.outcome] : '未评';
    case 'prerequisite':
      return result.outcome === 'fail' ? '违反' : result.outcome === 'pass' ? '无违反' : '未评';
    case 'points':
      return `${result.score ? brief(result.score) : '未评'} / ${brief(result.full)} 分`;
    case 'indicator':
      return { met: '达标', unmet: '未达标', neither: '只监测', missing: '缺数据' }[result.status];
  }
}

/** Which rules a lift helps: “B 及以上、核心 B 及以上”. */
export const helpWords = ({ veto, helps }: LiftRow, rules: readonly RuleResult[], scopes: readonly Scope[]): string =>
  [
    ...(veto ? ['一票否决'] : []),
    ...helps.flatMap((at) => {
      const rule = rules[at];
      return rule ? [ruleLabel(rule, scopes)] : [];
    }),
  ].join('、');
