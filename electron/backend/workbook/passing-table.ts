import { cutPercent } from '../../../shared/domain/number/share.ts';
import { emptyScope, passingDenominator, type ScopeTally, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { cell, figure } from './cells.ts';
import { kinds } from './clause-sheet.ts';
import { indicatorCodes, passCodes } from './result-codes.ts';
import type { Cell, Row } from './sheet-model.ts';
import { codeKey, shareValue, sideColumn, type ClauseTables, type Side } from './summary-frame.ts';
import { countIn, sumOver, type SummaryScope } from './summary-scopes.ts';

export const passingMeasures = ['通过', '不通过', '不适用', '未评', '通过率'] as const;

const indicatorCodesOf = {
  [passCodes.pass]: [indicatorCodes.met, indicatorCodes.monitored],
  [passCodes.fail]: [indicatorCodes.improved, indicatorCodes.worse],
  [passCodes['n/a']]: [indicatorCodes.exempt],
  [passCodes.open]: [indicatorCodes.missing],
} as const;
type PassCode = keyof typeof indicatorCodesOf;

/** Formulas over a row of this table: how many clauses pass, and how many apply. */
export const passingCount = (row: number, side: Side): string => `${sideColumn(side, 0)}${row}`;
export const passingWhole = (row: number, side: Side): string => `B${row}-${sideColumn(side, 2)}${row}`;

/** How many checklist clauses and prerequisites have this outcome. */
export const checksWith = (tables: ClauseTables, scope: SummaryScope, side: Side, code: PassCode): readonly string[] =>
  [
    tables.clauses && countIn(tables.clauses, scope, [[codeKey[side], code]]),
    tables.prerequisites && countIn(tables.prerequisites, scope, [[codeKey[side], code]]),
  ].filter((term) => term !== undefined);

function clausesWith(tables: ClauseTables, scope: SummaryScope, side: Side, code: PassCode): string {
  const { points, indicators } = tables;
  return sumOver([
    ...checksWith(tables, scope, side, code),
    ...(points ? [countIn(points, scope, [[codeKey[side], code]])] : []),
    ...(indicators
      ? indicatorCodesOf[code].map((indicatorCode) => countIn(indicators, scope, [[codeKey[side], indicatorCode]]))
      : []),
  ]);
}

/** How many clauses without grades pass in one scope, own results and reviewers' side by side, all live. */
export function passingRow(
  scope: SummaryScope,
  tallies: Readonly<Record<Side, Tally>>,
  row: number,
  tables: ClauseTables,
): Row {
  const counts = (side: Side): ScopeTally => tallies[side].scopes.get(scope.name) ?? emptyScope();
  const own = counts('own');
  const all = sumOver([
    ...(tables.clauses ? [countIn(tables.clauses, scope, [['kind', kinds.checklist]])] : []),
    ...(tables.prerequisites ? [countIn(tables.prerequisites, scope)] : []),
    ...(tables.points ? [countIn(tables.points, scope)] : []),
    ...(tables.indicators ? [countIn(tables.indicators, scope)] : []),
  ]);
  const cellsOf = (side: Side): readonly Cell[] => {
    const { passed, failed, exempt, open } = counts(side);
    const whole = passingDenominator(counts(side));
    const counted = [
      [passCodes.pass, passed],
      [passCodes.fail, failed],
      [passCodes['n/a'], exempt],
      [passCodes.open, open],
    ] as const;
    return [
      ...counted.map(([code, result]) => figure(clausesWith(tables, scope, side, code), result)),
      cell(
        'share',
        shareValue(
          passingCount(row, side),
          `(${passingWhole(row, side)})`,
          whole === 0 ? undefined : cutPercent(passed, whole),
        ),
      ),
    ];
  };
  return {
    cells: [
      cell('label', scope.label),
      figure(all, passingDenominator(own) + own.exempt),
      ...cellsOf('own'),
      ...cellsOf('theirs'),
    ],
  };
}
