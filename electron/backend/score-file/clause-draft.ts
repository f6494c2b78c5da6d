import type { PointId } from '../../../shared/domain/id.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { Period } from '../../../shared/domain/indicator/period.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';

/** What the rows read so far say of one clause, each with the row that says it. */
export interface ClauseDraft {
  readonly clause: Clause;
  readonly marks: Map<PointId, { readonly mark: Mark; readonly row: number }>;
  grade?: { readonly grade: Grade; readonly row: number };
  /** As exact text and as it was typed; not yet held against the clause. */
  score?: { readonly score: string; readonly typed: string; readonly row: number };
  readonly figures: Map<Period, { readonly figure: Figure; readonly row: number }>;
  /** A grade or score was written but refused: its reason is not to be blamed as well. */
  isResultFaulty: boolean;
  readonly reasons: Set<string>;
  reasonRow: number;
  readonly notes: Set<string>;
  readonly rows: number[];
}

/** Reports a fault of the row at hand. */
export type Refuse = (fault: string) => void;

export const newDraft = (clause: Clause): ClauseDraft => ({
  clause,
  marks: new Map(),
  figures: new Map(),
  isResultFaulty: false,
  reasons: new Set(),
  reasonRow: 0,
  notes: new Set(),
  rows: [],
});
