import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { Overlay } from '../../../shared/contract/official-text.ts';
import { codeKey } from '../../../shared/domain/edition/clause-wording.ts';
import { clauseTextsOf } from './clause-text.ts';
import { profileOf, similarity } from '../../../shared/domain/edition/similarity.ts';

/** Below this two titles have little in common. */
const doubtful = 0.3;

/** Lays the wording of `official` over `pack`, by code. A code that the file has twice counts once, the first time. */
export function overlay(pack: Pack, official: Pick<Pack, 'chapters'>): Overlay {
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
      points: text.points,
    })),
    matched: pairs.map(({ clause, text }) => {
      const score = similarity(profileOf(clause.title), profileOf(text.title));
      return {
        code: clause.code,
        officialCode: text.code,
        title: clause.title,
        officialTitle: text.title,
        similarity: score,
        isDoubtful: score < doubtful,
      };
    }),
    withoutText: own.filter(({ code }) => !byCode.has(codeKey(code))).map(nameOf),
    unknown: wording.filter(({ code }) => !ownCodes.has(codeKey(code))).map(nameOf),
  };
}
