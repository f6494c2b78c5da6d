import { beforeEach, expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { createChecklistStore } from '../../renderer/features/checklist/checklist-store.ts';
import { change, clauseId, marked, roundId, state, view } from './fixture.ts';

const unused = () => Promise.reject(new Error('not expected'));
const grade = vi.fn(async () => change(state('1.1.1')));
const fail = vi.fn();

async function openChecklist() {
  const round = createRoundStore(
    {
      'round.open': async () => view([marked('1.1.1', 'met', 'unmet'), marked('1.2.1', 'met', 'met')]),
      'assessment.mark': async () => change(marked('1.1.2', 'met', 'met')),
      'assessment.grade': grade,
      'assessment.note': unused,
      'assessment.undo': unused,
      'assessment.redo': unused,
    },
    fail,
  );
  await round.getState().load(roundId);
  const store = createChecklistStore({
    api: { 'round.visit': async () => undefined, 'assessment.search': async () => [clauseId('1.2.1')] },
    round,
    fail,
    beforeLeaving: async () => undefined,
  });
  store.getState().arrive();
  return { store, round };
}
beforeEach(() => vi.clearAllMocks());

test('没有上次的位置时停在第一个未评条款', async () => {
  const { store } = await openChecklist();
  expect(store.getState().selected).toBe(clauseId('1.1.2'));
});

test('正在评的条款不再符合筛选时仍留在列表，离开后才消失', async () => {
  const { store, round } = await openChecklist();
  store.getState().setFilter({ kind: 'unscored' });
  await round.getState().mark(clauseId('1.1.2'), []);
  expect(store.getState()).toMatchObject({ selected: clauseId('1.1.2'), held: clauseId('1.1.2') });
});

test('高于建议的等级先要理由，写了才提交', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(clauseId('1.1.1'), 'B');
  expect(store.getState().reasonFor).toEqual({ clauseId: clauseId('1.1.1'), grade: 'B' });
  store.getState().giveReason('  ');
  expect(grade).not.toHaveBeenCalled();
  store.getState().giveReason('现场复核');
  await vi.waitFor(() =>
    expect(grade).toHaveBeenCalledWith(expect.objectContaining({ grade: 'B', reason: '现场复核' })),
  );
});

test('非可选条款评 E 被拒绝并说明', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(clauseId('1.1.1'), 'E');
  expect(grade).not.toHaveBeenCalled();
  expect(fail).toHaveBeenCalledOnce();
});

test('搜索只留下找到的条款，清除后全部回来', async () => {
  const { store } = await openChecklist();
  store.getState().search('手卫生');
  await vi.waitFor(() => expect(store.getState().selected).toBe(clauseId('1.2.1')));
  store.getState().clear();
  expect(store.getState()).toMatchObject({ hits: undefined, searchText: '', filter: { kind: 'all' } });
});
