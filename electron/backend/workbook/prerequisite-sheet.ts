import { cell, formula } from './cells.ts';
import { agreement, unscoredText } from './clause-sheet.ts';
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
import type { Cell, SheetModel } from './sheet-model.ts';
import { agreementTones, prerequisiteTones } from './tones.ts';

/** Sheet 前置要求: one row a prerequisite; one violation vetoes. */
export const prerequisiteSheetName = '前置要求';

type Scored = ScoredBy<'prerequisite'>;
type Key = CommonKey | CountedKey | 'own' | 'remark' | 'agreement';

const texts = { pass: '无违反', fail: '违反', 'n/a': '不适用' } as const;
const codes = [
  [texts.pass, passCodes.pass],
  [texts.fail, passCodes.fail],
  [texts['n/a'], passCodes['n/a']],
] as const;

/** Builds the sheet, and tells formulas elsewhere where its columns stand. */
export function prerequisiteSheet(
  clauses: readonly Scored[],
  footer: SheetModel['footer'],
): { readonly sheet: SheetModel; readonly table: ClauseTable<CountedKey | 'code'> } {
  const table = clauseTable<Key>(
    prerequisiteSheetName,
    [
      { key: 'code', header: '条款', width: 13, least: 9 },
      { key: 'chapter', header: '章', width: 20, least: 12 },
      { key: 'title', header: '前置要求', width: 38, least: 24 },
      { key: 'core', header: '核心', width: 6, hidden: clauses.every(({ clause }) => !clause.core) },
      { key: 'department', header: '牵头科室', width: 12, least: 9 },
      { key: 'own', header: '自评\n结果', width: 9 },
      { key: 'note', header: '自评说明', width: 38, least: 22 },
      { key: 'evidence', header: '佐证\n份数', width: 7 },
      { key: 'review', header: '评审\n结论', width: 9, toFill: true },
      { key: 'remark', header: '评审意见', width: 30, toFill: true },
      { key: 'agreement', header: '比对', width: 8 },
      ...hiddenColumns(clauses),
    ],
    clauses.length,
  );
  const sheet = tableSheet(table, {
    rows: clauses.map((scored, index) => rowCells(scored, table, index)),
    entries: runsOf(clauses, ({ clause }) => clause.optional).map(({ kind: optional, first, last }) => {
      const options = [texts.pass, texts.fail, ...(optional ? [texts['n/a']] : [])];
      return { range: table.down('review', first, last), options, hint: `请从下拉列表选择：${options.join('，')}。` };
    }),
    tones: [
      ...(['own', 'review'] as const).map((key) => ({ range: table.down(key), tones: prerequisiteTones })),
      { range: table.down('agreement'), tones: agreementTones },
    ],
    footer,
  });
  return { sheet, table };
}

function rowCells(scored: Scored, table: ClauseTable<Key>, index: number): Record<Key, Cell> {
  const { outcome } = scored.result;
  const [own, review] = [table.at('own', index), table.at('review', index)];
  const code = (address: string) => lookUp(address, codes, `"${passCodes.open}"`);
  return {
    ...commonCells(scored),
    ...reviewCells,
    own: cell('centred', outcome === undefined ? unscoredText : texts[outcome]),
    agreement: cell('centred', formula(agreement(own, review), '')),
    ownCode: cell('text', formula(code(own), codeOfOutcome(outcome))),
    theirCode: cell('text', formula(code(review), passCodes.open)),
  };
}
