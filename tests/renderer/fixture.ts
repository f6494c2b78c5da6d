import type { Api } from '../../shared/contract/contract.ts';
import type { RoundChange, RoundTarget, RoundView } from '../../shared/contract/round.ts';
import type { ClauseId, PointId, RoundId, StandardId, TargetId } from '../../shared/domain/id.ts';
import type { Mark } from '../../shared/domain/grade/grade.ts';
import { blankState, type ClauseState } from '../../shared/domain/round/clause-state.ts';
import type { Clause, Standard, Tier } from '../../shared/domain/standard/standard.ts';

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
  deductions: [],
});

/** A clause of a method that is not graded, with so many yes-points. */
export const yesClause = (
  code: string,
  method: Exclude<Clause['method'], 'graded'>,
  points: number,
  more: Partial<Clause> = {},
): Clause => ({
  ...clause(code),
  method,
  points: Array.from({ length: points }, (_, index) => ({
    id: pointId(code, index + 1),
    tier: 'yes',
    text: `要点 ${index + 1}`,
  })),
  ...more,
});

/** 签约率, by quarter, 50 % and more wanted. */
export const rateIndicator = {
  numerator: '签约居民数',
  denominator: '常住人口数',
  unit: '%',
  direction: 'up',
  period: 'quarter',
  target: '0.5',
} as const;

export const state = (code: string, more: Partial<ClauseState> = {}): ClauseState => ({
  ...blankState(clauseId(code)),
  ...more,
});

export const marked = (code: string, ...marks: readonly Mark[]): ClauseState =>
  state(code, { marks: Object.fromEntries(marks.map((mark, index) => [pointId(code, index + 1), mark])) });

/** Sections 1.1 (1.1.1, 1.1.2) and 1.2 (1.2.1), unless other clauses are given. */
export const standard = (clauses?: readonly Clause[]): Standard => ({
  id: 's' as StandardId,
  packId: 's',
  title: '标准',
  programme: '自评',
  edition: '2022',
  confidence: 'low',
  targets: [],
  scopes: [],
  yesAtRate: '0.6',
  chapters: [
    {
      code: '1',
      title: '章',
      excludedFromRules: false,
      sections: clauses
        ? [{ code: '1.1', title: '节', clauses }]
        : [
            { code: '1.1', title: '节', clauses: [clause('1.1.1'), clause('1.1.2')] },
            { code: '1.2', title: '节', clauses: [clause('1.2.1')] },
          ],
    },
  ],
});

const target: RoundTarget = { id: 't' as TargetId, label: '基本标准', rules: [], builtIn: [], edited: false };

export const view = (states: readonly ClauseState[] = [], clauses?: readonly Clause[]): RoundView => ({
  round: {
    id: roundId,
    title: '自评',
    standardId: 's',
    standardTitle: '标准',
    targetLabel: '基本标准',
    createdAt: '2026-11-01T00:00:00Z',
    archived: false,
  },
  standard: standard(clauses),
  target,
  settings: { targetId: target.id, targets: [target], scoring: undefined, plan: {} },
  states,
  verdict: { reached: false, vetoes: [], rules: [], total: undefined, unscored: 3 },
  history: { undo: undefined, redo: undefined },
  position: undefined,
});

export const change = (...states: readonly ClauseState[]): RoundChange => ({
  states,
  verdict: { reached: false, vetoes: [], rules: [], total: undefined, unscored: 0 },
  history: { undo: '撤销', redo: undefined },
  savedAt: '2026-11-22T02:00:00.000Z',
});

const unexpected = () => Promise.reject(new Error('not expected'));

/** The calls of a round; those that a test does not give fail it. */
export const roundApi = (calls: Partial<Api> = {}) => ({
  'round.open': async () => view(),
  'assessment.mark': unexpected,
  'assessment.grade': unexpected,
  'assessment.score': unexpected,
  'assessment.note': unexpected,
  'assessment.undo': unexpected,
  'assessment.redo': unexpected,
  ...calls,
});
