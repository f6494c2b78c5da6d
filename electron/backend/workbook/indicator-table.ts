import { emptyScope, type ScopeTally, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { cell, figure } from './cells.ts';
import { indicatorCodes } from './result-codes.ts';
import type { Row } from './sheet-model.ts';
import { codeKey, sideColumn, type ClauseTables, type Side } from './summary-frame.ts';
import { countIn, type SummaryScope } from './summary-scopes.ts';

export const indicatorMeasures = ['达标', '未达标\n但改善', '未达标或\n未设目标', '缺报', '只监测\n有数值'] as const;

/** In the order of the columns: what an indicator that applies is worth in a weighted part. */
export const indicatorKinds = ['met', 'improved', 'worse', 'missing', 'monitored'] as const;

export const indicatorCell = (row: number, side: Side, kind: (typeof indicatorKinds)[number]): string =>
  `${sideColumn(side, indicatorKinds.indexOf(kind))}${row}`;

export const indicatorsIn = (scope: ScopeTally): number => indicatorKinds.reduce((sum, kind) => sum + scope[kind], 0);

/** How many indicators of one scope have each result, own and reviewers' side by side, all live. */
export function indicatorRow(
  scope: SummaryScope,
  tallies: Readonly<Record<Side, Tally>>,
  table: NonNullable<ClauseTables['indicators']>,
  all: number,
): Row {
  const cellsOf = (side: Side) =>
    indicatorKinds.map((kind) =>
      figure(
        countIn(table, scope, [[codeKey[side], indicatorCodes[kind]]]),
        (tallies[side].scopes.get(scope.name) ?? emptyScope())[kind],
      ),
    );
  return {
    cells: [cell('label', scope.label), figure(countIn(table, scope), all), ...cellsOf('own'), ...cellsOf('theirs')],
  };
}
