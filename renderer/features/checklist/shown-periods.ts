import { periodBefore, periodsUpTo, type Period } from '../../../shared/domain/indicator/period.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { PeriodKind } from '../../../shared/domain/standard/standard.ts';

const spans: Readonly<Record<PeriodKind, number>> = { month: 12, quarter: 8, year: 5 };

/** The rows of an indicator, oldest first as they come out of a spreadsheet: the last ones up to today, and all with figures. */
export function shownPeriods(
  kind: PeriodKind,
  day: string,
  figures: readonly Figure[],
  added: readonly Period[],
): readonly Period[] {
  const periods = [...periodsUpTo(day, kind, spans[kind]), ...figures.map(({ period }) => period), ...added];
  return [...new Set(periods)].toSorted();
}

/** Where figures are entered next: the last period that is over, or the running one once it has some. */
export function entryPeriod(
  kind: PeriodKind,
  day: string,
  rows: readonly { readonly period: Period; readonly numerator: string; readonly denominator: string }[],
): Period | undefined {
  const [running = ''] = periodsUpTo(day, kind, 1);
  const isBegun = rows.some(
    ({ period, numerator, denominator }) => period === running && (numerator !== '' || denominator !== ''),
  );
  const wanted = isBegun ? running : periodBefore(running);
  return rows.some(({ period }) => period === wanted) ? wanted : rows.at(-1)?.period;
}
