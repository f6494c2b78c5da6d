import type { Standard, TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { showThreshold } from '../../../shared/domain/verdict/fraction.ts';
import { tallyClauses } from '../../../shared/domain/verdict/tally.ts';
import { judge } from '../../../shared/domain/verdict/verdict.ts';
import { ruleLabel } from '../../../shared/text/labels.ts';
import { blank, cell, formula, heightFor } from './cells.ts';
import { awaited, notReached, overallVerdict, reached, ruleCells } from './rule-table.ts';
import { notApplicable, scopeHeaders, scopeRow, scopesOf } from './scope-table.ts';
import type { ScoredClause } from './scored-clauses.ts';
import type { Cell, Formula, Row, SheetModel } from './sheet-model.ts';
import { thresholdRemarks } from './threshold-remarks.ts';

/** Sheet 结果汇总: every rule of the target and every chapter, as live formulas over 条款评分. */
export const summarySheetName = '结果汇总';

const widths = [28, 11, 9, 9, 9, 9, 10, 10, 10, 10, 10, 10];
/** Remarks run over all columns, in smaller type. */
const textColumns = widths.reduce((sum, width) => sum + width, 0);
const ruleHeaders = ['达到数', '适用数', '比例', '还差', '结论'];
const reading =
  '口径：适用数不含 E（不适用）；未评的条款计入适用数，不算达到。A 也算 B、C，B 也算 C。比例只截取、不四舍五入到一位小数。不计入比例的章不在统计之内。';

export interface SummarySheet {
  readonly sheet: SheetModel;
  /** The overall verdict on own grades, for the cover. */
  readonly verdict: Formula;
}

/** Builds the sheet. Rows are counted beforehand, because the rules look at tables that stand below them. */
export function summarySheet(
  standard: Standard,
  target: TargetLevel,
  clauses: readonly ScoredClause[],
  footer: SheetModel['footer'],
): SummarySheet {
  const counted = clauses.filter((scored) => scored.counted);
  const own = tallyOf(counted);
  const theirs = tallyOf(counted.map((scored) => ({ ...scored, grade: undefined }))); // nothing reviewed yet
  const scopes = scopesOf(standard, target, own);
  const remarks = [...thresholdRemarks(standard, target), reading];

  const groupRow = remarks.length + 3;
  const firstRule = groupRow + 2;
  const verdictRow = firstRule + target.rules.length;
  const ownFirst = verdictRow + 4;
  const theirFirst = ownFirst + scopes.length + 3;
  const scopeAt = (first: number, name: string) => first + scopes.findIndex((scope) => scope.name === name);
  const noneReviewed = `B${theirFirst}-H${theirFirst}=0`;

  const ownVerdict = judge(target, own);
  const theirVerdict = judge(target, theirs);
  const ruleRows = target.rules.map((rule, index): Row => {
    const row = firstRule + index;
    const [ownResult, theirResult] = [ownVerdict.rules[index], theirVerdict.rules[index]];
    if (!ownResult || !theirResult) throw new Error('a rule was not measured');
    const columns = (column: number, first: number, awaitedWhen: string | undefined) => ({
      column,
      row,
      awaitedWhen,
      scopeRow: scopeAt(first, rule.scope),
    });
    return {
      cells: [
        cell('label', ruleLabel(rule)),
        cell('figure', `≥ ${showThreshold(rule.atLeast)}`),
        ...ruleCells(ownResult, own, columns(3, ownFirst, undefined)),
        ...ruleCells(theirResult, theirs, columns(8, theirFirst, noneReviewed)),
      ],
    };
  });
  const verdictCells = (letter: string) => target.rules.map((_rule, index) => `${letter}${firstRule + index}`);
  const overall = ownVerdict.reached ? reached : notReached;
  const tableOf = (tally: typeof own, by: 'grade' | 'review', first: number): Row[] => [
    { cells: [cell('heading', by === 'grade' ? '各章统计：自评' : '各章统计：评审')], height: 26 },
    { cells: scopeHeaders.map((text) => cell(by === 'grade' ? 'header' : 'headerToFill', text)) },
    ...scopes.map((scope, index) => scopeRow(scope, tally.get(scope.name), by, first + index, clauses.length)),
  ];

  const rows: Row[] = [
    { cells: [cell('title', `${summarySheetName}：${target.label}`)], height: 32 },
    ...remarks.map((remark): Row => ({
      cells: [cell('remark', remark)],
      height: heightFor(remark, textColumns * 1.1),
    })),
    { cells: [cell('heading', '目标规则')], height: 26 },
    {
      cells: [
        ...headers('header', ['', '', '自评', '', '', '', '']),
        ...headers('headerToFill', ['评审', '', '', '', '']),
      ],
    },
    { cells: [...headers('header', ['规则', '要求', ...ruleHeaders]), ...headers('headerToFill', ruleHeaders)] },
    ...ruleRows,
    {
      cells: [
        cell('label', '总体结论'),
        ...blanks(5),
        cell('strong', overallVerdict(verdictCells('G'), overall, undefined)),
        ...blanks(4),
        cell('strong', overallVerdict(verdictCells('L'), awaited, noneReviewed)),
      ],
      height: 24,
    },
    { cells: [] },
    ...tableOf(own, 'grade', ownFirst),
    { cells: [] },
    ...tableOf(theirs, 'review', theirFirst),
  ];
  const sheet: SheetModel = {
    name: summarySheetName,
    hidden: false,
    columns: widths.map((width) => ({ width })),
    rows,
    frozen: { rows: 1, columns: 0 },
    filter: undefined,
    merges: [
      ...['', ...remarks].map((_remark, index) => `A${index + 1}:L${index + 1}`),
      `C${groupRow}:G${groupRow}`,
      `H${groupRow}:L${groupRow}`,
    ],
    onePage: rows.length <= 45,
    choices: [],
    tones: ['G', 'L'].map((letter) => ({ range: `${letter}${firstRule}:${letter}${verdictRow}`, tones: verdictTones })),
    footer,
  };
  return { sheet, verdict: formula(`${summarySheetName}!$G$${verdictRow}`, overall) };
}

export const verdictTones = [
  { text: reached, tone: 'good' },
  { text: notReached, tone: 'bad' },
  { text: notApplicable, tone: 'mute' },
  { text: awaited, tone: 'mute' },
] as const;

const headers = (style: 'header' | 'headerToFill', texts: readonly string[]): readonly Cell[] =>
  texts.map((text) => (text === '' ? blank(style) : cell(style, text)));

const blanks = (count: number): readonly Cell[] => Array.from({ length: count }, () => blank());

const tallyOf = (clauses: readonly Pick<ScoredClause, 'clause' | 'grade'>[]) =>
  tallyClauses(clauses.map(({ clause, grade }) => ({ chapter: clause.chapter, core: clause.core, grade })));
