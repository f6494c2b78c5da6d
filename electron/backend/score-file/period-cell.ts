import { plainNumber } from './score-words.ts';

/** A period as the domain can read it, and as it is named to the user. */
export interface PeriodCell {
  readonly text: string;
  readonly shown: string;
  /** The months that a number may mean. */
  readonly ambiguous?: readonly [string, string];
}

/** 2000-01-01 and 2099-12-31 as Excel counts days. No year, month or quarter is written as such a number. */
const firstDay = 36_526;
const lastDay = 73_050;

/**
 * A cell of the period column. Excel makes a date of what is typed as `2026年3月` or `2026-3`: it stands for its month.
 * A number 2026.1 may have been typed as 2026.10.
 */
export function readPeriodCell(typed: string, isNumber: boolean): PeriodCell {
  const shown = typed.trim();
  if (isNumber) {
    const days = Math.floor(Number(shown));
    if (days >= firstDay && days <= lastDay) return fromDay(dayAt(days));
    if (/^20\d{2}\.1$/u.test(shown)) {
      const year = shown.slice(0, 4);
      return { text: shown, shown, ambiguous: [`${year}年1月`, `${year}年10月`] };
    }
  }
  const date = /^(20\d{2})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:T?\d{1,2}:\d{2}.*)?$/u.exec(plainNumber(shown));
  if (!date) return { text: shown, shown };
  const day = [date[1], date[2]?.padStart(2, '0'), date[3]?.padStart(2, '0')].join('-');
  return isDay(day) ? fromDay(day) : { text: shown, shown };
}

const fromDay = (day: string): PeriodCell => ({ text: day.slice(0, 7), shown: day });

const dayAt = (days: number): string => new Date(Date.UTC(1899, 11, 30 + days)).toISOString().slice(0, 10);

/** Days that do not exist, such as 30 February, come back as another day. */
function isDay(day: string): boolean {
  const time = Date.parse(day);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(day);
}
