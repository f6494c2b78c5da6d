import type { ClauseRecord } from '../../../shared/domain/edition/carry-clause.ts';
import type { ClauseId, EvidenceId, PointId } from '../../../shared/domain/id.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import { isIdle, type Patch } from '../../../shared/domain/round/patch.ts';
import type { ClauseState } from '../../../shared/domain/round/clause-state.ts';

/** Where evidence stands in the clause's list. */
export interface Positions {
  readonly before: (id: EvidenceId) => number;
  readonly after: (id: EvidenceId) => number;
}

/** The patches that make the record of one clause another. */
export function recordPatches(before: ClauseRecord, after: ClauseRecord, positions: Positions): readonly Patch[] {
  const { clauseId } = after.state;
  const [old, next] = [before.state, after.state];
  const patches: readonly Patch[] = [
    ...markPatches(clauseId, old.marks, next.marks),
    {
      on: 'grade',
      clauseId,
      before: { grade: old.ownGrade ?? null, reason: old.reason },
      after: { grade: next.ownGrade ?? null, reason: next.reason },
    },
    // The reason that grade and score share has been changed by the patch above.
    {
      on: 'score',
      clauseId,
      before: { score: old.ownScore ?? null, reason: next.reason },
      after: { score: next.ownScore ?? null, reason: next.reason },
    },
    ...figurePatches(clauseId, old.figures, next.figures),
    { on: 'own-target', clauseId, before: old.ownTarget ?? null, after: next.ownTarget ?? null },
    { on: 'note', clauseId, before: old.note, after: next.note },
    ...usePatches(old, next, positions),
    { on: 'plan', clauseId, before: before.planned ?? null, after: after.planned ?? null },
  ];
  return patches.filter((patch) => !isIdle(patch));
}

/** The keys of both, once each. */
const keysOf = <Key extends string>(left: Readonly<Record<Key, unknown>>, right: Readonly<Record<Key, unknown>>) =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])] as Key[];

const markPatches = (clauseId: ClauseId, before: ClauseState['marks'], after: ClauseState['marks']): readonly Patch[] =>
  keysOf<PointId>(before, after).map((pointId) => ({
    on: 'mark',
    clauseId,
    pointId,
    before: before[pointId] ?? null,
    after: after[pointId] ?? null,
  }));

function figurePatches(clauseId: ClauseId, before: readonly Figure[], after: readonly Figure[]): readonly Patch[] {
  const byPeriod = (figures: readonly Figure[]) =>
    Object.fromEntries(figures.map(({ period, numerator, denominator }) => [period, { numerator, denominator }]));
  const [old, next] = [byPeriod(before), byPeriod(after)];
  return keysOf(old, next).map((period) => ({
    on: 'figure',
    clauseId,
    period,
    before: old[period] ?? null,
    after: next[period] ?? null,
  }));
}

function usePatches(old: ClauseState, next: ClauseState, positions: Positions): readonly Patch[] {
  const isIn = ({ evidence }: ClauseState, id: EvidenceId) => evidence.some((entry) => entry.id === id);
  const ids = [...new Set([...old.evidence, ...next.evidence].map(({ id }) => id))];
  return ids.map((evidenceId) => ({
    on: 'use',
    clauseId: next.clauseId,
    evidenceId,
    before: isIn(old, evidenceId) ? positions.before(evidenceId) : null,
    after: isIn(next, evidenceId) ? positions.after(evidenceId) : null,
  }));
}
