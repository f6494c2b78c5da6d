import { expect, test } from 'vitest';
import { takeOut } from '../../../renderer/features/edit-standard/edit/place.ts';
import { setCode } from '../../../renderer/features/edit-standard/edit/recode.ts';
import {
  keyRemarks,
  locateRemarks,
  nextToMend,
  remarkCodes,
} from '../../../renderer/features/edit-standard/remarks.ts';
import type { Spot } from '../../../renderer/features/edit-standard/faults.ts';
import { keyOf, remarkOf, workOf } from './work-of.ts';

const sections = { '1.1': ['1.1.1', '1.1.2', '1.1.3'], '1.2': ['1.2.1'] };

test('一处错误跟着它的条款走：改了编号显示新编号，删了说明已删除', () => {
  const work = workOf(sections);
  const remarks = keyRemarks(work, [remarkOf('1.1.1'), remarkOf('1.1.2')]);
  const [first, second] = [keyOf(work, '1.1.1'), keyOf(work, '1.1.2')];
  const changed = takeOut(setCode(work, first, '1.1.9'), new Set([second]));
  expect(locateRemarks(changed, remarks)).toMatchObject([
    { index: 0, spot: first, code: '1.1.9', isGone: false },
    { index: 1, spot: undefined, code: '1.1.2', isGone: true },
  ]);
  expect(remarkCodes(changed, remarks)).toEqual(['1.1.9', null]);
});

test('条款删除以后，别的条款得了它的编号，重新打开也不算到别的条款头上', () => {
  const work = workOf(sections);
  const remarks = keyRemarks(work, [remarkOf('1.1.2', { isGone: true })]);
  expect(locateRemarks(work, remarks)).toMatchObject([{ spot: undefined, isGone: true }]);
  expect(remarkCodes(work, remarks)).toEqual([null]);
});

test('不关哪一条的错误在标准信息处，没有条款可以删除', () => {
  const work = workOf(sections);
  const remarks = keyRemarks(work, [remarkOf(undefined)]);
  expect(locateRemarks(work, remarks)).toMatchObject([{ spot: 'head', isGone: false, code: undefined }]);
});

test('下一处、上一处按标准的顺序走，处理过的跳过，到头从另一头接着来', () => {
  const work = workOf(sections);
  const [first, second, last] = ['1.1.1', '1.1.2', '1.2.1'].map((code) => keyOf(work, code));
  const remarks = locateRemarks(
    work,
    keyRemarks(work, [remarkOf('1.2.1'), remarkOf('1.1.1'), remarkOf('1.1.2', { isSettled: true })]),
  );
  const faults = [{ spot: 'targets' as const, message: '目标为空' }];
  const walk = (from: Spot | undefined, by: 1 | -1) => {
    const to: (Spot | undefined)[] = [];
    for (let spot = from; to.length < 4; to.push(spot)) {
      if (spot === undefined) break;
      spot = nextToMend(work, { faults, remarks }, spot, by);
    }
    return to;
  };
  expect(walk('head', 1)).toEqual(['targets', first, last, 'targets']);
  expect(walk(second, -1)).toEqual([first, 'targets', last, first]);
  expect(nextToMend(work, { faults: [], remarks: [] }, 'head', 1)).toBeUndefined();
  expect(nextToMend(work, { faults, remarks: [] }, 'targets', 1)).toBe('targets');
});
