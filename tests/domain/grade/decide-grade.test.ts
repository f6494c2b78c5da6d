import { expect, test } from 'vitest';
import { decideGrade, refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import { met, unmarked, unmet } from '../../support/points.ts';

const onlyC = [met('C'), unmet('B')];
const decide = (ownGrade: Grade | undefined, reason = '') => decideGrade({ points: onlyC, ownGrade, reason });

test('自定等级优先于建议；取消后回到建议', () => {
  expect(decide('D')).toEqual({ grade: 'D', suggested: 'C', raised: false });
  expect(decide(undefined)).toEqual({ grade: 'C', suggested: 'C', raised: false });
});

test('高于建议要标出来，等于或低于不标', () => {
  expect(decide('B', '已有数据')).toEqual({ grade: 'B', suggested: 'C', raised: true });
  expect(decide('C').raised).toBe(false);
  expect(decide('E').raised).toBe(false);
});

test('高于建议而没有理由的不算，直到要点又够或写了理由', () => {
  expect(decide('B')).toEqual({ grade: 'C', suggested: 'C', raised: false, unexplained: 'B' });
  expect(decide('B', ' ').grade).toBe('C');
  expect(decideGrade({ points: [unmarked('C')], ownGrade: 'C', reason: '' }).grade).toBeUndefined();
  expect(decideGrade({ points: [met('C'), met('B')], ownGrade: 'B', reason: '' })).toMatchObject({ grade: 'B' });
});

test('没有要点的条款没有建议，也就没有高于建议', () => {
  expect(decideGrade({ points: [], ownGrade: 'A', reason: '' })).toEqual({ grade: 'A', raised: false });
});

test.each([
  ['高于建议没有理由', { ownGrade: 'A', reason: '  ' }, 'reason-missing'],
  ['高于建议写了理由', { ownGrade: 'A', reason: '已有成效数据' }, undefined],
  ['低于建议不要理由', { ownGrade: 'D', reason: '' }, undefined],
  ['非可选条款不能评 E', { ownGrade: 'E', reason: '' }, 'not-optional'],
] as const)('%s', (_case, input, refusal) => {
  expect(refuseGrade({ optional: false, points: onlyC, ...input })).toBe(refusal);
});

test('可选条款可以评 E；没有要点的条款可直接评级', () => {
  expect(refuseGrade({ optional: true, points: onlyC, ownGrade: 'E', reason: '' })).toBeUndefined();
  expect(refuseGrade({ optional: false, points: [], ownGrade: 'B', reason: '' })).toBeUndefined();
});

test('还没有建议时，评 C 及以上要理由', () => {
  expect(refuseGrade({ optional: false, points: [unmarked('C')], ownGrade: 'C', reason: '' })).toBe('reason-missing');
  expect(refuseGrade({ optional: false, points: [unmarked('C')], ownGrade: 'D', reason: '' })).toBeUndefined();
});
