import type { Pack, PackClause } from '../../../shared/contract/pack-schema.ts';
import { definitionOf, type ClauseWording } from '../../../shared/domain/edition/clause-wording.ts';
import type { PointTier } from '../../../shared/domain/standard/standard.ts';

const pointTiers: readonly PointTier[] = ['C', 'B', 'A', 'yes'];

/** The wording of all clauses of a pack, in its order; the same as `wordingsOf` of the standard made of it. */
export const clauseTextsOf = ({ chapters }: Pick<Pack, 'chapters'>): readonly ClauseWording[] =>
  chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses.map(textOf)));

const textOf = ({ code, title, requirements, indicator }: PackClause): ClauseWording => ({
  code,
  title,
  points: [
    ...pointTiers.flatMap((tier) => (requirements?.[tier] ?? []).map((text) => ({ tier, text }))),
    ...definitionOf(indicator).map((text) => ({ tier: 'yes' as const, text })),
  ],
});
