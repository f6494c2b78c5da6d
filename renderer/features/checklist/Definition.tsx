import { exactly } from '../../../shared/domain/number/rational.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { measureWords, targetWords } from './indicator-words.ts';

/** What an indicator is made of, in the standard's words. */
export function Definition({ indicator }: { indicator: IndicatorDefinition }) {
  const { numerator, denominator, formula, targetAdvice } = indicator;
  return (
    <dl className="definition">
      <dt>{denominator === null ? '数值' : '分子'}</dt>
      <dd>{numerator}</dd>
      {denominator !== null && (
        <>
          <dt>分母</dt>
          <dd>{denominator}</dd>
        </>
      )}
      {formula !== undefined && formula !== numerator && (
        <>
          <dt>公式</dt>
          <dd>{formula}</dd>
        </>
      )}
      {targetAdvice !== undefined && (
        <>
          <dt>建议</dt>
          <dd>{targetAdvice}</dd>
        </>
      )}
    </dl>
  );
}

/** On a clause of another method: what the hospital should keep measuring for it. */
export function MonitoredBeside({ indicator }: { indicator: IndicatorDefinition }) {
  const target = indicator.target === undefined ? undefined : targetWords(exactly(indicator.target), indicator);
  const facts = [indicator.unit && `单位 ${indicator.unit}`, measureWords(indicator), target && `目标 ${target}`];
  return (
    <section className="beside">
      <h3>
        相关指标 <span>供参考，不参与本条评分</span>
      </h3>
      <Definition indicator={indicator} />
      <p>{facts.filter(Boolean).join(' · ')}</p>
    </section>
  );
}
