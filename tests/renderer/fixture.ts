import type { RoundChange, RoundView } from '../../shared/contract/round.ts';
import type { ClauseId, PointId, RoundId, StandardId, TargetId } from '../../shared/domain/id.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';
import type { ClauseState } from '../../shared/domain/round/clause-state.ts';
import type { Clause, Tier } from '../../shared/domain/standard/standard.ts';

export const roundId = 'r1' as RoundId;
export const clauseId = (code: string) => `s/${code}` as ClauseId;
export const pointId = (code: string, number: number) => `${code}#${number}` as PointId;

export const clause = (code: string, tiers: readonly Tier[] = ['C', 'B']): Clause => ({
  id: clauseId(code),
  code,
  title: `条款 ${code}`,
  method: 'graded',
  core: false,
  optional: false,
  chapter: code.slice(0, 1),
  section: code.slice(0, 3),
  counts: true,
  points: tiers.map((tier, index) => ({ id: pointId(code, index + 1), tier, text: `要点 ${index + 1}` })),
  suggestedEvidence: [],
  checks: [],
  departments: [],
  genericTiers: [],
});

export const state = (code: string, more: Partial<ClauseState> = {}): ClauseState => ({
  clauseId: clauseId(code),
  marks: {},
  ownGrade: undefined,
  reason: '',
  note: '',
  status: 'draft',
  leadDepartment: '',
  evidence: [],
  ...more,
});

export const marked = (code: string, ...marks: readonly Mark[]): ClauseState =>
  state(code, { marks: Object.fromEntries(marks.map((mark, index) => [pointId(code, index + 1), mark])) });

/** Sections 1.1 (1.1.1, 1.1.2) and 1.2 (1.2.1). */
export const view = (states: readonly ClauseState[] = []): RoundView => ({
  round: {
    id: roundId,
    title: '自评',
    standardId: 's',
    standardTitle: '标准',
    targetLabel: '基本标准',
    createdAt: '2026-11-01T00:00:00Z',
    archived: false,
  },
  standard: {
    id: 's' as StandardId,
    packId: 's',
    title: '标准',
    programme: '自评',
    edition: '2022',
    confidence: 'low',
    targets: [],
    chapters: [
      {
        code: '1',
        title: '章',
        excludedFromRules: false,
        sections: [
          { code: '1.1', title: '节', clauses: [clause('1.1.1'), clause('1.1.2')] },
          { code: '1.2', title: '节', clauses: [clause('1.2.1')] },
        ],
      },
    ],
  },
  target: { id: 't' as TargetId, label: '基本标准', rules: [] },
  states,
  verdict: { reached: false, rules: [], unscored: 3 },
  history: { undo: undefined, redo: undefined },
  position: undefined,
});

export const change = (...states: readonly ClauseState[]): RoundChange => ({
  states,
  verdict: { reached: false, rules: [], unscored: 0 },
  history: { undo: '撤销', redo: undefined },
  savedAt: '2026-11-22T02:00:00.000Z',
});
