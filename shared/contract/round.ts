import { z } from 'zod';
import type { ClauseId, RoundId } from '../domain/id.ts';
import type { Grade } from '../domain/grade/grade.ts';
import type { ClauseState } from '../domain/round/clause-state.ts';
import type { Standard, TargetLevel } from '../domain/standard/standard.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import { command, id, query } from './call.ts';

export interface RoundSummary {
  readonly id: RoundId;
  readonly title: string;
  readonly standardId: string;
  readonly standardTitle: string;
  readonly targetLabel: string;
  readonly createdAt: string;
  readonly archived: boolean;
}

/** What undo and redo would do next, in the user's words (“撤销 1.2.3 评级”); undefined when there is nothing. */
export interface History {
  readonly undo: string | undefined;
  readonly redo: string | undefined;
}

/** Everything the checklist screen knows of a round. */
export interface RoundView {
  readonly round: RoundSummary;
  readonly standard: Standard;
  readonly target: TargetLevel;
  readonly states: readonly ClauseState[];
  readonly verdict: Verdict;
  readonly history: History;
  /** The clause that was last looked at. */
  readonly position: ClauseId | undefined;
}

/** The answer to every command that changes clauses: durable on disk by the time it arrives. */
export interface RoundChange {
  /** The clauses that changed, as they are now. */
  readonly states: readonly ClauseState[];
  readonly verdict: Verdict;
  readonly history: History;
  /** UTC instant of the commit. */
  readonly savedAt: string;
}

export interface GapClause {
  readonly clause: string;
  readonly grade: Grade | null;
  readonly wanted: Grade;
  readonly pointsToMeet: number;
}

/** A verdict with its gap, for any target of the round's standard. */
export interface VerdictReport extends Verdict {
  readonly target: string;
  readonly gap: readonly GapClause[];
}

export const roundContract = {
  'round.create': command<RoundSummary>()({
    packId: z.string().max(100),
    targetId: z.string().max(100),
    title: z.string().trim().max(100),
  }),
  'round.list': query<readonly RoundSummary[]>()({}),
  'round.open': query<RoundView>()({ roundId: id<RoundId>() }),
  /** Remembers where the scorer is; not an action, so not undone. */
  'round.visit': command<void>()({ roundId: id<RoundId>(), clauseId: id<ClauseId>() }),
  /** Without `targetId` the round's own target. */
  'round.verdict': query<VerdictReport>()({ roundId: id<RoundId>(), targetId: z.string().max(100).optional() }),
};
