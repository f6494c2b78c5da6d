import type { ClauseId, EvidenceId, PointId, StandardId, TargetId } from '../id.ts';
import type { Grade, Mark } from '../grade/grade.ts';
import type { EvidenceFields } from '../evidence/evidence.ts';
import type { Figure } from '../indicator/read-indicator.ts';
import type { Rule, Scoring } from '../standard/standard.ts';
import type { Wanted } from '../verdict/gap.ts';

export interface OwnGrade {
  readonly grade: Grade | null;
  readonly reason: string;
}

export interface OwnScore {
  readonly score: string | null;
  readonly reason: string;
}

/** What a round is scored by. The results of each edition lie beside each other under the ids of its clauses. */
export interface RoundEdition {
  readonly standardId: StandardId;
  readonly targetId: TargetId;
  /** The clause that was last looked at. */
  readonly position: ClauseId | null;
}

/** One value that an action changed, with what it was: enough to do it, to take it back, and to tell who did what. */
export type Patch =
  | Change<'mark', { clauseId: ClauseId; pointId: PointId }, Mark | null>
  | Change<'grade', { clauseId: ClauseId }, OwnGrade>
  | Change<'score', { clauseId: ClauseId }, OwnScore>
  | Change<'figure', { clauseId: ClauseId; period: string }, Pick<Figure, 'numerator' | 'denominator'> | null>
  | Change<'own-target', { clauseId: ClauseId }, string | null>
  | Change<'note', { clauseId: ClauseId }, string>
  /** Position among the clause's evidence; null when the evidence does not prove the clause. */
  | Change<'use', { clauseId: ClauseId; evidenceId: EvidenceId }, number | null>
  | Change<'describe', { evidenceId: EvidenceId }, EvidenceFields>
  | Change<'standard', object, RoundEdition>
  /** The round's target level. */
  | Change<'level', object, TargetId>
  /** The rules of a target as this round edited them; null is the standard's own. */
  | Change<'rules', { targetId: TargetId }, readonly Rule[] | null>
  /** How a total is put together from weighted parts, as this round edited it; null is the standard's own way. */
  | Change<'scoring', object, Scoring | null>
  /** 拟提升: to what a clause is planned to be lifted. */
  | Change<'plan', { clauseId: ClauseId }, Wanted | null>;

type Change<On extends string, Place, Value> = { readonly on: On } & Readonly<Place> & {
    readonly before: Value;
    readonly after: Value;
  };

/** The patches that undo these: each reversed, in reverse order. */
export const invert = (patches: readonly Patch[]): readonly Patch[] =>
  patches.toReversed().map((patch) => ({ ...patch, before: patch.after, after: patch.before }) as Patch);

/** Whether a patch changes nothing; such actions are neither stored nor undone. */
export const isIdle = (patch: Patch): boolean => JSON.stringify(patch.before) === JSON.stringify(patch.after);
