import { expect, test } from 'vitest';
import { usesEdited } from '../../../electron/backend/round/uses-edited.ts';
import type { Rule } from '../../../shared/domain/standard/standard.ts';

const grade: Rule = { kind: 'grade', scope: 'all', grade: 'C', atLeast: '0.9' };
const score: Rule = { kind: 'score', scope: 'total', of: 'share', atLeast: '0.8' };

test('结论建立在改过的规则上，或看总分而折算改过，才标“已修改”', () => {
  expect(usesEdited({ edited: true, rules: [grade] }, false)).toBe(true);
  expect(usesEdited({ edited: false, rules: [grade, score] }, true)).toBe(true);
  expect(usesEdited({ edited: false, rules: [grade, score] }, false)).toBe(false);
  expect(usesEdited({ edited: false, rules: [grade] }, true)).toBe(false);
});
