import { brief, compare, divide, exactly, isZero, multiply, places, type Rational } from '../number/rational.ts';
import type { IndicatorDefinition } from '../standard/standard.ts';
import { periodBefore, type Period } from './period.ts';
import { canBeNegative } from './plausible.ts';

/** What was entered for one period; exact decimal text. */
export interface Figure {
  readonly period: Period;
  readonly numerator: string | null;
  readonly denominator: string | null;
}

/** `better` wants more than the period before gave; otherwise exact text in the value's own scale. */
export type OwnTarget = string;
export const betterThanBefore: OwnTarget = 'better';

export interface Measured {
  readonly period: Period;
  /** Undefined is missing, never 0: a zero or missing denominator, no numerator, less than none of what is counted. */
  readonly value: Rational | undefined;
}

export interface IndicatorReading {
  /** met 达标, unmet 未达标, neither (monitored, or no target set), missing 缺报. */
  readonly status: 'met' | 'unmet' | 'neither' | 'missing';
  /** The value moved the right way since the period before. */
  readonly improved: boolean;
  /** By period, oldest first. */
  readonly series: readonly Measured[];
  /** The last period with an entry: the one that counts. */
  readonly latest: Measured | undefined;
  readonly target: Rational | 'better' | undefined;
}

const valueOf = (definition: IndicatorDefinition, { numerator, denominator }: Figure): Rational | undefined => {
  if (numerator === null || (numerator.startsWith('-') && !canBeNegative(definition))) return undefined;
  if (definition.denominator === null) return exactly(numerator);
  if (denominator === null) return undefined;
  const divisor = exactly(denominator);
  return isZero(divisor) ? undefined : divide(exactly(numerator), divisor);
};

/** 监测指标（产品规则第 5 节 Indicators）。The own target goes before the standard's. */
export function readIndicator(
  definition: IndicatorDefinition,
  figures: readonly Figure[],
  ownTarget: OwnTarget | undefined,
): IndicatorReading {
  const series = figures
    .map((figure): Measured => ({ period: figure.period, value: valueOf(definition, figure) }))
    .toSorted((left, right) => (left.period < right.period ? -1 : 1));
  const latest = series.at(-1);
  const before = latest && series.find(({ period }) => period === periodBefore(latest.period))?.value;
  const target = targetOf(definition, ownTarget);
  const value = latest?.value;
  const improved = value !== undefined && before !== undefined && isBetter(definition, value, before);
  return { status: statusOf(definition, value, before, target), improved, series, latest, target };
}

const isBetter = ({ direction }: IndicatorDefinition, value: Rational, before: Rational): boolean =>
  direction === 'up' ? compare(value, before) > 0 : direction === 'down' && compare(value, before) < 0;

function targetOf(definition: IndicatorDefinition, own: OwnTarget | undefined): IndicatorReading['target'] {
  if (definition.direction === 'monitor') return undefined;
  if (own === betterThanBefore) return 'better';
  const text = own ?? definition.target;
  return text === undefined ? undefined : exactly(text);
}

function statusOf(
  definition: IndicatorDefinition,
  value: Rational | undefined,
  before: Rational | undefined,
  target: IndicatorReading['target'],
): IndicatorReading['status'] {
  if (value === undefined) return 'missing';
  if (target === undefined) return 'neither';
  if (target === 'better') {
    if (before === undefined) return 'neither';
    return isBetter(definition, value, before) ? 'met' : 'unmet';
  }
  const order = compare(value, target);
  return (definition.direction === 'up' ? order >= 0 : order <= 0) ? 'met' : 'unmet';
}

const multiplierByUnit: readonly (readonly [RegExp, string])[] = [
  [/^%$/, '100'],
  [/^‰$/, '1000'],
  [/^\/?(?:1?0?万|万分之一)$/, '10000'],
];

/** What the value is multiplied with to be shown; where the standard says nothing, as the unit says. */
export function multiplierOf({ multiplier, unit }: Pick<IndicatorDefinition, 'multiplier' | 'unit'>): string {
  if (multiplier !== undefined) return multiplier;
  if (unit.endsWith('10万')) return '100000';
  return multiplierByUnit.find(([pattern]) => pattern.test(unit))?.[1] ?? '1';
}

/** A value in its unit, cut to two decimals: `85.3%`, `1∶8.2`, `12.5 天`. */
export function showValue(value: Rational, definition: Pick<IndicatorDefinition, 'multiplier' | 'unit'>): string {
  return inUnit(brief(multiply(value, exactly(multiplierOf(definition)))), definition.unit);
}

const isOneToX = (unit: string): boolean => /^1[∶:]X$/i.test(unit);

/** A target in full: with every decimal that decides, or as the ratio that no decimals end: `85.125%`, `1∶1.5`. */
export function showTarget(target: Rational, definition: Pick<IndicatorDefinition, 'multiplier' | 'unit'>): string {
  const shown = multiply(target, exactly(multiplierOf(definition)));
  const decimals = places(shown);
  if (decimals !== undefined) return inUnit(brief(shown, decimals), definition.unit);
  if (multiplierOf(definition) !== '1' || shown.numerator < 0n) return showValue(target, definition);
  const { numerator, denominator } = shown;
  const [left, right] = isOneToX(definition.unit) ? [denominator, numerator] : [numerator, denominator];
  const toOne = divide({ numerator: right, denominator: 1n }, { numerator: left, denominator: 1n });
  const ends = places(toOne);
  return ends === undefined ? `${left}∶${right}` : `1∶${brief(toOne, ends)}`;
}

function inUnit(shown: string, unit: string): string {
  if (isOneToX(unit)) return `1∶${shown}`;
  if (unit === '' || unit === '比值' || unit === '指数') return shown;
  return /^[%‰/]/.test(unit) ? `${shown}${unit}` : `${shown} ${unit}`;
}
