import { rankOf } from './codes.ts';
import type { ClauseEntry, Entry, HeadingEntry } from './entries.ts';

/** Whether `1.2.3` or `1-2-3` stands below `1.2` or `1-2`. */
export const isBelow = (code: string, above: string): boolean =>
  code.startsWith(above) && /^[.-]/u.test(code.slice(above.length));

/** The first `count` numbers of a code. */
export const segmentsOf = (code: string, count: number): string =>
  code
    .split(/(?=[.-])/u)
    .slice(0, count)
    .join('');

/** A row with a number and a title only is a heading when the next number begins with its own. */
export function withHeadings(entries: readonly Entry[]): readonly Entry[] {
  let below = '';
  return entries
    .toReversed()
    .map((entry): Entry => {
      if (entry.kind !== 'clause' || !entry.code) return entry;
      const next = below;
      below = entry.code.code;
      return isHeading(entry, next) ? asHeading(entry) : entry;
    })
    .toReversed();
}

function isHeading({ code, points, deductions, measures }: ClauseEntry, next: string): boolean {
  if (!code || points.length > 0 || deductions.length > 0 || measures.size > 0) return false;
  if (code.kind === 'chapter' || code.kind === 'section') return true;
  return (code.kind === 'dotted' || code.kind === 'plain') && isBelow(next, code.code);
}

const asHeading = ({ code, title, where, score }: ClauseEntry): HeadingEntry => ({
  kind: 'heading',
  title: title || (code?.code ?? ''),
  code,
  rank: code ? rankOf(code) : 0,
  where,
  declared: score,
  isPrerequisite: false,
});
