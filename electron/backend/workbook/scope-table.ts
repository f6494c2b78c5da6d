import type { Standard, TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { cutPercent } from '../../../shared/domain/verdict/fraction.ts';
import {
  countAtLeast,
  denominatorOf,
  emptyScope,
  type ScopeTally,
  type Tally,
} from '../../../shared/domain/verdict/tally.ts';
import { cell, formula, literal } from './cells.ts';
import { chapterKey, clauseRange, countedText } from './clause-sheet.ts';
import type { Cell, CellValue, Row } from './sheet-model.ts';

/** 不适用: the scope has no clause that applies. */
export const notApplicable = '不适用';

export interface Scope {
  /** As rules name it: `all`, `core`, `chapter:<code>`. */
  readonly name: string;
  readonly label: string;
}

/** All clauses, the core ones, every chapter that stands in proportions, and whatever else a rule asks about. */
export function scopesOf(standard: Pick<Standard, 'chapters'>, target: TargetLevel, tally: Tally): readonly Scope[] {
  const asked = new Set(target.rules.map((rule) => rule.scope));
  const chapters = standard.chapters.map((chapter) => ({
    name: `chapter:${chapter.code}`,
    label: `${chapter.code} ${chapter.title}`,
  }));
  const scopes = [
    { name: 'all', label: '全部条款' },
    { name: 'core', label: '核心条款 ★' },
    ...chapters.filter((scope) => tally.has(scope.name) || asked.has(scope.name)),
  ];
  const known = new Set(scopes.map((scope) => scope.name));
  return [
    ...scopes,
    ...[...asked]
      .filter((name) => !known.has(name))
      .map((name) => ({ name, label: `${name.replace(/^chapter:/u, '')} （标准中没有这一章）` })),
  ];
}

export const scopeHeaders = ['范围', '计入条款', 'A', 'B', 'C', 'D', 'E', '未评', 'C 及以上', 'B 及以上', 'A'] as const;

/** The counts of one scope over 条款评分, all of them live. Columns A to K of row `row`. */
export function scopeRow(
  scope: Scope,
  counts: ScopeTally | undefined,
  by: 'grade' | 'review',
  row: number,
  clauses: number,
): Row {
  const tally = counts ?? emptyScope();
  const range = (key: Parameters<typeof clauseRange>[0]) => clauseRange(key, clauses);
  const inScope = `${range('counted')},${literal(countedText)}${scopeCondition(scope.name, range)}`;
  const total = denominatorOf(tally) + tally.E;
  const gradeCells = (['A', 'B', 'C', 'D', 'E'] as const).map((grade) =>
    live(`COUNTIFS(${range(by)},"${grade}",${inScope})`, tally[grade]),
  );
  const share = (last: string, grade: 'A' | 'B' | 'C'): Cell =>
    cell('share', shareOf(`SUM(C${row}:${last}${row})`, `(B${row}-G${row})`, tally, grade));
  return {
    cells: [
      cell('label', scope.label),
      live(`COUNTIFS(${inScope})`, total),
      ...gradeCells,
      live(`B${row}-SUM(C${row}:G${row})`, tally.unscored),
      share('E', 'C'),
      share('D', 'B'),
      share('C', 'A'),
    ],
  };
}

const live = (text: string, result: number | string): Cell => cell('figure', formula(text, result));

function scopeCondition(name: string, range: (key: 'core' | 'chapterKey') => string): string {
  if (name === 'all') return '';
  if (name === 'core') return `,${range('core')},"★"`;
  const key = chapterKey(name.replace(/^chapter:/u, ''));
  return `,${range('chapterKey')},${literal(key.replace(/[~*?]/gu, '~$&'))}`; // ~ * ? are wildcards in a condition
}

/** `count ÷ denominator`, cut and not rounded: 89.96 % must read 89.9 %. */
export function shareOf(
  count: string,
  denominator: string,
  tally: ScopeTally,
  grade: 'A' | 'B' | 'C' | 'D',
): CellValue {
  const whole = denominatorOf(tally);
  const result = whole === 0 ? notApplicable : shareValue(countAtLeast(tally, grade), whole);
  return formula(`IF(${denominator}=0,"${notApplicable}",INT(${count}*1000/${denominator})/1000)`, result);
}

const shareValue = (part: number, whole: number): number => Math.round(Number(cutPercent(part, whole)) * 10) / 1000; // 66.6 → 0.666, the double that the formula yields
