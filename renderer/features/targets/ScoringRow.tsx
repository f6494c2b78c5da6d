import { useId } from 'react';
import type { ScoringPart, Standard } from '../../../shared/domain/standard/standard.ts';
import { scoringFault } from '../../../shared/errors/messages.ts';
import {
  gradeRateNames,
  indicatorRateLabels,
  indicatorRateNames,
  partLabel,
  ratesUsed,
} from '../../app/scoring-words.ts';
import { isSameShare, isShareTyped, type CheckedPart } from './draft-scoring.ts';

interface ScoringRowProps {
  /** As typed. */
  readonly part: ScoringPart;
  /** As it would be typed for the standard's own. */
  readonly builtIn: ScoringPart | undefined;
  readonly checked: CheckedPart;
  /** Where it is said that the weights do not add up; undefined when they do. */
  readonly sumFaultId: string | undefined;
  readonly standard: Standard;
  /** Which groups of rates the table has at all. */
  readonly columns: { readonly grades: boolean; readonly indicators: boolean };
  readonly disabled: boolean;
  readonly onChange: (part: ScoringPart) => void;
}

/** One weighted part: its share of the total, and what a clause of it is worth with each result. */
export function ScoringRow(props: ScoringRowProps) {
  const { part, builtIn, checked, sumFaultId, standard, columns, disabled, onChange } = props;
  const faultId = useId();
  const { scope, weight, gradeRates, indicatorRates } = part;
  const { fault, score } = checked;
  const label = partLabel(scope, standard);
  const used = ratesUsed(scope, standard);
  const field = (
    what: string,
    typed: string,
    own: string | undefined,
    change: (text: string) => void,
    otherFaultId?: string,
  ) => (
    <input
      aria-label={`${label}的${what}`}
      aria-invalid={!isShareTyped(typed) || otherFaultId !== undefined}
      aria-describedby={fault ? faultId : otherFaultId}
      className={own === undefined || isSameShare(own, typed) ? undefined : 'scoring-changed'}
      title={own === undefined || isSameShare(own, typed) ? undefined : `内置 ${own}`}
      disabled={disabled}
      value={typed}
      maxLength={40}
      onChange={({ target }) => change(target.value)}
    />
  );
  return (
    <tr data-testid="scoring-part">
      <th scope="row">{label}</th>
      <td>{field('权重', weight, builtIn?.weight, (text) => onChange({ ...part, weight: text }), sumFaultId)}</td>
      {columns.grades &&
        gradeRateNames.map((name) => (
          <td key={name}>
            {used.grades &&
              field(`${name} 折算率`, gradeRates[name], builtIn?.gradeRates[name], (text) =>
                onChange({ ...part, gradeRates: { ...gradeRates, [name]: text } }),
              )}
          </td>
        ))}
      {columns.indicators &&
        indicatorRateNames.map((name) => (
          <td key={name}>
            {used.indicators &&
              field(`${indicatorRateLabels[name]}折算率`, indicatorRates[name], builtIn?.indicatorRates[name], (text) =>
                onChange({ ...part, indicatorRates: { ...indicatorRates, [name]: text } }),
              )}
          </td>
        ))}
      <td className="scoring-score">
        {fault ? (
          <span id={faultId} className="rule-fault" role="alert">
            {scoringFault(fault)}
          </span>
        ) : (
          score &&
          (score.score === undefined ? (
            '没有适用的条款'
          ) : (
            <>
              <b>{score.score}</b> / {score.full} 分
            </>
          ))
        )}
      </td>
    </tr>
  );
}
