import {
  clausesOf,
  type GradeRates,
  type IndicatorRates,
  type Scoring,
  type Standard,
} from '../../shared/domain/standard/standard.ts';
import { showThreshold } from '../../shared/domain/number/share.ts';
import { isInScope } from '../../shared/domain/verdict/gap.ts';
import { scopeLabel } from '../../shared/text/labels.ts';

export const gradeRateNames: readonly (keyof GradeRates)[] = ['A', 'B', 'C', 'D'];
export const indicatorRateNames: readonly (keyof IndicatorRates)[] = ['met', 'improved', 'worse', 'missing'];

export const indicatorRateLabels: Readonly<Record<keyof IndicatorRates, string>> = {
  met: '达标',
  improved: '有改进',
  worse: '无改进',
  missing: '缺报',
};

export const partLabel = (scope: string, { scopes }: Pick<Standard, 'scopes'>): string =>
  scopeLabel(scope, scopes) || '全部条款';

/** Which rates say anything about a part: those of the methods that its clauses have. */
export function ratesUsed(
  scope: string,
  standard: Pick<Standard, 'chapters' | 'scopes'>,
): { readonly grades: boolean; readonly indicators: boolean } {
  const clauses = clausesOf(standard).filter((clause) => clause.counts && isInScope(clause, scope, standard.scopes));
  return {
    grades: clauses.some(({ method }) => method === 'graded'),
    indicators: clauses.some(({ method }) => method === 'indicator'),
  };
}

/** “满分 1000 分；监测数据占 60%（达标 100%、有改进 60%、…）；现场检查占 40%（A 100%、B 85%、…）” */
export const scoringWords = (
  { full, parts }: Pick<Scoring, 'full' | 'parts'>,
  standard: Pick<Standard, 'chapters' | 'scopes'>,
): string =>
  [
    `满分 ${full} 分`,
    ...parts.map(({ scope, weight, gradeRates, indicatorRates }) => {
      const { grades, indicators } = ratesUsed(scope, standard);
      const rates = [
        ...(grades ? gradeRateNames.map((name) => `${name} ${showThreshold(gradeRates[name])}`) : []),
        ...(indicators
          ? indicatorRateNames.map((name) => `${indicatorRateLabels[name]} ${showThreshold(indicatorRates[name])}`)
          : []),
      ];
      return `${partLabel(scope, standard)}占 ${showThreshold(weight)}${rates.length > 0 ? `（${rates.join('、')}）` : ''}`;
    }),
  ].join('；');
