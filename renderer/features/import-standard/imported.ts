import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { WordedStandard } from '../../../shared/contract/official-text.ts';

/** What came of an import. */
export type Imported =
  | {
      readonly kind: 'own';
      readonly packId: string;
      readonly title: string;
      readonly revision: number;
      /** Of the edition before; they can be moved. */
      readonly rounds: readonly RoundSummary[];
    }
  | { readonly kind: 'official'; readonly title: string; readonly laid: WordedStandard };
