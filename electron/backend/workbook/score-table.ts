import { brief, cut, multiply, whole, type Rational } from '../../../shared/domain/number/rational.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { scoreOf, type Score } from '../../../shared/domain/verdict/score.ts';
import { emptyScope, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { cell, figure } from './cells.ts';
import { unitsOf } from './point-scale.ts';
import { passCodes } from './result-codes.ts';
import { factorsOf, type ScorePlan, type ScoreRow } from './score-plan.ts';
import type { Cell } from './sheet-model.ts';
import { codeKey, hiddenAt, notApplicable, shareValue, type ClauseTables, type Side } from './summary-frame.ts';
import { countIn, sumIn } from './summary-scopes.ts';

export const pointMeasures = ['适用满分', '实得分', '折算得分', '得分率', '未评'] as const;

/** Five cells to show, and the hidden whole numbers behind them. */
export interface ScoreCells {
  readonly shown: readonly Cell[];
  readonly hidden: readonly Cell[];
}

/** One side of a score's row. */
export interface ScoreAt {
  readonly scored: ScoreRow;
  readonly plan: ScorePlan;
  readonly scale: Pick<Standard, 'totalPoints' | 'scoring'>;
  readonly tally: Tally;
  readonly side: Side;
  readonly row: number;
  /** Clauses of the scope without a result. */
  readonly open: number;
}

const hundred = whole(100);
const percentOf = (score: Score | undefined): string | undefined => score && cut(multiply(score.share, hundred), 1);
export const cutNumber = (value: Rational): number => Number(cut(value, 2));

/** A row's score, cut to two decimals, from the whole numbers whose quotient is its exact share. */
export function scoreFormula({ side, row }: Pick<ScoreAt, 'side' | 'row'>, full: Rational): string {
  const factors = factorsOf(full, undefined);
  return `INT(${hiddenAt(side, 'earned', row)}*${factors.full}/${times(hiddenAt(side, 'full', row), factors.over)})/100`;
}

export const times = (address: string, factor: bigint): string => (factor === 1n ? address : `(${address}*${factor})`);

/** The score itself and its share of the full score. */
export function scoreAndShare(at: ScoreAt): readonly [Cell, Cell] {
  const score = scoreOf(at.scored.name, at.tally, at.scale);
  const [earned, full] = [hiddenAt(at.side, 'earned', at.row), hiddenAt(at.side, 'full', at.row)];
  return [
    figure(
      `IF(${full}=0,"${notApplicable}",${scoreFormula(at, at.scored.full)})`,
      score ? cutNumber(score.earned) : notApplicable,
    ),
    cell('share', shareValue(earned, full, percentOf(score))),
  ];
}

/** A score from points: Σ score ÷ Σ applicable full × declared full. */
export function pointCells(at: ScoreAt, table: NonNullable<ClauseTables['points']>): ScoreCells {
  const { side, row, plan, open } = at;
  const { scope } = at.scored;
  const counts = at.tally.scopes.get(scope.name) ?? emptyScope();
  const exempt = sumIn(table, 'fullUnits', scope, [[codeKey[side], passCodes['n/a']]]);
  const applicable = `${sumIn(table, 'fullUnits', scope)}-(${exempt})`;
  return {
    shown: [
      figure(`${hiddenAt(side, 'full', row)}/${plan.pointUnits}`, Number(brief(counts.full, 15))),
      figure(`INT(${hiddenAt(side, 'earned', row)}*100/${plan.pointUnits})/100`, cutNumber(counts.earned)),
      ...scoreAndShare(at),
      figure(countIn(table, scope, [[codeKey[side], passCodes.open]]), open),
    ],
    hidden: [
      figure(sumIn(table, side === 'own' ? 'ownUnits' : 'theirUnits', scope), unitsOf(counts.earned, plan.pointUnits)),
      figure(applicable, unitsOf(counts.full, plan.pointUnits)),
    ],
  };
}
