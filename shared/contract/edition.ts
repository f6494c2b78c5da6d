import { z } from 'zod';
import type { EditionChanges } from '../domain/edition/compare-editions.ts';
import type { ClauseWording } from '../domain/edition/clause-wording.ts';
import type { Grade } from '../domain/grade/grade.ts';
import type { RoundId } from '../domain/id.ts';
import type { Method } from '../domain/standard/standard.ts';
import { command, id, query } from './call.ts';
import type { RoundView } from './round.ts';
import type { TargetSummary } from './standard.ts';

/** What of a clause's results comes along when a round moves. */
export interface CarriedResults {
  /** Of the clause in the new edition. */
  readonly code: string;
  readonly marks: number;
  /** Marks on points that the new wording does not have, or asks otherwise. */
  readonly marksLeft: number;
  readonly evidence: number;
  readonly own: OwnResult;
  /** Figures, an own target, a note or a plan. */
  readonly hasMore: boolean;
  /** A grade or score given by hand does not come along, and with it no mark: the clause is to be judged again. */
  readonly ownLeft: boolean;
  /** Figures, an own target or a plan do not come along: the new edition measures or judges the clause otherwise. */
  readonly moreLeft: boolean;
}

/** A result given by hand. */
export interface OwnResult {
  readonly grade?: Grade | undefined;
  readonly score?: string | undefined;
}

/** An edition as it is told from the others of its standard. */
export interface EditionName {
  readonly title: string;
  readonly edition: string;
  /** Of an own standard, where it is known. */
  readonly revision: number | undefined;
}

/** What a file under import changes; `isSame`: nothing at all, so that importing it makes no revision. */
export interface DraftChanges extends EditionChanges {
  readonly isSame: boolean;
}

/** A clause as one of two editions words it, to be read beside the other. */
export interface ClauseText extends ClauseWording {
  readonly core: boolean;
  readonly optional: boolean;
  readonly method: Method;
  readonly fullScore: string | undefined;
  readonly deductions: readonly string[];
  /** Of an indicator, as it is read: `85%`. */
  readonly target: string | undefined;
}

export interface RoundComparison {
  readonly from: EditionName;
  readonly to: EditionName;
  /** The round uses this very revision already. */
  readonly isSame: boolean;
  readonly changes: EditionChanges;
  /** Clauses with results, in the order of the new edition. */
  readonly carried: readonly CarriedResults[];
  /** Clauses with results that the new edition does not have: they stay on record and leave the round. */
  readonly left: readonly {
    readonly code: string;
    readonly title: string;
    readonly marks: number;
    readonly evidence: number;
    readonly own: OwnResult;
    readonly hasMore: boolean;
  }[];
  /** All clauses of both editions. */
  readonly texts: { readonly from: readonly ClauseText[]; readonly to: readonly ClauseText[] };
  readonly targets: readonly TargetSummary[];
  /** The target of the same id, else the first. */
  readonly targetId: string;
}

const packId = z.string().max(100);

export const editionContract = {
  /** What would become of a round on the newest revision of a standard. */
  'edition.compare': query<RoundComparison>()({ roundId: id<RoundId>(), packId }),
  /** What a file under import changes against a standard. */
  'edition.compareDraft': query<DraftChanges>()({ draftId: z.uuid(), packId }),
  /**
   * Moves a round to the newest revision of a standard, with its results; undone like a mark. Refused for an archived
   * round. `leave`: clauses of the new edition that begin without results.
   */
  'edition.move': command<RoundView>()({
    roundId: id<RoundId>(),
    packId,
    targetId: z.string().max(100),
    leave: z.array(z.string().max(40)).max(5000),
  }),
};
