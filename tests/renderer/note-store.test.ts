import { expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { createNoteStore } from '../../renderer/features/checklist/note-store.ts';
import type { RoundChange } from '../../shared/contract/round.ts';
import { change, clauseId, roundApi, roundId, state, view } from './fixture.ts';

const one = clauseId('1.1.1');

async function openNotes(note: () => Promise<RoundChange>) {
  const round = createRoundStore(
    roundApi({ 'round.open': async () => view([state('1.1.1')]), 'assessment.note': note }),
    () => undefined,
  );
  await round.getState().load(roundId);
  return createNoteStore(round, 5);
}

test('停止输入后自动保存，草稿随之清除', async () => {
  const save = vi.fn(async () => change(state('1.1.1', { note: '已约谈' })));
  const notes = await openNotes(save);
  notes.getState().type(one, '已约');
  notes.getState().type(one, '已约谈');
  await vi.waitFor(() => expect(notes.getState().drafts.size).toBe(0));
  expect(save).toHaveBeenCalledOnce();
});

test('保存失败时草稿保留', async () => {
  const notes = await openNotes(() => Promise.reject(new Error('disk')));
  notes.getState().type(one, '不能丢');
  await notes.getState().flush();
  expect(notes.getState().drafts.get(one)).toBe('不能丢');
  expect(notes.getState().failed.has(one)).toBe(true);
});

test('还有没存上的说明时不让离开，改回原文就可以', async () => {
  const notes = await openNotes(() => Promise.reject(new Error('disk')));
  notes.getState().type(one, '不能丢');
  await expect(notes.getState().settle()).rejects.toThrow('还没有保存');
  notes.getState().type(one, '');
  await expect(notes.getState().settle()).resolves.toBeUndefined();
});
