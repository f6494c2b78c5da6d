import type { ScoringPart } from '../../../shared/domain/standard/standard.ts';

type RateName = 'a' | 'b' | 'c' | 'd' | 'met' | 'improved' | 'worse' | 'missing';

/** A weighted part as its table holds it. */
export type PartRow = Readonly<Record<'scope' | 'weight' | `rate_${RateName}`, string>>;

export const partColumns =
  'scope, weight, rate_a, rate_b, rate_c, rate_d, rate_met, rate_improved, rate_worse, rate_missing';

/** In the order of `partColumns`. */
export function partValues({ scope, weight, gradeRates, indicatorRates }: ScoringPart): readonly string[] {
  const { A, B, C, D } = gradeRates;
  const { met, improved, worse, missing } = indicatorRates;
  return [scope, weight, A, B, C, D, met, improved, worse, missing];
}

export const fromPartRow = (row: PartRow): ScoringPart => ({
  scope: row.scope,
  weight: row.weight,
  gradeRates: { A: row.rate_a, B: row.rate_b, C: row.rate_c, D: row.rate_d },
  indicatorRates: {
    met: row.rate_met,
    improved: row.rate_improved,
    worse: row.rate_worse,
    missing: row.rate_missing,
  },
});
