import type { ProblemList } from '../problem-list.ts';
import type { ClauseEntry, Entry } from './entries.ts';

/**
 * A column of numbers loses the zero of 1.10. Where such a code comes after 1.9 and is there already, it is put back
 * and told.
 */
export function mendNumberCodes(entries: readonly Entry[], problems: ProblemList): void {
  const seen = new Set<string>();
  let before: ClauseEntry | undefined;
  for (const entry of entries) {
    if (entry.kind !== 'clause' || !entry.code) continue;
    const { code } = entry;
    const isNumber = entry.isNumberCode && code.kind === 'dotted' && code.depth === 2;
    if (isNumber && seen.has(code.code) && before?.code?.code === previousTen(code.code)) {
      const mended = `${code.code}0`;
      entry.code = { ...code, code: mended };
      problems.warning(
        '补了零的编号',
        entry.codeWhere,
        `编号 ${code.code} 在 ${before.code.code} 之后又出现一次，按 ${mended} 读取（Excel 把编号当成数，丢了末尾的 0）。`,
      );
    }
    seen.add(entry.code.code);
    before = entry;
  }
}

/** `1.1` typed for `1.10` comes after `1.9`, `1.2` for `1.20` after `1.19`. */
function previousTen(code: string): string {
  const [whole = '', fraction = ''] = code.split('.');
  return `${whole}.${Number(`${fraction}0`) - 1}`;
}
