import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { Overlay } from '../../../shared/contract/official-text.ts';
import { codeKey, type WordedPoint } from '../../../shared/domain/edition/clause-wording.ts';
import { clauseTextsOf } from './clause-text.ts';
import { wordedPoints, type Wordings } from './detect/wording.ts';
import { profileOf, similarity, type Profile } from '../../../shared/domain/edition/similarity.ts';

/** Below this two titles have little in common. */
const doubtful = 0.3;
/** A name of which so much stands in a longer one is the short form of that sentence. */
const shortForm = 0.5;

/**
 * Lays the wording of `official` over `pack`, by code: the points as the file writes them where that is known. A code
 * that the file has twice counts once, the first time.
 */
export function overlay(pack: Pack, official: Pick<Pack, 'chapters'>, wordings: Wordings = {}): Overlay {
  const byCode = new Map<string, ReturnType<typeof clauseTextsOf>[number]>();
  const wording = clauseTextsOf(official);
  for (const text of wording) if (!byCode.has(codeKey(text.code))) byCode.set(codeKey(text.code), text);
  const own = clauseTextsOf(pack);
  const ownCodes = new Set(own.map(({ code }) => codeKey(code)));
  const pairs = own.flatMap((clause) => {
    const text = byCode.get(codeKey(clause.code));
    return text ? [{ clause, text }] : [];
  });
  const nameOf = ({ code, title }: { readonly code: string; readonly title: string }) => ({ code, title });
  return {
    packId: pack.id,
    texts: pairs.map(({ clause, text }) => ({
      code: clause.code,
      ...(text.title !== clause.title && { title: text.title }),
      points: asWritten(wordings, text.code) ?? text.points,
    })),
    matched: pairs.map(({ clause, text }) => {
      const [ours, theirs] = [profileOf(clause.title), profileOf(text.title)];
      const score = similarity(ours, theirs);
      return {
        code: clause.code,
        officialCode: text.code,
        title: clause.title,
        officialTitle: text.title,
        similarity: score,
        isDoubtful: score < doubtful && shareIn(ours, theirs) < shortForm,
      };
    }),
    withoutText: own.filter(({ code }) => !byCode.has(codeKey(code))).map(nameOf),
    unknown: wording.filter(({ code }) => !ownCodes.has(codeKey(code))).map(nameOf),
  };
}

function asWritten(wordings: Wordings, code: string): readonly WordedPoint[] | undefined {
  const found = Object.hasOwn(wordings, code) ? wordings[code] : undefined;
  const points = found ? wordedPoints(found) : [];
  return points.length > 0 ? points : undefined;
}

/** How much of a name stands in another one: 功能任务与定位 in 医院的功能、任务和定位明确，保持适度规模。 */
function shareIn({ pairs, size }: Profile, other: Profile): number {
  let common = 0;
  for (const [pair, count] of pairs) common += Math.min(count, other.pairs.get(pair) ?? 0);
  return size === 0 ? 0 : common / size;
}
