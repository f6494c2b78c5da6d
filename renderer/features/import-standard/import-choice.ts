import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { StandardSummary } from '../../../shared/contract/standard.ts';
import { roundsUsing } from '../library/library-rows.ts';
import { likestStandard } from './likest-standard.ts';

/** What is to become of the file. */
export type Choice =
  | {
      readonly kind: 'own';
      /** The own standard it is the next revision of; undefined for a new one. */
      readonly id: string | undefined;
      /** The standard it is held against. */
      readonly against: string | undefined;
    }
  | { readonly kind: 'official'; readonly packId: string };

interface Ground {
  readonly pack: Pick<Pack, 'id' | 'title'>;
  readonly standards: readonly StandardSummary[];
  readonly rounds: readonly RoundSummary[];
}

/**
 * What a new standard is called by the program. A built-in one that was exported, changed and brought back still has
 * its id; as an own standard it needs another.
 */
export const newId = ({ pack, standards }: Pick<Ground, 'pack' | 'standards'>): string =>
  standards.some(({ id, own }) => !own && id === pack.id) ? `own-${pack.id}`.slice(0, 60).replace(/-+$/u, '') : pack.id;

/** What it is called beside the standard that it would otherwise become a revision of. */
export function idApart(id: string, taken: ReadonlySet<string>): string {
  for (let number = 2; ; number++) {
    const apart = `${id.slice(0, 55)}-${number}`.replace(/-+/gu, '-');
    if (!taken.has(apart)) return apart;
  }
}

/** An own standard of this id is there: a new one would become its next revision. */
export const sameOwn = ({ pack, standards }: Pick<Ground, 'pack' | 'standards'>): StandardSummary | undefined => {
  const wanted = newId({ pack, standards });
  return standards.find(({ id, own }) => own && id === wanted);
};

/** Standards that a file can be held against: those in use, and own ones. */
export const comparable = ({ standards, rounds }: Pick<Ground, 'standards' | 'rounds'>): readonly StandardSummary[] =>
  standards.filter(({ id, own }) => own || roundsUsing(rounds, id).length > 0);

/** What the user most likely came for; `packId` is the standard the screen was opened with. */
export function likelyChoice({ pack, standards, rounds }: Ground, packId: string | undefined): Choice {
  const asked = standards.find(({ id }) => id === packId);
  if (asked && !asked.own) return { kind: 'official', packId: asked.id };
  const before = asked ?? sameOwn({ pack, standards });
  if (before) return { kind: 'own', id: before.id, against: before.id };
  const against = likestStandard(comparable({ standards, rounds }), pack.title);
  return { kind: 'own', id: undefined, against: against?.id };
}

/** The standard whose wording the file most likely holds. */
export const likelyWorded = ({ pack, standards, rounds }: Ground, packId: string | undefined): string =>
  (
    standards.find(({ id }) => id === packId) ??
    likestStandard(standards, pack.title) ??
    standards.find(({ id }) => roundsUsing(rounds, id).length > 0) ??
    standards[0]
  )?.id ?? '';
