import type { ClauseChange } from '../domain/edition/clause-changes.ts';
import { methodLabels } from './labels.ts';

/** What is not the same in the new edition: “分值 10 → 5、新增核心 ★”; of another title or other points nothing. */
export const changeWords = (changed: readonly ClauseChange[]): string => changed.flatMap(wordsOf).join('、');

function wordsOf(change: ClauseChange): readonly string[] {
  switch (change.what) {
    // The wording is read side by side.
    case 'title':
    case 'points':
      return [];
    case 'score':
      if (change.from === undefined) return [`新增分值 ${change.to ?? ''}`];
      return [change.to === undefined ? `取消分值 ${change.from}` : `分值 ${change.from} → ${change.to}`];
    case 'method':
      return [`${methodLabels[change.from]} → ${methodLabels[change.to]}`];
    case 'core':
      return [change.to ? '新增核心 ★' : '取消核心 ★'];
    case 'optional':
      return [change.to ? '改为可选' : '取消可选'];
    case 'deductions':
      return ['扣分标准不同'];
    case 'indicator':
      return ['指标定义或目标不同'];
  }
}
