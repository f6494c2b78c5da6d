import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import type { RoundId } from '../../../shared/domain/id.ts';

/** Where evidence is used, a line each: clauses of this round, those of other rounds with their standard. */
export const usesOf = ({ usedBy }: Pick<Evidence, 'usedBy'>, here: RoundId | undefined): string =>
  usedBy
    .map(({ roundId, roundTitle, standardTitle, code, title }) =>
      roundId === here ? `${code} ${title}` : `${code} ${title}（${standardTitle}，${roundTitle}）`,
    )
    .join('\n');
