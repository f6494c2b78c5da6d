import { parsePeriod, type Period } from '../../../shared/domain/indicator/period.ts';
import { plainForms } from '../../../shared/domain/indicator/typed.ts';
import type { PeriodKind } from '../../../shared/domain/standard/standard.ts';

/** What stands before the figures of a row in a spreadsheet. */
export interface PeriodLabel {
  readonly kind: PeriodKind;
  /** Undefined when no year is said and the table shows no such month or quarter. */
  readonly period: Period | undefined;
  readonly hasYear: boolean;
}

const chineseMonths = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二'];
const date = /^(20\d{2})[-/.年](\d{1,2})[-/.月](?:0?[1-9]|[12]\d|3[01])日?$/;
const time = /\s+0?0:00(?::00)?$/;

/**
 * A period as it labels a row: as it is typed, as Excel shows a date (`2026/1/1` is the month), or without its year:
 * `1月`, `第1季度`, `Q1`. Such a one is the last of its name in the table, so that 12月 is last year's until December.
 * @param shown the periods of the table, oldest first
 */
export function readPeriodLabel(text: string, shown: readonly Period[]): PeriodLabel | undefined {
  const plain = plainForms(text.replace(time, ''));
  const [, year, ofYear] = date.exec(plain) ?? [];
  const known = parsePeriod(year && ofYear ? `${year}-${ofYear}` : plain);
  if (known) return { ...known, hasYear: true };
  const part = partOf(plain);
  if (!part) return undefined;
  const period = shown.findLast((each) => each.endsWith(`-${part}`));
  return { kind: part.startsWith('Q') ? 'quarter' : 'month', period, hasYear: false };
}

/** `03` of 3月, `Q1` of 第一季度. */
function partOf(plain: string): string | undefined {
  const [, month] = /^(\d{1,2}|[一二三四五六七八九十]{1,2})月份?$/.exec(plain) ?? [];
  if (month) {
    const number = chineseMonths.indexOf(month) + 1 || Number(month);
    return number >= 1 && number <= 12 ? String(number).padStart(2, '0') : undefined;
  }
  const [, counted, lettered] = /^(?:第?([1-4一二三四])季度?|[Qq]([1-4]))$/.exec(plain) ?? [];
  const quarter = counted ?? lettered;
  return quarter && `Q${chineseMonths.indexOf(quarter) + 1 || quarter}`;
}
