import { expect, test } from 'vitest';
import { decideGrade, refuseGrade } from '../../../shared/domain/grade/decide-grade.ts';
import { met, unmarked, unmet } from '../../support/points.ts';

const onlyC = [met('C'), unmet('B')];

test('自定等级优先于建议；取消后回到建议', () => {
  expect(decideGrade({ points: onlyC, ownGrade: 'D' })).toEqual({ grade: 'D', suggested: 'C', raised: false });
  expect(decideGrade({ points: onlyC, ownGrade: undefined })).toEqual({ grade: 'C', suggested: 'C', raised: false });
});

test('高于建议要标出来，等于或低于不标', () => {
  expect(decideGrade({ points: onlyC, ownGrade: 'B' }).raised).toBe(true);
  expect(decideGrade({ points: onlyC, ownGrade: 'C' }).raised).toBe(false);
  expect(decideGrade({ points: onlyC, ownGrade: 'E' }).raised).toBe(false);
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
