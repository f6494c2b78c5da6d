import { brief } from '../../../shared/domain/number/rational.ts';
import { isInScope } from '../../../shared/domain/verdict/gap.ts';
import { cell } from './cells.ts';
import { gradeHeaders, gradeRow } from './grade-table.ts';
import { indicatorMeasures, indicatorRow } from './indicator-table.ts';
import { partCells, partMeasures } from './part-table.ts';
import { passingMeasures, passingRow } from './passing-table.ts';
import type { ScorePlan, ScoreRow } from './score-plan.ts';
import { pointCells, pointMeasures, type ScoreCells } from './score-table.ts';
import type { Cell, Row } from './sheet-model.ts';
import { headers, sideHeadings, type Side } from './summary-frame.ts';
import type { PlacedTables, SummaryInput } from './summary-tables.ts';

interface Written {
  readonly rows: readonly Row[];
  readonly merges: readonly string[];
}

/** The tables below the rules, each followed by an empty row, in the order in which they were placed. */
export function writeTables(input: SummaryInput, placed: PlacedTables): Written {
  const { tables, clauses, standard, results } = input;
  const { shown, firsts } = placed;
  const written: Written[] = [];
  if (input.plan) written.push(scoreTable(input, input.plan, placed));
  const graded = tables.clauses;
  if (graded && shown.grades.length > 0) {
    for (const [side, first] of [['own', firsts.ownGrades] as const, ['theirs', firsts.theirGrades] as const]) {
      const own = side === 'own';
      written.push({
        rows: [
          heading(own ? '等级统计：自评' : '等级统计：评审'),
          { cells: headers(own ? 'header' : 'headerToFill', gradeHeaders) },
          ...shown.grades.map((scope, index) =>
            gradeRow(scope, results.tallies[side].scopes.get(scope.name), side, first + index, graded),
          ),
        ],
        merges: [],
      });
    }
  }
  if (shown.passing.length > 0) {
    const rows = shown.passing.map((scope, index) =>
      passingRow(scope, results.tallies, firsts.passing + index, tables),
    );
    written.push(sideTable('通过统计（等级条款以外）', ['范围', '计入条款'], passingMeasures, firsts.passing, rows));
  }
  const { indicators } = tables;
  if (indicators && shown.indicators.length > 0) {
    const rows = shown.indicators.map((scope) => {
      const all = clauses.filter(
        ({ clause, counted }) =>
          counted && clause.method === 'indicator' && isInScope(clause, scope.name, standard.scopes),
      );
      return indicatorRow(scope, results.tallies, indicators, all.length);
    });
    written.push(sideTable('指标统计', ['范围', '计入指标'], indicatorMeasures, firsts.indicators, rows));
  }
  return {
    rows: written.flatMap(({ rows }, index) => (index === 0 ? rows : [{ cells: [] }, ...rows])),
    merges: written.flatMap(({ merges }) => merges),
  };
}

const heading = (text: string): Row => ({ cells: [cell('heading', text)], height: 26 });

function sideTable(
  title: string,
  first: readonly string[],
  measures: readonly string[],
  firstRow: number,
  rows: readonly Row[],
): Written {
  const headings = sideHeadings(firstRow - 2, first, measures);
  return { rows: [heading(title), ...headings.rows, ...rows], merges: headings.merges };
}

function scoreTable(input: SummaryInput, plan: ScorePlan, { firsts, places }: PlacedTables): Written {
  const { standard, results, tables } = input;
  const { points } = tables;
  const isOfParts = plan.parts.length > 0;
  const cellsOf = (scored: ScoreRow, side: Side, row: number): ScoreCells => {
    const tally = results.tallies[side];
    const open = results.open(scored, side);
    const at = { scored, plan, scale: standard, tally, side, row, open };
    if (isOfParts) return partCells(at, tables, places);
    if (!points) throw new Error('a score without points clauses');
    return pointCells(at, points);
  };
  const rows = plan.rows.map((scored, index): Row => {
    const [own, theirs] = (['own', 'theirs'] as const).map((side) => cellsOf(scored, side, firsts.scores + index));
    return {
      cells: [
        cell('label', scored.label),
        cell('figure', Number(brief(scored.full))),
        ...(own?.shown ?? []),
        ...(theirs?.shown ?? []),
        undefined,
        ...hiddenFive(own),
        ...hiddenFive(theirs),
      ],
    };
  });
  return sideTable(
    isOfParts ? '总分的组成' : '得分统计',
    ['范围', '满分'],
    isOfParts ? partMeasures : pointMeasures,
    firsts.scores,
    rows,
  );
}

const hiddenFive = (cells: ScoreCells | undefined): readonly (Cell | undefined)[] =>
  Array.from({ length: 5 }, (_cell, index) => cells?.hidden[index]);
