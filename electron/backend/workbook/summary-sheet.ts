import { judge, type RuleResult } from '../../../shared/domain/verdict/verdict.ts';
import { ruleLabel } from '../../../shared/text/labels.ts';
import { cell, figure, formula, heightFor } from './cells.ts';
import { readingRemark } from './reading-remarks.ts';
import { awaited, notReached, overallFormula, reached, ruleCells, vetoed, whenReviewed } from './rule-table.ts';
import { scoredBy } from './scored-clauses.ts';
import type { Cell, Formula, Row, SheetModel } from './sheet-model.ts';
import {
  blanks,
  hiddenWidths,
  notApplicable,
  reviewedColumn,
  sideColumn,
  sideHeadings,
  summarySheetName,
  visibleWidths,
  type Side,
} from './summary-frame.ts';
import { placeTables, type PlacedTables, type SummaryInput } from './summary-tables.ts';
import { thresholdRemarks, thresholdText } from './threshold-remarks.ts';
import { noViolation, vetoRow, violatedRow } from './veto-rows.ts';
import { writeTables } from './write-summary-tables.ts';

/** Remarks run over all columns, in smaller type. */
const textColumns = visibleWidths.reduce((sum, width) => sum + width, 0);

export interface SummarySheet {
  readonly sheet: SheetModel;
  /** The overall verdict on own results, for the cover. */
  readonly verdict: Formula;
}

/**
 * Sheet 结果汇总: every rule of the target and every chapter, as live formulas over the sheets with one row a clause. Rows
 * are counted beforehand, because the rules look at tables that stand below them.
 */
export function summarySheet(input: SummaryInput, footer: SheetModel['footer']): SummarySheet {
  const { standard, target, clauses, tables } = input;
  const { threshold, standard: ofStandard, scoring } = thresholdRemarks(input);
  const remarks = [threshold, ofStandard, ...(scoring ? [scoring] : []), readingRemark(standard, clauses)];
  const prerequisites = scoredBy(clauses, 'prerequisite');
  const violated = prerequisites.filter(({ result }) => result.outcome === 'fail');

  const groupRow = remarks.length + 3;
  const firstRule = groupRow + 2;
  const vetoAt = tables.prerequisites ? firstRule + target.rules.length : undefined;
  const verdictRow = firstRule + target.rules.length + (vetoAt === undefined ? 0 : 1);
  const listed =
    tables.prerequisites && vetoAt !== undefined ? violatedRow(prerequisites, tables.prerequisites, vetoAt) : undefined;
  const placed = placeTables(input, verdictRow + (listed ? 3 : 2), `$${reviewedColumn}$${groupRow}`);
  const { places } = placed;

  const verdicts = {
    own: judge(target, input.results.tallies.own, { ...standard, violated: violated.map(({ clause }) => clause.code) }),
    theirs: judge(target, input.results.tallies.theirs, standard),
  };
  const overall = (side: Side): Cell => {
    const cells = target.rules.map((_rule, index) => `${sideColumn(side, 4)}${firstRule + index}`);
    const text = overallFormula(cells, vetoAt === undefined ? undefined : `${sideColumn(side, 3)}${vetoAt}`);
    return cell('strong', whenReviewed(text, overallText(verdicts[side]), side, places));
  };
  const headings = sideHeadings(
    groupRow,
    ['规则', '要求'],
    measures(target.rules.some(({ kind }) => kind === 'score')),
  );
  const [upper, lower] = headings.rows;
  if (!upper || !lower) throw new Error('a table without headings');
  const written = writeTables(input, placed);
  const rows: Row[] = [
    { cells: [cell('title', `${summarySheetName}：${target.label}`)], height: 32 },
    ...remarks.map((remark): Row => ({
      cells: [cell('remark', remark)],
      height: heightFor(remark, textColumns * 1.1),
    })),
    { cells: [cell('heading', '目标规则')], height: 26 },
    { ...upper, cells: [...upper.cells, figure(reviewedFormula(input), 0)] },
    lower,
    ...target.rules.map((_rule, index) =>
      ruleRow(input, placed, firstRule + index, verdicts.own.rules[index], verdicts.theirs.rules[index]),
    ),
    ...(tables.prerequisites && vetoAt !== undefined
      ? [vetoRow(prerequisites, tables.prerequisites, vetoAt, places)]
      : []),
    { cells: [cell('label', '总体结论'), ...blanks(5), overall('own'), ...blanks(4), overall('theirs')], height: 24 },
    ...(listed ? [listed] : []),
    { cells: [] },
    ...written.rows,
  ];
  const sheet: SheetModel = {
    name: summarySheetName,
    hidden: false,
    columns: [...visibleWidths.map((width) => ({ width })), ...hiddenWidths.map((width) => ({ width, hidden: true }))],
    rows,
    frozen: { rows: 1, columns: 0 },
    filter: undefined,
    merges: [
      ...['', ...remarks].map((_remark, index) => `A${index + 1}:L${index + 1}`),
      ...headings.merges,
      ...(listed ? [`C${verdictRow + 1}:G${verdictRow + 1}`, `H${verdictRow + 1}:L${verdictRow + 1}`] : []),
      ...written.merges,
    ],
    blocks: rows.flatMap(({ cells }, index) => (cells[0]?.style === 'heading' ? [index + 1] : [])),
    entries: [],
    tones: ['G', 'L'].map((letter) => ({ range: `${letter}${firstRule}:${letter}${verdictRow}`, tones: verdictTones })),
    footer,
  };
  return { sheet, verdict: formula(`${summarySheetName}!$G$${verdictRow}`, overallText(verdicts.own)) };
}

export const verdictTones = [
  { text: reached, tone: 'good' },
  { text: noViolation, tone: 'good' },
  { text: notReached, tone: 'bad' },
  { text: vetoed, tone: 'bad' },
  { text: notApplicable, tone: 'mute' },
  { text: awaited, tone: 'mute' },
] as const;

const overallText = ({ reached: isReached, vetoes }: ReturnType<typeof judge>): string =>
  vetoes.length > 0 ? vetoed : isReached ? reached : notReached;

const measures = (withScores: boolean): readonly string[] =>
  withScores
    ? ['达到数\n或得分', '适用数\n或满分', '比例', '还差', '结论']
    : ['达到数', '适用数', '比例', '还差', '结论'];

function ruleRow(
  { standard, target, plan }: SummaryInput,
  { places }: PlacedTables,
  row: number,
  own: RuleResult | undefined,
  theirs: RuleResult | undefined,
): Row {
  if (!own || !theirs) throw new Error('a rule was not measured');
  return {
    cells: [
      cell('label', ruleLabel(own, standard.scopes)),
      cell('figure', thresholdText(own, target)),
      ...ruleCells(own, { side: 'own', row, places, plan }),
      ...ruleCells(theirs, { side: 'theirs', row, places, plan }),
    ],
  };
}

/** How many cells reviewers have filled in on all sheets; before the first their verdicts wait. */
function reviewedFormula({ tables }: SummaryInput): string {
  const all = [tables.clauses, tables.prerequisites, tables.points, tables.indicators];
  const counts = all.filter((table) => table !== undefined).map((table) => `COUNTA(${table.range('review')})`);
  return counts.length === 0 ? '0' : counts.join('+');
}
