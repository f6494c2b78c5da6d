import { z } from 'zod';
import type { Evidence } from '../domain/evidence/evidence.ts';
import type { ClauseId, RoundId } from '../domain/id.ts';
import type { ClauseInput } from '../domain/result/clause-result.ts';
import type { Clause, Method } from '../domain/standard/standard.ts';
import { command, id, query } from './call.ts';

/** 关联: whether the user says that two clauses ask for the same thing. */
export type LinkState = 'suggested' | 'confirmed' | 'dismissed';

export interface LinkEnd {
  readonly code: string;
  readonly title: string;
  readonly method: Method;
  readonly points: readonly string[];
}

export interface LinkSuggestion {
  /** Of the standard that was asked for first. */
  readonly clause: LinkEnd;
  readonly other: LinkEnd;
  /** Of title and points, 0 … 1. */
  readonly similarity: number;
  readonly state: LinkState;
}

/** A linked clause as one round has it. */
export interface LinkedRound {
  readonly roundId: RoundId;
  readonly roundTitle: string;
  /** In the edition that the round pins; its result follows from these two. */
  readonly clause: Pick<Clause, 'id' | 'code' | 'title' | 'method' | 'points' | 'fullScore' | 'indicator'>;
  readonly input: ClauseInput;
  /** As the round's standard has it. */
  readonly yesAtRate: string;
  readonly note: string;
  /** Texts of the points marked partial or unmet. */
  readonly unmet: readonly string[];
  readonly evidence: readonly Evidence[];
}

/** A clause of another standard that asks for the same, with what the workspace's rounds have on it. */
export interface LinkedClause {
  readonly packId: string;
  readonly standardTitle: string;
  readonly code: string;
  readonly title: string;
  /** The newest first; a linked clause that no round has is not listed. */
  readonly rounds: readonly LinkedRound[];
}

const packId = z.string().max(100);
const code = z.string().max(40);

export const clauseLinkContract = {
  /** Pairs of clauses of two standards that look alike, and those decided on; the likest first. A job. */
  'link.suggest': query<readonly LinkSuggestion[]>()({ packId, otherPackId: packId, jobId: z.uuid() }),
  /** Null forgets a decision. */
  'link.set': command<void>()({
    packId,
    otherPackId: packId,
    pairs: z
      .array(z.strictObject({ code, otherCode: code, state: z.enum(['confirmed', 'dismissed']).nullable() }))
      .min(1)
      .max(5000),
  }),
  /** How many links each other standard has with this one. */
  'link.counts': query<readonly { readonly packId: string; readonly confirmed: number }[]>()({ packId }),
  'link.ofClause': query<readonly LinkedClause[]>()({ roundId: id<RoundId>(), clauseId: id<ClauseId>() }),
};
