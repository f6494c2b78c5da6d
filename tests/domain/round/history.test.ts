import fc from 'fast-check';
import { expect, test } from 'vitest';
import { advance, emptyStacks, type LogVerb, type Stacks } from '../../../shared/domain/round/history.ts';
import { invert, type Patch } from '../../../shared/domain/round/patch.ts';
import type { ClauseId } from '../../../shared/domain/id.ts';

const verbs = fc.array(fc.constantFrom<LogVerb>('do', 'undo', 'redo'), { maxLength: 60 });

test('任意做、撤销、重做之后，撤到底再重做到头，状态不变', () => {
  fc.assert(
    fc.property(verbs, (sequence) => {
      let stacks: Stacks<number> = emptyStacks;
      for (const [at, verb] of sequence.entries()) stacks = advance(stacks, verb, { label: '', content: at });
      const whole = [...stacks.undo, ...stacks.redo.toReversed()];
      let back = stacks;
      while (back.undo.length > 0) back = advance(back, 'undo', { label: '', content: 0 });
      while (back.redo.length > 0) back = advance(back, 'redo', { label: '', content: 0 });
      expect(back.undo).toEqual(whole);
    }),
  );
});

test('做了新的，就不能再重做旧的', () => {
  const done = advance<number>(emptyStacks, 'do', { label: '甲', content: 1 });
  const undone = advance(done, 'undo', { label: '甲', content: 1 });
  expect(undone.redo).toHaveLength(1);
  expect(advance(undone, 'do', { label: '乙', content: 2 }).redo).toEqual([]);
});

test('撤销按相反的次序把值换回来', () => {
  const clauseId = 'c' as ClauseId;
  const patches: readonly Patch[] = [
    { on: 'note', clauseId, before: '', after: '一' },
    { on: 'note', clauseId, before: '一', after: '二' },
  ];
  expect(invert(patches)).toEqual([
    { on: 'note', clauseId, before: '二', after: '一' },
    { on: 'note', clauseId, before: '一', after: '' },
  ]);
  expect(invert(invert(patches))).toEqual(patches);
});
