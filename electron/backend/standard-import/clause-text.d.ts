import type { PointTier } from '../../../shared/domain/standard/standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
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
/** The wording of all clauses, in the order of the standard. */
export declare const clauseTextsOf: ({ chapters }: Pick<Pack, 'chapters'>) => readonly ClauseText[];
/** Two spellings of one code: `１．１` and `1.1`, `01.02` and `1.2`. */
export declare const codeKey: (code: string) => string;
