import type { PointTier } from '../../../shared/domain/standard/standard.ts';
import type { Pack, PackClause } from '../standard/pack-schema.ts';

export interface OfficialPoint {
  readonly tier: PointTier;
  readonly text: string;
}

/** The wording of one clause. */
export interface ClauseText {
  readonly code: string;
  readonly title: string;
  readonly points: readonly OfficialPoint[];
}

const pointTiers: readonly PointTier[] = ['C', 'B', 'A', 'yes'];

/** The wording of all clauses, in the order of the standard. */
export const clauseTextsOf = ({ chapters }: Pick<Pack, 'chapters'>): readonly ClauseText[] =>
  chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses.map(textOf)));

const textOf = ({ code, title, requirements, indicator }: PackClause): ClauseText => ({
  code,
  title,
  points: [
    ...pointTiers.flatMap((tier) => (requirements?.[tier] ?? []).map((text) => ({ tier, text }))),
    // A measured clause says what is asked in its definition.
    ...(indicator
      ? [indicator.numerator, indicator.denominator, indicator.formula].flatMap((text) =>
          text ? [{ tier: 'yes' as const, text }] : [],
        )
      : []),
  ],
});

/** Two spellings of one code: `１．１` and `1.1`, `01.02` and `1.2`. */
export const codeKey = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/(?<!\d)0+(?=\d)/gu, '')
    .replaceAll('-', '.')
    .toUpperCase();
