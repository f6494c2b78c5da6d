import type { WordedPoint } from '../../../../shared/domain/edition/clause-wording.ts';
import type { Method, Tier } from '../../../../shared/domain/standard/standard.ts';
import type { ClauseEntry, Worded } from './entries.ts';
import { splitWording } from './split-points.ts';
import { cleanText, joinLines } from './text.ts';

/** What the file says of a clause, cell by cell; it is taken apart only for who asks for it. */
export interface RawWording {
  readonly isGraded: boolean;
  readonly cells: readonly Worded[];
}

/** By clause code. */
export type Wordings = Readonly<Record<string, RawWording>>;

export function addWording({ wording }: ClauseEntry, text: string, tier: Tier | undefined): void {
  if (text !== '') wording.push({ tier, text });
}

/** The sentence that the wording ends with, of this tier if one is named, goes on with this line. */
export function goOnWith({ wording }: ClauseEntry, line: string, tier: Tier | undefined): void {
  const at = wording.findLastIndex((cell) => tier === undefined || cell.tier === tier);
  const open = wording[at];
  if (!open) return;
  const lines = cleanText(open.text).split('\n');
  wording[at] = { ...open, text: [...lines.slice(0, -1), joinLines(`${lines.at(-1) ?? ''}\n${line}`)].join('\n') };
}

/** A clause without points asks for what its name says; a measured one for its definition. */
export function wordingOf(entry: ClauseEntry, method: Method | undefined): RawWording {
  const { wording, measures, titleWording, isText } = entry;
  const definition = isText
    ? []
    : (['numerator', 'denominator', 'formula'] as const).flatMap((role) => measures.get(role)?.text ?? []);
  const cells = [...wording, ...definition.map((text) => ({ tier: undefined, text }))];
  const isNamed = cells.length === 0 && method !== 'graded' && method !== 'indicator';
  return { isGraded: method === 'graded', cells: isNamed ? [{ tier: undefined, text: titleWording }] : cells };
}

/** The same in pieces that begin where a mark or a number does. */
export function wordedPoints({ isGraded, cells }: RawWording): readonly WordedPoint[] {
  let last: Tier | undefined;
  return cells.flatMap(({ tier, text }) => {
    last = tier ?? last;
    return splitWording(text).map((piece): WordedPoint => {
      last = piece.tier ?? last;
      return { tier: isGraded ? (last ?? 'C') : 'yes', text: piece.text };
    });
  });
}
