import type { PeriodKind } from '../standard/standard.ts';
import { plainForms } from './typed.ts';

/**
 * A reporting period as it is stored, sorted as text: `2026-03`, `2026-Q1`, `2026`.
 */
export type Period = string;

const narrow = (text: string): string =>
  plainForms(text)
    .replace(/[一二三四](?=季)/, (digit) => String('一二三四'.indexOf(digit) + 1))
    .toUpperCase();

/** Reads a period as people write it: `2026年3月`, `2026.3`, `202603`, `2026年第一季度`, `2026Q1`, `2026年`. */
export function parsePeriod(text: string): { readonly kind: PeriodKind; readonly period: Period } | undefined {
  const narrowed = narrow(text);
  const year = /^(20\d{2})(?:年|年度)?$/.exec(narrowed);
  if (year?.[1]) return { kind: 'year', period: year[1] };
  const quarter = /^(20\d{2})(?:年|[-./])?(?:第?([1-4])季度?|Q([1-4]))$/.exec(narrowed);
  if (quarter?.[1]) return { kind: 'quarter', period: `${quarter[1]}-Q${quarter[2] ?? quarter[3]}` };
  const month = /^(20\d{2})(?:(?:年|[-./])(0?[1-9]|1[0-2])|(0[1-9]|1[0-2]))月?$/.exec(narrowed);
  if (month?.[1]) return { kind: 'month', period: `${month[1]}-${(month[2] ?? month[3] ?? '').padStart(2, '0')}` };
  return undefined;
}

/** The period of the same kind before: `2025-12` before `2026-01`. */
export function periodBefore(period: Period): Period {
  const [year = '', part] = period.split('-');
  const last = String(Number(year) - 1);
  if (part === undefined) return last;
  if (part.startsWith('Q')) return part === 'Q1' ? `${last}-Q4` : `${year}-Q${Number(part.slice(1)) - 1}`;
  return part === '01' ? `${last}-12` : `${year}-${String(Number(part) - 1).padStart(2, '0')}`;
}

/** `2026 年 3 月`, `2026 年第 1 季度`, `2026 年`. */
export function showPeriod(period: Period): string {
  const [year = '', part] = period.split('-');
  if (part === undefined) return `${year} 年`;
  return part.startsWith('Q') ? `${year} 年第 ${part.slice(1)} 季度` : `${year} 年 ${Number(part)} 月`;
}

/** The periods of a kind that end with the one in which `day` (`2026-11-22`) falls, oldest first. */
export function periodsUpTo(day: string, kind: PeriodKind, count: number): readonly Period[] {
  const [year = '', month = ''] = day.split('-');
  const last =
    kind === 'year' ? year : kind === 'quarter' ? `${year}-Q${Math.ceil(Number(month) / 3)}` : `${year}-${month}`;
  const periods = [last];
  while (periods.length < count) periods.unshift(periodBefore(periods[0] ?? last));
  return periods;
}
