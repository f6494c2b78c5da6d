import type { Clause, IndicatorDefinition, Method, PointTier, Standard } from '../standard/standard.ts';
import { clausesOf } from '../standard/standard.ts';

export interface WordedPoint {
  readonly tier: PointTier;
  readonly text: string;
}

/** What a clause's result depends on besides its wording. */
export interface ClauseTerms {
  readonly method: Method;
  readonly core: boolean;
  readonly optional: boolean;
  readonly fullScore: string | undefined;
  readonly deductions: readonly string[];
  readonly indicator: IndicatorDefinition | undefined;
}

/** The wording of one clause, whichever way its standard is written down. */
export interface ClauseWording {
  readonly code: string;
  readonly title: string;
  /** In the order of the clause. A measured clause says what is asked in its definition. */
  readonly points: readonly WordedPoint[];
  /** Undefined where only the wording is known. */
  readonly terms?: ClauseTerms | undefined;
}

/** The wording of all clauses, in the order of the standard. */
export const wordingsOf = (standard: Pick<Standard, 'chapters'>): readonly ClauseWording[] =>
  clausesOf(standard).map(wordingOf);

export const wordingOf = ({ code, title, points, ...terms }: Clause): ClauseWording => ({
  code,
  title,
  points: [
    ...points.map(({ tier, text }) => ({ tier, text })),
    ...definitionOf(terms.indicator).map((text) => ({ tier: 'yes' as const, text })),
  ],
  terms: {
    method: terms.method,
    core: terms.core,
    optional: terms.optional,
    fullScore: terms.fullScore,
    deductions: terms.deductions,
    indicator: terms.indicator,
  },
});

/** The texts by which an indicator is told from another. */
export const definitionOf = (
  indicator:
    | {
        readonly numerator: string;
        readonly denominator: string | null;
        readonly formula?: string | undefined;
      }
    | undefined,
): readonly string[] =>
  indicator ? [indicator.numerator, indicator.denominator, indicator.formula].flatMap((text) => text || []) : [];

/** Two spellings of one code: `１．１` and `1.1`, `01.02` and `1.2`. */
export const codeKey = (code: string): string =>
  code
    .normalize('NFKC')
    .replace(/\s/gu, '')
    .replace(/(?<!\d)0+(?=\d)/gu, '')
    .replaceAll('-', '.')
    .toUpperCase();
