import { expect, test } from 'vitest';
import { checklistOutcome, prerequisiteOutcome } from '../../../shared/domain/checklist/decide-outcome.ts';
import type { Mark } from '../../../shared/domain/grade/grade.ts';

test.each<readonly [string, readonly (Mark | undefined)[], string | undefined, string | undefined]>([
  ['全部符合', ['met', 'met'], 'pass', 'pass'],
  ['不适用的不妨碍', ['met', 'n/a'], 'pass', 'pass'],
  ['全部不适用', ['n/a', 'n/a'], 'pass', 'pass'],
  ['一项不符合', ['met', 'unmet'], 'fail', 'fail'],
  ['部分符合也不算', ['partial'], 'fail', 'fail'],
  ['还有未判定的', ['met', undefined], undefined, undefined],
  ['一项不符合、一项未判定：前置已经违反', ['unmet', undefined], undefined, 'fail'],
  ['部分符合、一项未判定：前置已经违反', [undefined, 'partial'], undefined, 'fail'],
  ['没有要点：没有人看过', [], undefined, undefined],
])('%s', (_case, marks, checklist, prerequisite) => {
  expect(checklistOutcome(marks)).toBe(checklist);
  expect(prerequisiteOutcome(marks)).toBe(prerequisite);
});
