import { expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import type { RoundChange } from '../../shared/contract/round.ts';
import { change, clauseId, marked, pointId, roundApi, roundId, state, view } from './fixture.ts';

const unused = () => Promise.reject(new Error('not expected'));

async function openRound(mark: () => Promise<RoundChange>) {
  const fail = vi.fn();
  const open = vi.fn(async () => view([state('1.1.1')]));
  const store = createRoundStore(roundApi({ 'round.open': open, 'assessment.mark': mark }), fail);
  await store.getState().load(roundId);
  const mine = () => store.getState().states.get(clauseId('1.1.1'))?.marks;
  return { store, fail, open, mine };
}
const met = [{ pointId: pointId('1.1.1', 1), mark: 'met' as const }];
const unmet = [{ pointId: pointId('1.1.1', 1), mark: 'unmet' as const }];

test('条款没有评过也有状态', async () => {
  const { store } = await openRound(unused);
  expect(store.getState().states.get(clauseId('1.2.1'))?.marks).toEqual({});
});

test('判定立即可见，已保存的时刻只在答复后出现', async () => {
  const { store, mine } = await openRound(async () => change(marked('1.1.1', 'met')));
  const answer = store.getState().mark(clauseId('1.1.1'), met);
  expect(mine()).toEqual({ [pointId('1.1.1', 1)]: 'met' });
  expect(store.getState()).toMatchObject({ pending: 1, savedAt: undefined });
  expect(await answer).toBe(true);
  expect(store.getState()).toMatchObject({ pending: 0, savedAt: '2026-11-22T02:00:00.000Z' });
});

test('命令逐个发送，较早的答复不覆盖较晚的判定', async () => {
  const answers: ((value: RoundChange) => void)[] = [];
  const mark = vi.fn(() => new Promise<RoundChange>((resolve) => answers.push(resolve)));
  const { store, mine } = await openRound(mark);
  const first = store.getState().mark(clauseId('1.1.1'), met);
  const second = store.getState().mark(clauseId('1.1.1'), unmet);
  await vi.waitFor(() => expect(answers).toHaveLength(1));
  answers[0]?.(change(marked('1.1.1', 'met')));
  await first;
  expect(mine()).toEqual({ [pointId('1.1.1', 1)]: 'unmet' });
  await vi.waitFor(() => expect(answers).toHaveLength(2));
  answers[1]?.(change(marked('1.1.1', 'unmet')));
  await second;
  expect(mine()).toEqual({ [pointId('1.1.1', 1)]: 'unmet' });
});

test('后台程序没了：没有存盘的判定都退回最后存盘的样子', async () => {
  const gone = new Error('gone');
  const mark = vi.fn(async () => change(marked('1.1.1', 'met')));
  const { store, open, mine } = await openRound(mark);
  await store.getState().mark(clauseId('1.1.1'), met);
  for (const call of [mark, open]) call.mockRejectedValue(gone);
  const answers = [unmet, [], unmet].map((marks) => store.getState().mark(clauseId('1.1.1'), marks));
  expect(await Promise.all(answers)).toEqual([false, false, false]);
  await vi.waitFor(() => expect(mine()).toEqual({ [pointId('1.1.1', 1)]: 'met' }));
});

test('保存失败时重新读取，屏幕不留没有存盘的判定', async () => {
  const { store, fail, open, mine } = await openRound(() => Promise.reject(new Error('disk')));
  expect(await store.getState().mark(clauseId('1.1.1'), met)).toBe(false);
  await vi.waitFor(() => expect(open).toHaveBeenCalledTimes(2));
  expect(fail).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(mine()).toEqual({}));
});
