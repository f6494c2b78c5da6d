import { useMemo } from 'react';
import { useStore } from 'zustand';
import { showPeriod } from '../../../shared/domain/indicator/period.ts';
import { multiplierOf, showValue } from '../../../shared/domain/indicator/read-indicator.ts';
import { exactly, multiply, type Rational } from '../../../shared/domain/number/rational.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause, Rule } from '../../../shared/domain/standard/standard.ts';
import { factsOf } from '../../app/clause-facts.ts';
import { targetOf } from '../../app/round-store.ts';
import { useServices } from '../../app/services.ts';
import { Kbd } from '../../ui/Kbd.tsx';
import { TrendLine } from '../../ui/TrendLine.tsx';
import { today } from '../evidence/today.ts';
import { Definition } from './Definition.tsx';
import { ExemptButton } from './ExemptButton.tsx';
import { ExemptLine } from './ExemptLine.tsx';
import { figureRows, trendInWords, type FigureRowData } from './figure-rows.ts';
import { FigureTable } from './FigureTable.tsx';
import { indicatorStatus, measureWords, targetWords } from './indicator-words.ts';
import { worthWords } from './indicator-worth.ts';
import { ResultBox } from './ResultBox.tsx';
import { shownPeriods } from './shown-periods.ts';
import { TargetField } from './TargetField.tsx';
import './indicator.css';

const none: readonly string[] = [];
const noRules: readonly Rule[] = [];
const tones = { met: 'chip-good', unmet: 'chip-bad', neither: 'chip-grey', missing: 'chip-warn' } as const;

/** For drawing only: pixels may be inexact. */
const drawn = ({ numerator, denominator }: Rational): number => Number(numerator) / Number(denominator);

function useFigureRows(clause: Clause, state: ClauseState): readonly FigureRowData[] {
  const { figures } = useServices();
  const drafts = useStore(figures, (store) => store.drafts);
  const added = useStore(figures, (store) => store.added.get(clause.id) ?? none);
  return useMemo(() => {
    if (!clause.indicator) return [];
    const periods = shownPeriods(clause.indicator.period, today(), state.figures, added);
    return figureRows(clause.indicator, state, periods, drafts);
  }, [clause, state, added, drafts]);
}

/** What the last period says, its target, and how it got there. */
export function IndicatorBox({ clause, state }: { clause: Clause; state: ClauseState }) {
  const { round } = useServices();
  const rows = useFigureRows(clause, state);
  const standard = useStore(round, ({ open }) => open?.standard);
  const rules = useStore(round, (store) => targetOf(store)?.rules);
  const { result } = factsOf(clause, state);
  const definition = clause.indicator;
  if (result.method !== 'indicator' || !definition) return null;
  if (result.exempt) {
    return (
      <ResultBox clauseId={clause.id}>
        <ExemptLine clause={clause} />
      </ResultBox>
    );
  }
  const { latest, target } = result;
  const factor = exactly(multiplierOf(definition));
  const words = targetWords(target, definition);
  const worth = standard && worthWords(clause, result, standard, rules ?? noRules);
  return (
    <ResultBox clauseId={clause.id}>
      <div className="measured">
        <div className="measured-facts">
          <div className="grade-line">
            <b className="measured-value" data-testid="indicator-value">
              {latest?.value ? showValue(latest.value, definition) : '—'}
            </b>
            <span className={`chip ${tones[result.status]}`} data-testid="indicator-status">
              {indicatorStatus(result)}
            </span>
            <span className="measured-period">
              {latest ? showPeriod(latest.period) : '还没有数据'} · {measureWords(definition)}
            </span>
            <span className="grade-keys">
              <ExemptButton clause={clause} />
              <Kbd>S</Kbd>
            </span>
          </div>
          <TargetField
            key={clause.id}
            clause={clause}
            definition={definition}
            state={state}
            target={target}
            worth={worth}
          />
        </div>
        <TrendLine
          label={trendInWords(rows, words)}
          values={rows.map(({ exact }) => exact && drawn(multiply(exact, factor)))}
          target={target === undefined || target === 'better' ? undefined : drawn(multiply(target, factor))}
        />
      </div>
    </ResultBox>
  );
}

/** The figures period by period, and what they are made of. */
export function IndicatorFigures({ clause, state }: { clause: Clause; state: ClauseState }) {
  const rows = useFigureRows(clause, state);
  const definition = clause.indicator;
  if (!definition) return null;
  return (
    <div className="indicator">
      <Definition indicator={definition} />
      {clause.points.length > 0 && (
        <ul className="measured-help" aria-label="说明要点">
          {clause.points.map(({ id, text }) => (
            <li key={id}>{text}</li>
          ))}
        </ul>
      )}
      <FigureTable key={clause.id} clause={clause} definition={definition} rows={rows} />
    </div>
  );
}
