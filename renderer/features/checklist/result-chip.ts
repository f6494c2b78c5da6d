import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { exceedsWhole } from '../../../shared/domain/indicator/plausible.ts';
import { multiplierOf, showValue } from '../../../shared/domain/indicator/read-indicator.ts';
import {
  brief,
  compare,
  divide,
  exactly,
  multiply,
  whole,
  type Rational,
} from '../../../shared/domain/number/rational.ts';
import { passes } from '../../../shared/domain/result/clause-result.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { gradeLabels } from '../../../shared/text/labels.ts';
import type { ClauseFacts } from '../../app/clause-facts.ts';
import { exceedsWords, indicatorStatus } from './indicator-words.ts';

/** A clause's result in one glance. The sign or word says the same as the tone. */
export interface ResultChipData {
  /** `none` is unscored; `plain` a value that is neither good nor bad; `doubt` one that can hardly be. */
  readonly tone: Grade | 'good' | 'bad' | 'plain' | 'doubt' | 'none';
  readonly text: string;
  /** In full, for a screen reader and the hint. */
  readonly spoken: string;
}

const unscored: ResultChipData = { tone: 'none', text: '', spoken: '未评' };
const exempt: ResultChipData = { tone: 'E', text: '不适用', spoken: '不适用' };

export function resultChip(
  clause: Pick<Clause, 'indicator'>,
  facts: Pick<ClauseFacts, 'result' | 'exempt'>,
  yesAtRate: Rational,
): ResultChipData {
  const { result } = facts;
  if (result.method === 'graded') {
    const { grade } = result;
    return grade ? { tone: grade, text: grade, spoken: `${grade} ${gradeLabels[grade]}` } : unscored;
  }
  if (facts.exempt) return exempt;
  switch (result.method) {
    case 'checklist':
      return outcomeChip(result.outcome, '通过', '不通过');
    case 'prerequisite':
      return outcomeChip(result.outcome, '无违反', '违反');
    case 'points': {
      if (!result.score) return unscored;
      const score = `${brief(result.score)}/${brief(result.full)}`;
      return passes(result, yesAtRate) === 'pass'
        ? { tone: 'good', text: score, spoken: `得 ${score} 分，通过` }
        : { tone: 'bad', text: `✗ ${score}`, spoken: `得 ${score} 分，不通过` };
    }
    case 'indicator': {
      const value = result.latest?.value;
      const status = indicatorStatus(result);
      if (!value || !clause.indicator) {
        return result.latest
          ? { tone: 'plain', text: status, spoken: status }
          : { ...unscored, spoken: `未评，${status}` };
      }
      if (exceedsWhole(clause.indicator, value)) {
        return {
          tone: 'doubt',
          text: `! ${shortValue(value, clause.indicator)}`,
          spoken: `${showValue(value, clause.indicator)}，${status}，${exceedsWords}`,
        };
      }
      const sign = result.status === 'met' ? '✓ ' : result.status === 'unmet' ? '✗ ' : '';
      return {
        tone: result.status === 'met' ? 'good' : result.status === 'unmet' ? 'bad' : 'plain',
        text: `${sign}${shortValue(value, clause.indicator)}`,
        spoken: `${showValue(value, clause.indicator)}，${status}`,
      };
    }
  }
}

const outcomeChip = (outcome: 'pass' | 'fail' | 'n/a' | undefined, pass: string, fail: string): ResultChipData =>
  outcome === undefined || outcome === 'n/a'
    ? unscored
    : outcome === 'pass'
      ? { tone: 'good', text: `✓ ${pass}`, spoken: pass }
      : { tone: 'bad', text: `✗ ${fail}`, spoken: fail };

const wan = whole(10_000);

/** What fits a narrow column, cut to one decimal: `85.3%`, `1∶8.2`, `12.5`, `3.2万`; words of the unit are left to the hint. */
function shortValue(value: Rational, definition: IndicatorDefinition): string {
  const shown = multiply(value, exactly(multiplierOf(definition)));
  const figure = compare(shown, wan) >= 0 ? `${brief(divide(shown, wan), 1)}万` : brief(shown, 1);
  if (/^1[∶:]X$/i.test(definition.unit)) return `1∶${figure}`;
  return /^[%‰]$/.test(definition.unit) ? `${figure}${definition.unit}` : figure;
}
