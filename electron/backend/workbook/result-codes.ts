import type { Outcome } from '../../../shared/domain/checklist/decide-outcome.ts';
import type { ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { literal } from './cells.ts';

/**
 * Results as one letter, in hidden columns beside what people read: counts by condition look at these, because some
 * programs match parts of a cell, and 不通过 contains 通过.
 */
export const passCodes = { pass: 'P', fail: 'F', 'n/a': 'X', open: 'U' } as const;

export const codeOfOutcome = (outcome: Outcome): string => passCodes[outcome ?? 'open'];

/** 达标, 较上期改善, 未达标或未设目标, 缺报, 只监测, 不适用: what an indicator is worth in a weighted part. */
export const indicatorCodes = {
  met: 'M',
  improved: 'I',
  worse: 'W',
  missing: 'N',
  monitored: 'O',
  exempt: 'X',
} as const;

export function codeOfIndicator(result: Extract<ClauseResult, { readonly method: 'indicator' }>): string {
  if (result.exempt) return indicatorCodes.exempt;
  if (result.status === 'missing') return indicatorCodes.missing;
  if (result.monitored) return indicatorCodes.monitored;
  if (result.status === 'met') return indicatorCodes.met;
  return result.improved ? indicatorCodes.improved : indicatorCodes.worse;
}

/** A formula that looks a cell's text up and is `otherwise`, a formula, for any other text. */
export const lookUp = (cell: string, found: readonly (readonly [string, string])[], otherwise: string): string =>
  found.reduceRight((rest, [text, code]) => `IF(${cell}=${literal(text)},${literal(code)},${rest})`, otherwise);
