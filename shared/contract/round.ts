import { z } from 'zod';
import type { ClauseId, RoundId, TargetId } from '../domain/id.ts';
import type { Grade } from '../domain/grade/grade.ts';
import type { ClauseState } from '../domain/round/clause-state.ts';
import type { Rule, Scoring, Standard, TargetLevel } from '../domain/standard/standard.ts';
import type { Verdict } from '../domain/verdict/verdict.ts';
import type { Wanted } from '../domain/verdict/gap.ts';
import { command, id, query, typed } from './call.ts';

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

/** A target level as this round measures it. */
export interface RoundTarget extends TargetLevel {
  /** The standard's own rules, one click away. */
  readonly builtIn: readonly Rule[];
  /** The rules are this round's, not the standard's: said wherever they are shown or printed. */
  readonly edited: boolean;
}

/** The weighted parts of a total as this round uses them; the standard of a round view holds the same. */
export interface RoundScoring {
  readonly effective: Scoring;
  readonly builtIn: Scoring;
  readonly edited: boolean;
}

/** What of a round is not in its clauses; each is undone like a mark. */
export interface RoundSettings {
  /** The target level the round works towards. */
  readonly targetId: TargetId;
  readonly targets: readonly RoundTarget[];
  /** How the total is put together, where it is from weighted parts. */
  readonly scoring: RoundScoring | undefined;
  /** 拟提升: the clauses planned to be lifted, and to what. */
  readonly plan: Readonly<Record<ClauseId, Wanted>>;
}

/** Everything the checklist screen knows of a round. */
export interface RoundView {
  readonly round: RoundSummary;
  readonly standard: Standard;
  readonly target: RoundTarget;
  readonly settings: RoundSettings;
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
  /** When one of them changed. */
  readonly settings?: RoundSettings | undefined;
  readonly history: History;
  /** The round is of another edition now and must be read again: the states are those of before. */
  readonly moved?: true | undefined;
  /** UTC instant of the commit. */
  readonly savedAt: string;
}

export interface GapClause {
  readonly clause: string;
  readonly grade: Grade | null;
  readonly wanted: Wanted;
  readonly pointsToMeet: number;
}

/** A verdict with its gap, for any target of the round's standard. */
export interface VerdictReport extends Verdict {
  readonly target: string;
  readonly edited: boolean;
  readonly gap: readonly GapClause[];
}

const rule = z.union([
  z.strictObject({
    kind: z.literal('grade'),
    scope: typed(),
    grade: z.enum(['A', 'B', 'C', 'D']),
    atLeast: typed(),
  }),
  z.strictObject({ kind: z.literal('passing'), scope: typed(), atLeast: typed() }),
  z.strictObject({ kind: z.literal('score'), scope: typed(), of: z.enum(['points', 'share']), atLeast: typed() }),
]);

export const roundContract = {
  'round.create': command<RoundSummary>()({
    packId: z.string().max(100),
    targetId: z.string().max(100),
    title: z.string().trim().max(100),
  }),
  'round.list': query<readonly RoundSummary[]>()({}),
  'round.open': query<RoundView>()({ roundId: id<RoundId>() }),
  /** Not an action on clauses, so neither logged nor undone. */
  'round.rename': command<RoundSummary>()({ roundId: id<RoundId>(), title: z.string().trim().min(1).max(100) }),
  /** Remembers where the scorer is; not an action, so not undone. */
  'round.visit': command<void>()({ roundId: id<RoundId>(), clauseId: id<ClauseId>() }),
  'round.setTarget': command<RoundChange>()({ roundId: id<RoundId>(), targetId: id<TargetId>() }),
  /** Measures a target by other rules in this round; null goes back to the standard's. */
  'round.editTarget': command<RoundChange>()({
    roundId: id<RoundId>(),
    targetId: id<TargetId>(),
    rules: z.array(rule).max(100).nullable(),
  }),
  /** Puts the total together in another way in this round; null goes back to the standard's. */
  'round.editScoring': command<RoundChange>()({
    roundId: id<RoundId>(),
    scoring: z
      .strictObject({
        full: typed(),
        parts: z
          .array(
            z.strictObject({
              scope: typed(),
              weight: typed(),
              gradeRates: z.strictObject({ A: typed(), B: typed(), C: typed(), D: typed() }),
              indicatorRates: z.strictObject({ met: typed(), improved: typed(), worse: typed(), missing: typed() }),
            }),
          )
          .max(50),
      })
      .nullable(),
  }),
  /** Keeps what a simulation lifts as a plan; null takes a clause out. */
  'round.plan': command<RoundChange>()({
    roundId: id<RoundId>(),
    items: z
      .array(
        z.strictObject({
          clauseId: id<ClauseId>(),
          wanted: z.enum(['A', 'B', 'C', 'D', 'yes', 'full']).nullable(),
        }),
      )
      .min(1)
      .max(5000),
  }),
  /** Without `targetId` the round's own target. */
  'round.verdict': query<VerdictReport>()({ roundId: id<RoundId>(), targetId: z.string().max(100).optional() }),
};
