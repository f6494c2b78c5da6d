import type { Outcome } from '../../../shared/domain/checklist/decide-outcome.ts';
import { grades } from '../../../shared/domain/grade/grade.ts';
import { gradeLabels } from '../../../shared/text/labels.ts';
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
import { codeOfOutcome, lookUp, passCodes } from './result-codes.ts';
import type { ScoredBy } from './scored-clauses.ts';
import type { Cell, Choices, SheetModel } from './sheet-model.ts';
import { agreementTones, gradeTones, outcomeTones } from './tones.ts';

/** Sheet 条款评分: one row a graded or checklist clause. */
export const clauseSheetName = '条款评分';
export const unscoredText = '未评';

type Scored = ScoredBy<'graded' | 'checklist'>;
type Key = CommonKey | CountedKey | 'section' | 'own' | 'raised' | 'remark' | 'agreement' | 'kind';

/** Which rows have grades, as `kind` has it. */
export const kinds = { graded: 'G', checklist: 'K' } as const;

const outcomeTexts = { pass: '通过', fail: '不通过', 'n/a': '不适用' } as const;
const outcomeCodes = [
  [outcomeTexts.pass, passCodes.pass],
  [outcomeTexts.fail, passCodes.fail],
  [outcomeTexts['n/a'], passCodes['n/a']],
] as const;
const outcomeText = (outcome: Outcome): string => (outcome === undefined ? unscoredText : outcomeTexts[outcome]);

/** Builds the sheet, and tells formulas elsewhere where its columns stand. */
export function clauseSheet(
  clauses: readonly Scored[],
  footer: SheetModel['footer'],
): { readonly sheet: SheetModel; readonly table: ClauseTable<CountedKey | 'own' | 'kind'> } {
  const word = clauses.every(({ result }) => result.method === 'graded') ? '等级' : '结果';
  const table = clauseTable<Key>(
    clauseSheetName,
    [
      { key: 'code', header: '条款', width: 13, least: 9 },
      { key: 'chapter', header: '章', width: 20, least: 12 },
      { key: 'section', header: '节', width: 20, least: 12 },
      { key: 'title', header: '条款名称', width: 28, least: 18 },
      { key: 'core', header: '核心', width: 6, hidden: clauses.every(({ clause }) => !clause.core) },
      { key: 'department', header: '牵头科室', width: 12, least: 9 },
      { key: 'own', header: `自评\n${word}`, width: 8 },
      {
        key: 'raised',
        header: '高于建议的说明',
        width: 20,
        least: 9,
        hidden: clauses.every(({ result }) => result.method !== 'graded'),
      },
      { key: 'note', header: '自评说明', width: 34, least: 20 },
      { key: 'evidence', header: '佐证\n份数', width: 7 },
      { key: 'review', header: `评审\n${word}`, width: 8, toFill: true },
      { key: 'remark', header: '评审意见', width: 26, toFill: true },
      { key: 'agreement', header: '比对', width: 8 },
      ...hiddenColumns(clauses),
      { key: 'kind', header: '评分方式', width: 8, hidden: true },
    ],
    clauses.length,
  );
  const sheet = tableSheet(table, {
    rows: clauses.map((scored, index) => rowCells(scored, table, index)),
    entries: choices(clauses, table),
    tones: [
      ...(['own', 'review'] as const).map((key) => ({
        range: table.down(key),
        tones: [
          ...(clauses.some(({ result }) => result.method === 'graded') ? gradeTones : []),
          ...(word === '结果' ? outcomeTones : []),
        ],
      })),
      { range: table.down('agreement'), tones: agreementTones },
    ],
    footer,
  });
  return { sheet, table };
}

function rowCells(scored: Scored, table: ClauseTable<Key>, index: number): Record<Key, Cell> {
  const { state, result } = scored;
  const [own, review] = [table.at('own', index), table.at('review', index)];
  const graded = result.method === 'graded';
  return {
    ...commonCells(scored),
    ...reviewCells,
    section: textCell(scored.sectionTitle),
    own: cell('centred', graded ? (result.grade ?? unscoredText) : outcomeText(result.outcome)),
    raised: graded && result.raised ? textCell(`高于建议：${state.reason}`) : blank(),
    agreement: cell('centred', formula(graded ? gradeAgreement(own, review) : agreement(own, review), '')),
    kind: cell('text', kinds[result.method]),
    ownCode: graded ? blank() : cell('text', formula(codeFormula(own), codeOfOutcome(result.outcome))),
    theirCode: graded ? blank() : cell('text', formula(codeFormula(review), passCodes.open)),
  };
}

const codeFormula = (cellAddress: string) => lookUp(cellAddress, outcomeCodes, `"${passCodes.open}"`);

/** 一致 or 不一致, and nothing while one of the two is open. */
export const agreement = (own: string, review: string): string =>
  `IF(OR(${review}="",${own}="${unscoredText}"),"",IF(${own}=${review},"一致","不一致"))`;

/** 偏高: the hospital graded itself above the reviewers. E against a grade can only differ. */
const gradeAgreement = (own: string, review: string): string =>
  `IF(OR(${review}="",${own}="${unscoredText}"),"",IF(${own}=${review},"一致",` +
  `IF(OR(${own}="E",${review}="E"),"不一致",IF(${own}<${review},"偏高","偏低"))))`;

/** E and 不适用 only where the clause is optional. */
function choices(clauses: readonly Scored[], table: ClauseTable<Key>): readonly Choices[] {
  const runs = runsOf(clauses, ({ clause, result }) => `${result.method} ${clause.optional}` as const);
  return runs.map(({ kind, first, last }) => {
    const optional = kind.endsWith('true');
    const range = table.down('review', first, last);
    if (kind.startsWith('checklist')) {
      const options = [outcomeTexts.pass, outcomeTexts.fail, ...(optional ? [outcomeTexts['n/a']] : [])];
      const hint = `请从下拉列表选择：${options.join('，')}${optional ? '' : '。本条款不可选不适用'}。`;
      return { range, options, hint };
    }
    const options = grades.filter((grade) => optional || grade !== 'E');
    const labels = options.map((grade) => `${grade} ${gradeLabels[grade]}`).join('，');
    return { range, options, hint: `请从下拉列表选择：${labels}${optional ? '' : '。本条款不可评 E'}。` };
  });
}
