import { parseAmount } from '../../../shared/domain/indicator/amount.ts';
import { showPeriod, type Period } from '../../../shared/domain/indicator/period.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { figureFault } from '../../../shared/errors/messages.ts';
import { readPeriodLabel } from './period-label.ts';

export type FigureColumn = 'numerator' | 'denominator';

/** What a paste puts into one period; an empty cell leaves what is there. */
export interface PastedFigure {
  readonly period: Period;
  readonly numerator: string | undefined;
  readonly denominator: string | undefined;
}

export interface PastedFigures {
  readonly figures: readonly PastedFigure[];
  /** What could not be placed, each as a sentence. */
  readonly problems: readonly string[];
  /** Which period a row is for was not said in full, and so is to be looked over. */
  readonly assumed: boolean;
}

interface Place {
  readonly definition: IndicatorDefinition;
  /** The rows of the table, and the cell that has the focus. */
  readonly periods: readonly Period[];
  readonly period: Period;
  readonly column: FigureColumn;
}

/**
 * Cells copied from Excel or WPS, laid into the table: by the periods in their first column where there are such,
 * otherwise downwards from the focused cell. Undefined for a single cell: the field takes that itself.
 */
export function placeFigures(text: string, place: Place): PastedFigures | undefined {
  const all = cellsOf(text);
  if (all.length <= 1 && (all[0]?.length ?? 0) <= 1) return undefined;
  const cells = withoutHeader(all, place.periods);
  return isLabelled(cells, place) ? byLabel(cells, place) : downwards(cells, place);
}

const cellsOf = (text: string): readonly (readonly string[])[] =>
  text
    .replaceAll(/\r\n?/g, '\n')
    .replace(/\n+$/, '')
    .split('\n')
    .map((line) => line.split('\t').map((cell) => cell.trim()));

const isFigure = (cell: string) => parseAmount(cell) !== undefined;

/** Not `80%`, `无` or `—`: what cannot be taken goes into its cell, which says so. */
const isWords = (cell: string) => /\p{L}{2}/u.test(cell);

function withoutHeader(rows: readonly (readonly string[])[], shown: readonly Period[]): readonly (readonly string[])[] {
  const [first = [], ...rest] = rows;
  const isHeader =
    rest.length > 0 && first.some(isWords) && !first.some((cell) => isFigure(cell) || readPeriodLabel(cell, shown));
  return isHeader ? rest : rows;
}

/** Bare digits such as 2026 or 202603 may be figures as well: they count as periods only where a column is to spare. */
function isLabelled(rows: readonly (readonly string[])[], { definition, periods }: Place): boolean {
  const labels = rows.map(([label = '']) => label);
  const widest = Math.max(...rows.map((row) => row.length));
  if (widest < 2 || new Set(labels).size < labels.length || !labels.every((label) => readPeriodLabel(label, periods)))
    return false;
  return widest > (definition.denominator === null ? 1 : 2) || labels.every((label) => /[年月季Q\-/]/i.test(label));
}

function byLabel(rows: readonly (readonly string[])[], { definition, periods, column }: Place): PastedFigures {
  const figures: PastedFigure[] = [];
  const problems: string[] = [];
  let assumed = false;
  for (const [label = '', first = '', second = ''] of rows) {
    const found = readPeriodLabel(label, periods);
    const typed = { period: label, numerator: first, denominator: second };
    if (found?.kind !== definition.period || found.period === undefined) {
      problems.push(`${figureFault(definition, typed, 'period-kind')}。`);
    } else {
      figures.push(figureAt(found.period, first, second, column));
      assumed ||= !found.hasYear;
    }
  }
  return { figures, problems, assumed };
}

function downwards(
  rows: readonly (readonly string[])[],
  { definition, periods, period, column }: Place,
): PastedFigures {
  const below = periods.slice(periods.indexOf(period));
  const problems: string[] = [];
  const room = column === 'numerator' && definition.denominator !== null ? 2 : 1;
  if (rows.some((row) => row.slice(room).some((cell) => cell !== ''))) {
    problems.push(`每行只有 ${room} 格可填，右边多出的列没有填入。`);
  }
  if (rows.length > below.length) {
    problems.push(
      `粘贴了 ${rows.length} 行，从 ${showPeriod(period)}起只有 ${below.length} 行，最后 ${rows.length - below.length} 行没有填入。`,
    );
  }
  const figures = below
    .slice(0, rows.length)
    .map((at, index) => figureAt(at, rows[index]?.[0] ?? '', room > 1 ? (rows[index]?.[1] ?? '') : '', column));
  return { figures, problems, assumed: true };
}

function figureAt(period: Period, first: string, second: string, column: FigureColumn): PastedFigure {
  const [numerator, denominator] = column === 'denominator' && second === '' ? ['', first] : [first, second];
  return { period, numerator: numerator || undefined, denominator: denominator || undefined };
}
