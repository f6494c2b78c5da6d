import { showThreshold } from '../../../shared/domain/number/share.ts';
import { exactly, isZero } from '../../../shared/domain/number/rational.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import type { Clause, Rule, Standard } from '../../../shared/domain/standard/standard.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import { indicatorKey } from '../../../shared/domain/verdict/tally.ts';

type IndicatorResult = Extract<ClauseResult, { method: 'indicator' }>;
type Placed = Pick<Clause, 'chapter' | 'core' | 'counts'>;

/**
 * What an indicator brings that is neither met nor unmet: nothing else on the screen shows it. Undefined where it says
 * so itself, or counts in nothing.
 */
export function worthWords(
  clause: Placed,
  result: IndicatorResult,
  { scoring, scopes }: Pick<Standard, 'scoring' | 'scopes'>,
  rules: readonly Rule[],
): string | undefined {
  if (!clause.counts || result.exempt || (result.status !== 'neither' && !result.monitored)) return undefined;
  const part = scoring?.parts.find(({ scope }) => isInScope(clause, scope, scopes));
  if (part) {
    if (result.monitored) return '填了数据就得满分';
    const key = indicatorKey(result);
    const rate = key === 'improved' ? part.indicatorRates.improved : part.indicatorRates.worse;
    if (isZero(exactly(rate))) return `${lacking(result)}，本条得 0 分`;
    return `${lacking(result)}，本条只按${key === 'improved' ? '有改进' : '无改进'}得 ${showThreshold(rate)}`;
  }
  const isCounted = rules.some((rule) => rule.kind === 'passing' && isInScope(clause, rule.scope, scopes));
  if (!isCounted) return undefined;
  return result.monitored ? '填了数据就算通过' : `${lacking(result)}，本条不算通过`;
}

const lacking = ({ target }: IndicatorResult): string => (target === 'better' ? '没有上期可比' : '未设目标');
