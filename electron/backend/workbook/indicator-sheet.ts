import { showPeriod } from '../../../shared/domain/indicator/period.ts';
import { multiplierOf, showTarget, showValue, type Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import { cut, exactly, multiply } from '../../../shared/domain/number/rational.ts';
import type { Clause, IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';
import { blank, cell, formula, textCell } from './cells.ts';
import {
  clauseTable,
  commonCells,
  hiddenColumns,
  reviewCells,
  runsOf,
  tableSheet,
  type ClauseTable,
  type CommonKey,
  type CountedKey,
} from './clause-table.ts';
import { codeOfIndicator, indicatorCodes, lookUp } from './result-codes.ts';
import type { ScoredBy } from './scored-clauses.ts';
import type { Cell, SheetModel } from './sheet-model.ts';
import { indicatorTones } from './tones.ts';

/** Sheet 监测指标: one row an indicator, its latest period in figures and those before in words. */
export const indicatorSheetName = '监测指标';

type Scored = ScoredBy<'indicator'>;
type Key =
  | Exclude<CommonKey, 'chapter'>
  | CountedKey
  | 'definition'
  | 'unit'
  | 'direction'
  | 'period'
  | 'target'
  | 'latest'
  | 'numerator'
  | 'denominator'
  | 'value'
  | 'status'
  | 'improved'
  | 'series'
  | 'remark';

const statuses = {
  met: '达标',
  unmet: '未达标',
  monitored: '只监测',
  noTarget: '未设目标',
  noPeriodBefore: '缺上期',
  missing: '缺报',
  exempt: '不适用',
} as const;
const improvedText = '改善';
/** What a reviewer says of an indicator: the hospital's own result stands, or does not. */
export const accepted = '认可';
export const refused = '不认可';

const directions = { up: '越高越好', down: '越低越好', monitor: '只监测' } as const;
const periods = { month: '月', quarter: '季', year: '年' } as const;
const mostPeriods = 12;

/** Builds the sheet, and tells formulas elsewhere where its columns stand. */
export function indicatorSheet(
  clauses: readonly Scored[],
  footer: SheetModel['footer'],
): { readonly sheet: SheetModel; readonly table: ClauseTable } {
  const table = clauseTable<Key>(
    indicatorSheetName,
    [
      { key: 'code', header: '条款', width: 13, least: 9 },
      { key: 'title', header: '指标', width: 26, least: 15 },
      { key: 'core', header: '核心', width: 6, hidden: clauses.every(({ clause }) => !clause.core) },
      { key: 'department', header: '牵头科室', width: 11, least: 8 },
      { key: 'definition', header: '分子与分母', width: 34, least: 22 },
      { key: 'unit', header: '单位', width: 8, hidden: true },
      { key: 'direction', header: '方向', width: 9, hidden: true },
      { key: 'period', header: '填报\n周期', width: 6, hidden: true },
      { key: 'target', header: '目标值', width: 14, least: 9 },
      { key: 'latest', header: '最近\n期间', width: 11, least: 7 },
      { key: 'numerator', header: '分子', width: 8, least: 8 },
      { key: 'denominator', header: '分母', width: 8, least: 8 },
      { key: 'value', header: '指标值', width: 8, least: 8 },
      { key: 'status', header: '自评\n结果', width: 9, least: 7 },
      { key: 'improved', header: '较上期', width: 7 },
      { key: 'series', header: `历次数值\n（最近 ${mostPeriods} 期）`, width: 22, least: 18 },
      { key: 'note', header: '自评说明', width: 30, least: 18 },
      { key: 'evidence', header: '佐证\n份数', width: 6 },
      { key: 'review', header: '评审\n结论', width: 9, toFill: true },
      { key: 'remark', header: '评审意见', width: 19, toFill: true },
      ...hiddenColumns(clauses),
    ],
    clauses.length,
  );
  const sheet = tableSheet(table, {
    rows: clauses.map((scored, index) => rowCells(scored, table, index)),
    entries: runsOf(clauses, ({ clause }) => clause.optional).map(({ kind: optional, first, last }) => {
      const options = [accepted, refused, statuses.missing, ...(optional ? [statuses.exempt] : [])];
      const hint = `请从下拉列表选择：${options.join('，')}。“${accepted}”即同意自评结果。`;
      return { range: table.down('review', first, last), options, hint };
    }),
    tones: [
      { range: table.down('status'), tones: indicatorTones },
      { range: table.down('improved'), tones: [{ text: improvedText, tone: 'good' }] },
      {
        range: table.down('review'),
        tones: [
          { text: accepted, tone: 'good' },
          { text: refused, tone: 'bad' },
          ...indicatorTones.filter(({ text }) => text === statuses.missing || text === statuses.exempt),
        ],
      },
    ],
    footer,
  });
  return { sheet, table };
}

function rowCells(scored: Scored, table: ClauseTable<Key>, index: number): Record<Key, Cell> {
  const { clause, state, result } = scored;
  const definition = definitionOf(clause);
  const { chapter: _chapter, ...common } = commonCells(scored);
  const at = (key: Key) => table.at(key, index);
  const { latest } = result;
  const figure = state.figures.find(({ period }) => period === latest?.period);
  return {
    ...common,
    ...reviewCells,
    definition: textCell(definitionText(definition)),
    unit: textCell(definition.unit),
    direction: cell('centred', directions[definition.direction]),
    period: cell('centred', periods[definition.period]),
    target: textCell(targetText(scored)),
    latest: cell('centred', latest ? showPeriod(latest.period).replaceAll(' ', '') : null),
    numerator: amountCell(figure?.numerator),
    denominator: definition.denominator === null ? cell('centred', '—') : amountCell(figure?.denominator),
    value: valueCell(scored, figure, at('numerator'), at('denominator')),
    status: cell('centred', statusText(scored)),
    improved: cell('centred', result.improved && !result.exempt ? improvedText : null),
    series: textCell(seriesText(scored)),
    ownCode: cell('text', formula(ownCode(at('status'), at('improved')), codeOfIndicator(result))),
    theirCode: cell('text', formula(theirCode(at('review'), at('ownCode')), indicatorCodes.missing)),
  };
}

function definitionOf(clause: Clause): IndicatorDefinition {
  if (!clause.indicator) throw new Error(`indicator ${clause.code} has no definition`);
  return clause.indicator;
}

/** Says what its own columns say as well: those are for filters, and there is no room for them on paper. */
function definitionText({ numerator, denominator, unit, direction, period }: IndicatorDefinition): string {
  const counted = denominator === null ? [`计数：${numerator}`] : [`分子：${numerator}`, `分母：${denominator}`];
  return [...counted, `${unit === '' ? '' : `单位：${unit}，`}${directions[direction]}，按${periods[period]}填报`].join(
    '\n',
  );
}

/** Figures have up to 21 digits; a cell keeps 15, which is what is shown. */
const amountCell = (text: string | null | undefined): Cell =>
  text === null || text === undefined ? blank('centred') : cell('centred', Number(text));

/** Live over the two figures; cut to two decimals as everywhere, after what division leaves behind the ninth. */
function valueCell(scored: Scored, figure: Figure | undefined, numerator: string, denominator: string): Cell {
  const definition = definitionOf(scored.clause);
  const value = scored.result.latest?.value;
  if (!figure || !value) return blank('centred');
  const multiplier = multiplierOf(definition);
  const shown = Number(cut(multiply(value, exactly(multiplier)), 2));
  const quotient = (divisor: string) => `TRUNC(ROUND(${numerator}*(${multiplier})${divisor},9),2)`;
  return cell(
    'centred',
    formula(
      definition.denominator === null
        ? `IF(ISNUMBER(${numerator}),${quotient('')},"")`
        : `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),IF(${denominator}=0,"",${quotient(`/${denominator}`)}),"")`,
      shown,
    ),
  );
}

/** A period a line, so that no date is torn apart. */
function seriesText({ clause, result }: Scored): string {
  return result.series
    .slice(-mostPeriods)
    .map(({ period, value }) => `${period} ${value ? showValue(value, definitionOf(clause)) : statuses.missing}`)
    .join('\n');
}

function statusText({ result }: Scored): string {
  if (result.exempt) return statuses.exempt;
  if (result.status === 'missing') return statuses.missing;
  if (result.monitored) return statuses.monitored;
  if (result.status !== 'neither') return statuses[result.status];
  return result.target === 'better' ? statuses.noPeriodBefore : statuses.noTarget;
}

function targetText({ clause, state, result }: Scored): string {
  const { target } = result;
  const advice = clause.indicator?.targetAdvice;
  if (target === undefined) {
    if (result.monitored) return advice ? `参考：${advice}` : '—';
    return advice ? `未设（参考：${advice}）` : '未设';
  }
  const whose = state.ownTarget === undefined ? '标准' : '自定';
  return `${target === 'better' ? '优于上期' : showTarget(target, definitionOf(clause))}（${whose}）`;
}

const ownCode = (status: string, improved: string): string =>
  lookUp(
    status,
    [
      [statuses.met, indicatorCodes.met],
      [statuses.monitored, indicatorCodes.monitored],
      [statuses.missing, indicatorCodes.missing],
      [statuses.exempt, indicatorCodes.exempt],
    ],
    `IF(${improved}="${improvedText}","${indicatorCodes.improved}","${indicatorCodes.worse}")`,
  );

/**
 * A refused value is as good as 缺报 where only its presence counts, and where there was none; so is an open cell.
 */
const theirCode = (review: string, own: string): string => {
  const { exempt, missing, monitored, worse } = indicatorCodes;
  const withoutValue = [monitored, missing, exempt].map((code) => `${own}="${code}"`).join(',');
  const refusedCode = `IF(OR(${withoutValue}),"${missing}","${worse}")`;
  const others = `IF(${review}="${refused}",${refusedCode},"${missing}")`;
  return `IF(${review}="${accepted}",${own},${lookUp(review, [[statuses.exempt, exempt]], others)})`;
};
