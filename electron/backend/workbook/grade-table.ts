import { cutPercent } from '../../../shared/domain/number/share.ts';
import { countAtLeast, denominatorOf, emptyScope, type ScopeTally } from '../../../shared/domain/verdict/tally.ts';
import { cell, figure } from './cells.ts';
import { kinds } from './clause-sheet.ts';
import { shareValue, type ClauseTables, type Side } from './summary-frame.ts';
import { countIn, type SummaryScope } from './summary-scopes.ts';
import type { Row } from './sheet-model.ts';

export const gradeHeaders = ['范围', '计入条款', 'A', 'B', 'C', 'D', 'E', '未评', 'C 及以上', 'B 及以上', 'A'] as const;

/** Columns of the counts A to D, up to which a rule adds them up. */
const columnOf = { A: 'C', B: 'D', C: 'E', D: 'F' } as const;

/** Formulas over a row of this table: how many graded clauses are good enough, and how many apply. */
export const gradeCount = (row: number, grade: keyof typeof columnOf): string =>
  `SUM(C${row}:${columnOf[grade]}${row})`;
export const gradeDenominator = (row: number): string => `B${row}-G${row}`;

/** How many graded clauses of one scope have each grade, all live. */
export function gradeRow(
  scope: SummaryScope,
  counts: ScopeTally = emptyScope(),
  side: Side,
  row: number,
  table: NonNullable<ClauseTables['clauses']>,
): Row {
  const graded = ['kind', kinds.graded] as const;
  const by = side === 'own' ? 'own' : 'review';
  const whole = denominatorOf(counts);
  const share = (grade: 'A' | 'B' | 'C') =>
    cell(
      'share',
      shareValue(
        gradeCount(row, grade),
        `(${gradeDenominator(row)})`,
        whole === 0 ? undefined : cutPercent(countAtLeast(counts, grade), whole),
      ),
    );
  return {
    cells: [
      cell('label', scope.label),
      figure(countIn(table, scope, [graded]), whole + counts.E),
      ...(['A', 'B', 'C', 'D', 'E'] as const).map((grade) =>
        figure(countIn(table, scope, [graded, [by, grade]]), counts[grade]),
      ),
      figure(`B${row}-SUM(C${row}:G${row})`, counts.unscored),
      ...(['C', 'B', 'A'] as const).map(share),
    ],
  };
}
