import type { Evidence } from '../evidence/evidence.ts';
import type { ClauseId } from '../id.ts';
import type { ClauseInput } from '../result/clause-result.ts';
import type { Clause } from '../standard/standard.ts';

/** draft 草稿 → submitted 已提交 → verified 已核实 / returned 退回. */
export const clauseStatuses = ['draft', 'submitted', 'verified', 'returned'] as const;
export type ClauseStatus = (typeof clauseStatuses)[number];

/** Everything a scorer put into one clause of one round. */
export interface ClauseState extends ClauseInput {
  readonly clauseId: ClauseId;
  /** Why the grade or the score is not what the points give. */
  readonly reason: string;
  readonly note: string;
  readonly status: ClauseStatus;
  readonly leadDepartment: string;
  readonly evidence: readonly Evidence[];
}

/** A clause that nobody has touched. */
export const blankState = (clauseId: ClauseId): ClauseState => ({
  clauseId,
  marks: {},
  ownGrade: undefined,
  ownScore: undefined,
  figures: [],
  ownTarget: undefined,
  reason: '',
  note: '',
  status: 'draft',
  leadDepartment: '',
  evidence: [],
});

/** In a chapter that stands in the target's rules. */
export const isCounted = (clause: Pick<Clause, 'counts'>): boolean => clause.counts;
