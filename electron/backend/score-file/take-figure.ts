import { showPeriod } from '../../../shared/domain/indicator/period.ts';
import { readFigure } from '../../../shared/domain/indicator/read-figure.ts';
import { figureFault, notMeasured } from '../../../shared/errors/messages.ts';
import type { ClauseDraft, Refuse } from './clause-draft.ts';
import { readPeriodCell } from './period-cell.ts';
import type { ScoreRow } from './to-score-rows.ts';

/** Whether the row states what an indicator counted in one period. A file states a period whole, and once. */
export function takeFigure(row: ScoreRow, { clause, figures }: ClauseDraft, refuse: Refuse): boolean {
  const [period, numerator, denominator] = [row.period.trim(), row.numerator.trim(), row.denominator.trim()];
  if (period === '' && numerator === '' && denominator === '') return false;
  const of = `条款 ${clause.code}：`;
  const { indicator } = clause;
  if (clause.method !== 'indicator' || !indicator) {
    refuse(notMeasured(clause.code).message);
    return false;
  }
  if (period === '') {
    refuse(`${of}数据没有写明期间（period 列）。`);
    return false;
  }
  const cell = readPeriodCell(row.period, row.isPeriodNumber);
  if (cell.ambiguous) {
    refuse(`${of}期间“${cell.shown}”是数字，分不清是 ${cell.ambiguous.join(' 还是 ')}。请把这一列设为文本再填。`);
    return false;
  }
  const typed = { numerator: numerator || null, denominator: denominator || null };
  const read = readFigure(indicator, { ...typed, period: cell.text });
  if (read.refusal) {
    refuse(`${of}${figureFault(indicator, { ...typed, period: cell.shown }, read.refusal)}。`);
    return false;
  }
  const { figure } = read;
  const name = showPeriod(figure.period);
  if (figure.numerator === null) {
    const lacking = indicator.denominator === null ? '数值' : '分子和分母';
    refuse(`${of}期间“${cell.shown}”没有${lacking}。没有数据的期间请删去这一行。`);
    return false;
  }
  if (figure.denominator === null && indicator.denominator !== null) {
    refuse(`${of}${name} 有分子“${numerator}”，缺分母（${indicator.denominator}）。`);
    return false;
  }
  const before = figures.get(figure.period);
  if (before) {
    refuse(`${of}${name} 已在第 ${before.row} 行填过，一个期间只能有一行。`);
    return false;
  }
  figures.set(figure.period, { figure, row: row.row });
  return true;
}
