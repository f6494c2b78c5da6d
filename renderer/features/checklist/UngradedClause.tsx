import { methodLabels } from '../../../shared/text/labels.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';

const directions = { up: '越高越好', down: '越低越好', monitor: '只监测，不判定' } as const;
const periods = { month: '每月', quarter: '每季度', year: '每年' } as const;

/** A clause that does not get a grade: shown, not yet scored. */
export function UngradedClause({ clause }: { clause: Clause }) {
  const name = clause.method === 'indicator' ? '指标评分' : `${methodLabels[clause.method]}评分`;
  return (
    <div className="ungraded">
      <p className="ungraded-later">{name}在后续版本提供，本条不计入比例。</p>
      {clause.indicator && <Definition indicator={clause.indicator} />}
      {clause.points.length > 0 && (
        <ol className="ungraded-points">
          {clause.points.map((point, index) => (
            <li key={point.id}>
              <i>{index + 1}</i>
              {point.text}
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}

const Definition = ({ indicator }: { indicator: IndicatorDefinition }) => (
  <dl className="definition">
    <dt>{indicator.denominator === null ? '数值' : '分子'}</dt>
    <dd>{indicator.numerator}</dd>
    {indicator.denominator !== null && (
      <>
        <dt>分母</dt>
        <dd>{indicator.denominator}</dd>
      </>
    )}
    <dt>单位</dt>
    <dd>{indicator.unit}</dd>
    <dt>方向</dt>
    <dd>{directions[indicator.direction]}</dd>
    <dt>周期</dt>
    <dd>{periods[indicator.period]}</dd>
  </dl>
);
