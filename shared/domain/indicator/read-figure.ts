import type { IndicatorDefinition } from '../standard/standard.ts';
import { parseAmount } from './amount.ts';
import { parsePeriod } from './period.ts';
import { canBeNegative } from './plausible.ts';
import type { Figure } from './read-indicator.ts';

export type FigureRefusal =
  | 'period-unknown'
  | 'period-kind'
  | 'numerator'
  | 'numerator-negative'
  | 'denominator'
  | 'numerator-missing'
  | 'no-denominator';

export interface TypedFigure {
  readonly period: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** What was typed for a period as exact text, or why it cannot be taken. Both null takes the period out. */
export function readFigure(
  definition: IndicatorDefinition,
  typed: TypedFigure,
): { readonly figure: Figure; readonly refusal?: undefined } | { readonly refusal: FigureRefusal } {
  const found = parsePeriod(typed.period);
  if (!found) return { refusal: 'period-unknown' };
  if (found.kind !== definition.period) return { refusal: 'period-kind' };
  const numerator = typed.numerator === null ? null : parseAmount(typed.numerator);
  if (numerator === undefined) return { refusal: 'numerator' };
  if (numerator?.startsWith('-') && !canBeNegative(definition)) return { refusal: 'numerator-negative' };
  if (typed.denominator !== null && definition.denominator === null) return { refusal: 'no-denominator' };
  const denominator = typed.denominator === null ? null : parseAmount(typed.denominator);
  if (denominator === undefined || denominator?.startsWith('-')) return { refusal: 'denominator' };
  if (numerator === null && denominator !== null) return { refusal: 'numerator-missing' };
  return { figure: { period: found.period, numerator, denominator } };
}
