import { rankOf, type ParsedCode } from './codes.ts';
import type { ClauseEntry, Entry, HeadingEntry } from './entries.ts';
import { prerequisiteWords } from './marks.ts';

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
  let below: ParsedCode | undefined;
  return entries
    .toReversed()
    .map((entry): Entry => {
      if (entry.kind !== 'clause' || !entry.code) return entry;
      const next = below;
      below = entry.code;
      if (entry.isText) return entry;
      return isHeading(entry, next) ? asHeading(entry) : entry;
    })
    .toReversed();
}

function isHeading({ code, points, deductions, measures }: ClauseEntry, next: ParsedCode | undefined): boolean {
  if (!code || points.length > 0 || deductions.length > 0 || measures.size > 0) return false;
  if (isOuter(code)) return true;
  if (!next) return false;
  // 一 over 1, 2, 3
  if (code.kind === 'han' || code.kind === 'hanParen') return rankOf(next) > rankOf(code);
  return (code.kind === 'dotted' || code.kind === 'plain') && isBelow(next.code, code.code);
}

const isOuter = ({ kind }: ParsedCode): boolean => kind === 'part' || kind === 'chapter' || kind === 'section';

const asHeading = ({ code, title, where, score }: ClauseEntry): HeadingEntry => ({
  kind: 'heading',
  title: title || (code?.code ?? ''),
  code,
  rank: code ? rankOf(code) : 0,
  where,
  declared: score,
  isPrerequisite: code?.kind === 'part' && prerequisiteWords.test(title),
  isInside: true,
});

/** Whether a heading still holds below the next one. */
export function holds(above: HeadingEntry, next: HeadingEntry): boolean {
  if (next.isSheet) return false;
  if (above.isSheet) return true;
  const { code } = next;
  if (above.isImplied && above.code && code?.kind === 'dotted' && !isBelow(code.code, above.code.code)) return false;
  if (next.column && above.column) return above.rank < next.rank;
  if (above.column) return next.isInside === true;
  if (!next.column) return above.rank < next.rank;
  // Rows above a column of sections stay above it; above a column of chapters only 第一章 does.
  if (code) return above.rank < rankOf(code) && (next.column === 'section' || code.kind === 'section');
  return next.column === 'section' || above.code?.kind === 'chapter' || above.code?.kind === 'part';
}
