import { showTarget, type IndicatorReading } from '../../../shared/domain/indicator/read-indicator.ts';
import type { IndicatorDefinition } from '../../../shared/domain/standard/standard.ts';

export const directionWords = { up: '越高越好', down: '越低越好', monitor: '只监测' } as const;
export const periodWords = { month: '每月', quarter: '每季度', year: '每年' } as const;

/** `每季度 · 越高越好`; of what is only monitored just how often. */
export const measureWords = ({ period, direction }: Pick<IndicatorDefinition, 'period' | 'direction'>): string =>
  direction === 'monitor' ? periodWords[period] : `${periodWords[period]} · ${directionWords[direction]}`;

/** Said beside a value over 100 % that cannot be; it counts all the same. */
export const exceedsWords = '分子大于分母，请核对';

/** 达标, 未达标, 未设目标, 缺报 or 只监测. */
export function indicatorStatus({
  status,
  monitored,
  target,
}: Pick<IndicatorReading, 'status' | 'target'> & { readonly monitored: boolean }): string {
  switch (status) {
    case 'met':
      return '达标';
    case 'unmet':
      return '未达标';
    case 'missing':
      return '缺报';
    case 'neither':
      return monitored ? '只监测' : target === 'better' ? '缺上期' : '未设目标';
  }
}

/** `≥ 85%`, `高于上期`; undefined without a target. */
export function targetWords(
  target: IndicatorReading['target'],
  definition: Pick<IndicatorDefinition, 'direction' | 'multiplier' | 'unit'>,
): string | undefined {
  if (target === undefined) return undefined;
  const isUp = definition.direction === 'up';
  if (target === 'better') return isUp ? '高于上期' : '低于上期';
  return `${isUp ? '≥' : '≤'} ${showTarget(target, definition)}`;
}
