import type { ClauseId, EvidenceId, PointId } from '../id.ts';
import type { Grade, Mark } from '../grade/grade.ts';
import type { EvidenceFields } from '../evidence/evidence.ts';

export interface OwnGrade {
  readonly grade: Grade | null;
  readonly reason: string;
}

/** One value that an action changed, with what it was: enough to do it, to take it back, and to tell who did what. */
export type Patch =
  | Change<'mark', { clauseId: ClauseId; pointId: PointId }, Mark | null>
  | Change<'grade', { clauseId: ClauseId }, OwnGrade>
  | Change<'note', { clauseId: ClauseId }, string>
  /** Position among the clause's evidence; null when the evidence does not prove the clause. */
  | Change<'use', { clauseId: ClauseId; evidenceId: EvidenceId }, number | null>
  | Change<'describe', { evidenceId: EvidenceId }, EvidenceFields>;

type Change<On extends string, Place, Value> = { readonly on: On } & Readonly<Place> & {
    readonly before: Value;
    readonly after: Value;
  };

/** The patches that undo these: each reversed, in reverse order. */
export const invert = (patches: readonly Patch[]): readonly Patch[] =>
  patches.toReversed().map((patch) => ({ ...patch, before: patch.after, after: patch.before }) as Patch);

/** Whether a patch changes nothing; such actions are neither stored nor undone. */
export const isIdle = (patch: Patch): boolean => JSON.stringify(patch.before) === JSON.stringify(patch.after);
