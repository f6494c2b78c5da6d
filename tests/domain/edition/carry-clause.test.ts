import { expect, test } from 'vitest';
import { carryClause } from '../../../shared/domain/edition/carry-clause.ts';
import { carryOver } from '../../../shared/domain/edition/carry-over.ts';
import type { Mark } from '../../../shared/domain/grade/grade.ts';
import { isScored, resultOf } from '../../../shared/domain/result/clause-result.ts';
import { blankState, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import { bareEvidence } from '../../support/evidence.ts';
import { clauseOf } from './clause-of.ts';

const marked = (clause: Clause, ...given: readonly Mark[]): ClauseState => ({
  ...blankState(clause.id),
  marks: Object.fromEntries(given.map((mark, at) => [clause.points[at]?.id, mark])),
});
const carry = (from: Clause, to: Clause, state: ClauseState, planned?: Wanted) =>
  carryClause(from, to, { state, planned });
const C = (text: string) => ({ tier: 'C' as const, text });
const B = (text: string) => ({ tier: 'B' as const, text });

test('points that changed places keep their marks; the same text goes before a like one', () => {
  const from = clauseOf('a', { points: [C('每季度召开院感会议'), C('每季度召开院感会议并记录')] });
  const to = clauseOf('b', { points: [C('每季度召开院感会议并有记录'), C('每季度召开院感会议')] });
  const { state, left } = carry(from, to, marked(from, 'unmet', 'met'));
  expect(state.marks).toEqual({ 'b/0': 'met', 'b/1': 'unmet' });
  expect(left.marks).toBe(0);
});

test('of two points like the old one only the liker gets its mark', () => {
  const from = clauseOf('a', { points: [C('每季度召开院感会议')] });
  const to = clauseOf('b', {
    points: [C('每季度召开院感会议并记录'), C('每季度召开院感会议，并'), C('每季度开院感会')],
  });
  const { state, left } = carry(from, to, marked(from, 'met'));
  expect([state.marks, left.marks]).toEqual([{ 'b/1': 'met' }, 0]);
});

test('of two old points the liker gives its mark, the other is left', () => {
  const from = clauseOf('a', { points: [C('每季度召开院感会议并有会议记录'), C('每季度召开院感会议')] });
  const to = clauseOf('b', { points: [C('每季度召开院感会议，')] });
  const { state, left } = carry(from, to, marked(from, 'unmet', 'met'));
  expect([state.marks, left.marks]).toEqual([{ 'b/0': 'met' }, 1]);
});

test('a point that moved to another tier, or asks otherwise, begins without a mark', () => {
  const from = clauseOf('a', { points: [C('有手卫生制度'), C('每月点评处方一百张')] });
  const to = clauseOf('b', { points: [B('有手卫生制度'), C('胸痛患者十分钟内完成心电图')] });
  const { state, left } = carry(from, to, marked(from, 'met', 'met'));
  expect([state.marks, left.marks]).toEqual([{}, 2]);
});

test('a raised grade keeps its reason; a grade that only now would be a raise stays behind', () => {
  const from = clauseOf('a', { points: [C('有手卫生制度'), B('有数据分析')] });
  const to = clauseOf('b', { points: [C('有手卫生制度'), C('胸痛患者十分钟内完成心电图'), B('有数据分析')] });
  const raised = { ...marked(from, 'unmet'), ownGrade: 'B' as const, reason: '院长会同意' };
  expect(carry(from, to, raised).state).toMatchObject({ ownGrade: 'B', reason: '院长会同意' });
  const equal = { ...marked(from, 'met', 'met'), ownGrade: 'B' as const };
  const { state, left } = carry(from, to, equal);
  expect([state.ownGrade, state.marks, left.grade, left.marks]).toEqual([undefined, {}, true, 2]);
  expect(state.note).toBe('原评 B');
});

test('不适用 comes along to optional clauses only, of any method', () => {
  const from = clauseOf('a', { optional: true });
  const state = { ...blankState(from.id), ownGrade: 'E' as const };
  expect(carry(from, clauseOf('b', { optional: true, method: 'checklist' }), state).state.ownGrade).toBe('E');
  expect(carry(from, clauseOf('b', {}), state)).toMatchObject({
    state: { ownGrade: undefined },
    left: { grade: true },
  });
});

test('a score by hand comes along while the full score is the same, and its reason with it', () => {
  const from = clauseOf('a', { method: 'points', fullScore: '10' });
  const state = { ...blankState(from.id), ownScore: '7', reason: '抽查' };
  expect(carry(from, clauseOf('b', { method: 'points', fullScore: '10' }), state).state).toMatchObject({
    ownScore: '7',
    reason: '抽查',
  });
  for (const to of [clauseOf('b', { method: 'points', fullScore: '20' }), clauseOf('b', {})]) {
    expect(carry(from, to, state)).toMatchObject({
      state: { ownScore: undefined, reason: '' },
      left: { score: true },
    });
  }
});

test('a score left behind takes the marks with it, and the note tells what was given', () => {
  const yes = (text: string) => ({ tier: 'yes' as const, text });
  const from = clauseOf('a', { method: 'points', fullScore: '10', points: [yes('有制度'), yes('有记录')] });
  const to = clauseOf('b', { method: 'points', fullScore: '5', points: [yes('有制度'), yes('有记录')] });
  const state = {
    ...marked(from, 'met', 'met'),
    ownScore: '8',
    reason: '记录缺一份',
    note: '已告知科室',
    status: 'verified' as const,
  };
  const carried = carry(from, to, state);
  expect(carried).toMatchObject({
    state: { marks: {}, ownScore: undefined, reason: '', note: '已告知科室\n原评 8/10：记录缺一份', status: 'draft' },
    left: { marks: 2, score: true },
  });
  expect(isScored(resultOf(to, carried.state))).toBe(false);
  // Without a score by hand the marks are the judgement, and they come along.
  expect(carry(from, to, marked(from, 'met', 'met'))).toMatchObject({
    state: { marks: { 'b/0': 'met', 'b/1': 'met' }, note: '' },
    left: { marks: 0, score: false },
  });
});

test.each([
  ['nothing', {}, 'verified'],
  ['full score', { fullScore: '5' }, 'draft'],
  ['core', { core: true }, 'draft'],
  ['optional', { optional: true }, 'draft'],
  ['deductions', { deductions: ['缺一项扣 2 分'] }, 'draft'],
  ['title', { title: '另一个条款' }, 'draft'],
  ['evidence only suggested', { suggestedEvidence: ['制度汇编'] }, 'verified'],
] as const)('a verified clause whose terms changed is to be verified again: %s', (_what, change, status) => {
  const from = clauseOf('a', { method: 'points', fullScore: '10' });
  const to = clauseOf('b', { method: 'points', fullScore: '10', ...change });
  expect(carry(from, to, { ...blankState(from.id), status: 'verified' }).state.status).toBe(status);
});

const measured = {
  numerator: '手卫生执行次数',
  denominator: '手卫生应执行次数',
  unit: '%',
  direction: 'up' as const,
  period: 'month' as const,
};
test.each([
  ['the same definition', {}, 1, true],
  ['punctuation only', { numerator: '手卫生，执行次数' }, 1, true],
  ['another numerator', { numerator: '速干手消毒剂用量' }, 0, false],
  ['another denominator', { denominator: '住院患者总床日数' }, 0, false],
  ['no denominator any more', { denominator: null }, 0, false],
  ['another period', { period: 'quarter' as const }, 0, false],
  ['another unit: the figures are the same, the target is not', { unit: '‰' }, 1, false],
  ['another direction', { direction: 'down' as const }, 1, false],
])('figures and own target: %s', (_what, change, figures, keepsTarget) => {
  const from = clauseOf('a', { method: 'indicator', indicator: measured });
  const to = clauseOf('b', { method: 'indicator', indicator: { ...measured, ...change } });
  const state = {
    ...blankState(from.id),
    figures: [{ period: '2026-01', numerator: '8', denominator: '10' }],
    ownTarget: '0.9',
  };
  const carried = carry(from, to, state);
  expect(carried.state.figures).toHaveLength(figures);
  expect(carried.state.ownTarget).toBe(keepsTarget ? '0.9' : undefined);
  expect(carried.left).toMatchObject({ figures: 1 - figures, ownTarget: !keepsTarget });
});

test('another method takes note and evidence, not the plan', () => {
  const from = clauseOf('a', { points: [C('有制度')] });
  const to = clauseOf('b', { method: 'checklist', points: [{ tier: 'yes', text: '有制度' }] });
  const state = { ...marked(from, 'met'), note: '已整改', evidence: [bareEvidence('e1')], status: 'verified' as const };
  const carried = carry(from, to, state, 'A');
  expect(carried).toMatchObject({
    state: { marks: {}, note: '已整改', status: 'draft', evidence: [{ id: 'e1' }] },
    planned: undefined,
    left: { marks: 1, plan: true },
  });
});

test('an added clause begins with the department that the edition suggests', () => {
  const to = clauseOf('new/1.1', { departments: ['院感科'] });
  const chapters = (clauses: readonly Clause[]) => ({
    chapters: [{ code: '1', title: '章', excludedFromRules: false, sections: [{ code: '1', title: '节', clauses }] }],
  });
  const { clauses } = carryOver({
    from: chapters([]),
    to: chapters([to]),
    pairs: [],
    states: new Map(),
    plan: {},
    leave: new Set(),
  });
  expect(clauses[0]?.state).toEqual({ ...blankState(to.id), leadDepartment: '院感科' });
});
