import { showPeriod, periodBefore, type Period } from '../../../shared/domain/indicator/period.ts';
import { exceedsWhole } from '../../../shared/domain/indicator/plausible.ts';
import { readFigure } from '../../../shared/domain/indicator/read-figure.ts';
import {
  multiplierOf,
  readIndicator,
  showValue,
  type Figure,
} from '../../../shared/domain/indicator/read-indicator.ts';
import {
  brief,
  compare,
  exactly,
  multiply,
  negate,
  subtract,
  zero,
  type Rational,
} from '../../../shared/domain/number/rational.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { figureFault } from '../../../shared/errors/messages.ts';
import { exceedsWords, indicatorStatus } from './indicator-words.ts';
import { draftKey, type FigureDraft } from './figure-store.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';

/** One period of an indicator as the table shows it. Drafts that can be read are counted in. */
export interface FigureRowData {
  readonly period: Period;
  /** As typed, or as saved with thousands set apart; can be read back as it is. */
  readonly numerator: string;
  readonly denominator: string;
  readonly isDraft: boolean;
  readonly fault: string | undefined;
  readonly faultIn: FigureDraft['faultIn'];
  readonly exact: Rational | undefined;
  /** In words, with its unit. */
  readonly value: string;
  /** In the column, whose heading has the unit; otherwise as everywhere. */
  readonly shown: string;
  /** `↑ 1.2`: against the period before, in the indicator's unit. */
  readonly change: string;
  readonly improved: boolean;
  /** What to look over; the value counts all the same. */
  readonly doubt: string | undefined;
  readonly status: string;
  readonly tone: 'good' | 'bad' | 'quiet';
}

/** @param periods oldest first */
export function figureRows(
  definition: IndicatorDefinition,
  state: Pick<ClauseState, 'clauseId' | 'figures' | 'ownTarget'>,
  periods: readonly Period[],
  drafts: ReadonlyMap<string, FigureDraft>,
): readonly FigureRowData[] {
  const typed = new Map(periods.map((period) => [period, typedIn(period, state, drafts)]));
  const figures = new Map<Period, Figure>();
  const refused = new Map<Period, string>();
  for (const period of periods) {
    const given = toTyped(period, typed.get(period));
    const read = readFigure(definition, given);
    if (read.refusal !== undefined) refused.set(period, `${figureFault(definition, given, read.refusal)}。`);
    else if (read.figure.numerator !== null) figures.set(period, read.figure);
  }
  return periods.map((period) => {
    const now = figures.get(period);
    const before = figures.get(periodBefore(period));
    const reading = readIndicator(
      definition,
      [before, now].filter((figure) => figure !== undefined),
      state.ownTarget,
    );
    const { numerator = '', denominator = '', draft } = typed.get(period) ?? {};
    const value = now && reading.latest?.value;
    const earlier = before && reading.series[0]?.value;
    return {
      period,
      numerator,
      denominator,
      isDraft: draft !== undefined,
      // What an earlier version took and this one would not is shown with the reason, and changed by nobody but the user.
      fault: draft ? draft.fault : refused.get(period),
      faultIn: draft ? draft.faultIn : refused.has(period) ? 'numerator' : undefined,
      exact: value,
      value: value ? showValue(value, definition) : '',
      shown: value ? brief(multiply(value, exactly(multiplierOf(definition)))) : '',
      change: value && earlier && before !== now ? changeWords(subtract(value, earlier), definition) : '',
      improved: now !== undefined && reading.improved,
      // Not while it is typed: half of a row says nothing yet.
      doubt: !draft && value && exceedsWhole(definition, value) ? exceedsWords : undefined,
      status: now ? indicatorStatus({ ...reading, monitored: definition.direction === 'monitor' }) : '',
      tone: now && reading.status === 'met' ? 'good' : now && reading.status === 'unmet' ? 'bad' : 'quiet',
    };
  });
}

/** `2026 年第 1 季度 51%，…；目标 ≥ 50%` for who cannot see the line. */
export const trendInWords = (rows: readonly FigureRowData[], target: string | undefined): string => {
  const values = rows.filter(({ value }) => value !== '').map(({ period, value }) => `${showPeriod(period)} ${value}`);
  return `走势：${values.join('，')}${target === undefined ? '' : `；目标 ${target}`}`;
};

interface TypedFigure {
  readonly numerator: string;
  readonly denominator: string;
  readonly draft: FigureDraft | undefined;
}

function typedIn(
  period: Period,
  { clauseId, figures }: Pick<ClauseState, 'clauseId' | 'figures'>,
  drafts: ReadonlyMap<string, FigureDraft>,
): TypedFigure {
  const saved = figures.find((figure) => figure.period === period);
  const draft = drafts.get(draftKey(clauseId, period));
  return {
    numerator: draft?.numerator ?? grouped(saved?.numerator ?? ''),
    denominator: draft?.denominator ?? grouped(saved?.denominator ?? ''),
    draft,
  };
}

const toTyped = (period: Period, typed: TypedFigure | undefined) => ({
  period,
  numerator: typed?.numerator.trim() || null,
  denominator: typed?.denominator.trim() || null,
});

function changeWords(difference: Rational, definition: IndicatorDefinition): string {
  const scaled = multiply(difference, exactly(multiplierOf(definition)));
  const order = compare(scaled, zero);
  if (order === 0) return '持平';
  const shown = brief(order > 0 ? scaled : negate(scaled));
  return `${order > 0 ? '↑' : '↓'} ${shown === '0' ? '<0.01' : shown}`;
}

/** `32,000`: thousands set apart, as they are read. */
const grouped = (text: string): string =>
  /^-?\d+(\.\d+)?$/.test(text) ? text.replace(/^-?\d+/, (digits) => digits.replaceAll(/\B(?=(\d{3})+$)/g, ',')) : text;
