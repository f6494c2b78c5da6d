import { brief, cut, isZero, type Rational } from '../../../shared/domain/number/rational.ts';
import { passes } from '../../../shared/domain/result/clause-result.ts';
import { blank, cell, formula, textCell } from './cells.ts';
import { unscoredText } from './clause-sheet.ts';
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
import { unitsOf } from './point-scale.ts';
import { codeOfOutcome, passCodes } from './result-codes.ts';
import type { ScoredBy } from './scored-clauses.ts';
import type { Cell, Entry, SheetModel } from './sheet-model.ts';
import { outcomeTones } from './tones.ts';

/** Sheet 分值评分: one row a clause with a full score. */
export const pointsSheetName = '分值评分';
const exemptText = '不适用';

type Scored = ScoredBy<'points'>;
export type UnitKey = 'fullUnits' | 'ownUnits' | 'theirUnits' | 'ownShare' | 'theirShare';
type Key =
  | CommonKey
  | CountedKey
  | UnitKey
  | 'full'
  | 'own'
  | 'proposal'
  | 'reason'
  | 'deductions'
  | 'pass'
  | 'remark'
  | 'difference';

/** In what whole numbers the sheet's hidden columns count (`point-scale.ts`). */
export interface PointScale {
  readonly pointUnits: number;
  /** A clause's share of its full score, in weighted totals. */
  readonly worthUnits: number;
  readonly yesAtRate: Rational;
}

/** Builds the sheet, and tells formulas elsewhere where its columns stand. */
export function pointsSheet(
  clauses: readonly Scored[],
  scale: PointScale,
  footer: SheetModel['footer'],
): { readonly sheet: SheetModel; readonly table: ClauseTable<CountedKey | UnitKey> } {
  const table = clauseTable<Key>(
    pointsSheetName,
    [
      { key: 'code', header: '条款', width: 13, least: 8 },
      { key: 'chapter', header: '章', width: 18, least: 11 },
      { key: 'title', header: '条款名称', width: 26, least: 16 },
      { key: 'core', header: '核心', width: 6, hidden: clauses.every(({ clause }) => !clause.core) },
      { key: 'department', header: '牵头科室', width: 11, least: 9 },
      { key: 'full', header: '满分', width: 7, least: 7 },
      { key: 'own', header: '自评\n得分', width: 8, least: 8 },
      { key: 'proposal', header: '建议\n得分', width: 8, least: 8 },
      { key: 'reason', header: '调整理由', width: 18, least: 9 },
      { key: 'deductions', header: '扣分参考', width: 34, least: 20 },
      { key: 'note', header: '自评说明', width: 28, least: 16 },
      { key: 'evidence', header: '佐证\n份数', width: 7 },
      { key: 'pass', header: '是否\n通过', width: 8 },
      { key: 'review', header: '评审\n得分', width: 8, toFill: true },
      { key: 'remark', header: '评审意见', width: 21, toFill: true },
      { key: 'difference', header: '评审－\n自评', width: 8 },
      ...hiddenColumns(clauses),
      { key: 'fullUnits', header: `满分×${scale.pointUnits}`, width: 8, hidden: true },
      { key: 'ownUnits', header: `自评×${scale.pointUnits}`, width: 8, hidden: true },
      { key: 'theirUnits', header: `评审×${scale.pointUnits}`, width: 8, hidden: true },
      { key: 'ownShare', header: `自评得分率×${scale.worthUnits}`, width: 8, hidden: true },
      { key: 'theirShare', header: `评审得分率×${scale.worthUnits}`, width: 8, hidden: true },
    ],
    clauses.length,
  );
  const sheet = tableSheet(table, {
    rows: clauses.map((scored, index) => rowCells(scored, scale, table, index)),
    entries: entriesOf(clauses, table),
    tones: [{ range: table.down('pass'), tones: outcomeTones }],
    footer,
  });
  return { sheet, table };
}

function rowCells(scored: Scored, scale: PointScale, table: ClauseTable<Key>, index: number): Record<Key, Cell> {
  const { clause, state, result } = scored;
  const { full, score, proposal } = result;
  const { pointUnits: units } = scale;
  const at = (key: Key) => table.at(key, index);
  const outcome = passes(result, scale.yesAtRate);
  const ownCut = result.exempt ? exemptText : score ? cutNumber(score) : unscoredText;
  const ownUnits = result.exempt ? exemptText : score ? unitsOf(score, units) : unscoredText;
  return {
    ...commonCells(scored),
    ...reviewCells,
    full: cell('centred', Number(brief(full, 15))),
    own: cell(
      'centred',
      formula(`IF(ISNUMBER(${at('ownUnits')}),${cutOf(at('ownUnits'), units)},${at('ownUnits')})`, ownCut),
    ),
    proposal: proposal ? cell('centred', cutNumber(proposal)) : blank('centred'),
    reason: result.adjusted && !result.exempt ? textCell(state.reason) : blank(),
    deductions: textCell(clause.deductions.join('\n')),
    pass: cell('centred', formula(outcomeFormula(at('ownCode')), outcomeWord(outcome))),
    difference: cell(
      'difference',
      formula(`IF(AND(ISNUMBER(${at('review')}),ISNUMBER(${at('own')})),ROUND(${at('review')}-${at('own')},2),"")`, ''),
    ),
    fullUnits: cell('text', unitsOf(full, units)),
    ownUnits: cell('text', ownUnits),
    theirUnits: cell(
      'text',
      formula(
        `IF(ISNUMBER(${at('review')}),ROUND(${at('review')}*100,0)*${units / 100},IF(${at('review')}="${exemptText}","${exemptText}","${unscoredText}"))`,
        unscoredText,
      ),
    ),
    ownCode: cell('text', formula(codeFormula(at('ownUnits'), at('fullUnits'), scale), codeOfOutcome(outcome))),
    theirCode: cell('text', formula(codeFormula(at('theirUnits'), at('fullUnits'), scale), passCodes.open)),
    ownShare: cell('text', formula(shareFormula(at('ownUnits'), at('fullUnits'), scale), shareUnitsOf(result, scale))),
    theirShare: cell('text', formula(shareFormula(at('theirUnits'), at('fullUnits'), scale), 0)),
  };
}

const cutNumber = (score: Rational): number => Number(cut(score, 2));

/** Shown scores are cut, never rounded up. */
const cutOf = (address: string, units: number): string => `INT(${address}*100/${units})/100`;

const outcomeFormula = (code: string): string =>
  `IF(${code}="${passCodes.pass}","通过",IF(${code}="${passCodes.fail}","不通过",IF(${code}="${passCodes['n/a']}","${exemptText}","${unscoredText}")))`;

const outcomeWord = (outcome: ReturnType<typeof passes>): string =>
  outcome === undefined ? unscoredText : { pass: '通过', fail: '不通过', 'n/a': exemptText }[outcome];

const codeFormula = (score: string, full: string, { yesAtRate }: PointScale): string =>
  `IF(ISNUMBER(${score}),IF(${score}*${yesAtRate.denominator}>=${full}*${yesAtRate.numerator},"${passCodes.pass}","${passCodes.fail}"),` +
  `IF(${score}="${exemptText}","${passCodes['n/a']}","${passCodes.open}"))`;

const shareFormula = (score: string, full: string, { worthUnits }: PointScale): string =>
  `IF(AND(ISNUMBER(${score}),${full}>0),ROUND(${score}*${worthUnits}/${full},0),0)`;

const shareUnitsOf = ({ exempt, score, full }: Scored['result'], { worthUnits }: PointScale): number =>
  exempt || !score || isZero(full)
    ? 0
    : Math.round(
        Number(score.numerator * full.denominator * BigInt(worthUnits)) / Number(score.denominator * full.numerator),
      );

/** Scores from 0 to the clause's full score; 不适用 only where the clause is optional. */
function entriesOf(clauses: readonly Scored[], table: ClauseTable<Key>): readonly Entry[] {
  return runsOf(clauses, ({ clause }) => clause.optional).map(({ kind: optional, first, last }) => ({
    range: table.down('review', first, last),
    upTo: `$${table.at('full', first)}`,
    orText: optional ? exemptText : undefined,
    hint: `请填 0 到本条款满分之间的数，最多两位小数${optional ? `；不适用的填“${exemptText}”` : ''}。`,
  }));
}
