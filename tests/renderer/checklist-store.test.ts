import { beforeEach, expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { createChecklistStore } from '../../renderer/features/checklist/checklist-store.ts';
import type { ListStep } from '../../renderer/ui/list-keys.ts';
import type { ClauseState } from '../../shared/domain/round/clause-state.ts';
import type { Clause } from '../../shared/domain/standard/standard.ts';
import {
  change,
  clause,
  clauseId,
  marked,
  pointId,
  rateIndicator,
  roundApi,
  roundId,
  state,
  view,
  yesClause,
} from './fixture.ts';

const grade = vi.fn(async () => change(state('1.1.1')));
const score = vi.fn(async () => change(state('1.1.1')));
const mark = vi.fn(async () => change(state('1.1.1')));
const fail = vi.fn();

async function openChecklist(shown = view([marked('1.1.1', 'met', 'unmet'), marked('1.2.1', 'met', 'met')])) {
  const round = createRoundStore(
    roundApi({
      'round.open': async () => shown,
      'assessment.mark': mark,
      'assessment.grade': grade,
      'assessment.score': score,
    }),
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
const one = clauseId('1.1.1');
/** A round of one clause. */
const openOne = (only: Clause, its: ClauseState = state(only.code)) => openChecklist(view([its], [only]));
beforeEach(() => vi.clearAllMocks());

test('没有上次的位置时停在第一个未评条款', async () => {
  const { store } = await openChecklist();
  expect(store.getState().selected).toBe(clauseId('1.1.2'));
});

test('正在评的条款不再符合筛选时仍留在列表，离开后才消失', async () => {
  const { store, round } = await openChecklist();
  store.getState().setFilter({ kind: 'unscored' });
  mark.mockResolvedValueOnce(change(marked('1.1.2', 'met', 'met')));
  await round.getState().mark(clauseId('1.1.2'), []);
  expect(store.getState()).toMatchObject({ selected: clauseId('1.1.2'), held: clauseId('1.1.2') });
});

test('高于建议的等级先要理由，写了才提交', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(clauseId('1.1.1'), 'B');
  expect(store.getState().reasonDrafts.get(one)).toEqual({ grade: 'B', text: '' });
  expect(store.getState().giveReason(one, '  ')).toBe(false);
  expect(grade).not.toHaveBeenCalled();
  expect(store.getState().giveReason(one, '现场复核')).toBe(true);
  await vi.waitFor(() =>
    expect(grade).toHaveBeenCalledWith(expect.objectContaining({ grade: 'B', reason: '现场复核' })),
  );
});

test('非可选条款评 E 不起作用，在等级旁说明，不弹通知', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(one, 'E');
  expect([grade, fail].map((each) => each.mock.calls.length)).toEqual([0, 0]);
  expect(store.getState().hint).toEqual({ clauseId: one, text: expect.stringContaining('不能评 E') });
});

test('“先写明理由”的提示在写下理由后就收起', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(one, 'B');
  store.getState().giveReason(one, '');
  expect(store.getState().hint?.text).toContain('先写明理由');
  store.getState().giveReason(one, '现场复核');
  expect(store.getState().hint).toBeUndefined();
});

test('判没有的要点时说有几个', async () => {
  const { store } = await openChecklist();
  store.getState().markPoint(one, 9, () => 'met');
  expect(mark).not.toHaveBeenCalled();
  expect(store.getState().hint?.text).toContain('只有 2 个要点');
});

test('整条选结果：再选一次不变；从不适用改回来，判过的照旧', async () => {
  const passed = await openOne(yesClause('1.1.1', 'checklist', 2), marked('1.1.1', 'met', 'met'));
  passed.store.getState().chooseOutcome(one, 'pass');
  const exempt = { ...marked('1.1.1', 'unmet'), ownGrade: 'E' as const };
  const back = await openOne(yesClause('1.1.1', 'prerequisite', 1, { optional: true }), exempt);
  back.store.getState().chooseOutcome(one, 'fail');
  await vi.waitFor(() => expect(grade).toHaveBeenCalledWith(expect.objectContaining({ grade: null })));
  expect(mark).not.toHaveBeenCalled();
});

test('没有一条符合筛选：不显示条款，清除后回到原来那一条', async () => {
  const { store } = await openChecklist();
  store.getState().select(one);
  store.getState().setFilter({ kind: 'grade', grade: 'E' });
  expect(store.getState().selected).toBeUndefined();
  store.getState().clear();
  expect(store.getState().selected).toBe(one);
});

test('清除搜索：只是看看就回到原来那一条，选过或评过的留在那里', async () => {
  const last = clauseId('1.2.1');
  const search = async () => {
    const { store, round } = await openChecklist();
    store.getState().select(one);
    store.getState().search('手卫生');
    await vi.waitFor(() => expect(store.getState().selected).toBe(last));
    return { store, round };
  };
  const looked = await search();
  looked.store.getState().clear();
  expect(looked.store.getState().selected).toBe(one);
  const chosen = await search();
  chosen.store.getState().select(last);
  chosen.store.getState().clear();
  expect(chosen.store.getState().selected).toBe(last);
  const scored = await search();
  scored.store.getState().markPoint(last, 1, () => 'unmet');
  scored.store.getState().clear();
  expect(scored.store.getState().selected).toBe(last);
});

test('Home、End、PageUp、PageDown 换条款', async () => {
  const { store } = await openChecklist();
  const after = (step: ListStep) => {
    store.getState().move(step);
    return store.getState().selected;
  };
  expect(after({ do: 'last' })).toBe(clauseId('1.2.1'));
  expect(after({ do: 'step', by: -10 })).toBe(one);
  expect(after({ do: 'step', by: 10 })).toBe(clauseId('1.2.1'));
  expect(after({ do: 'first' })).toBe(one);
});

test('回到轮次：写了一半的还在，只有不再有的条款的放下', async () => {
  const { store } = await openChecklist();
  const gone = clauseId('9.9.9');
  store.setState({
    scoreDrafts: new Map([one, gone].map((id) => [id, { text: '4', fault: undefined }])),
    reasonDrafts: new Map([one, gone].map((id) => [id, { grade: 'B' as const, text: '县级检查' }])),
  });
  store.getState().arrive();
  expect([...store.getState().scoreDrafts.keys()]).toEqual([one]);
  expect([...store.getState().reasonDrafts.keys()]).toEqual([one]);
});

test('搜索只留下找到的条款，清除后全部回来', async () => {
  const { store } = await openChecklist();
  store.getState().search('手卫生');
  await vi.waitFor(() => expect(store.getState().selected).toBe(clauseId('1.2.1')));
  store.getState().clear();
  expect(store.getState()).toMatchObject({ hits: undefined, searchText: '', filter: { kind: 'all' } });
});

const met = (...numbers: readonly number[]) =>
  expect.objectContaining({ marks: numbers.map((number) => ({ pointId: pointId('1.1.1', number), mark: 'met' })) });

test('0：等级条款只判下一级，其他条款全部判；已全部符合时再按一次取消', async () => {
  const graded = await openOne(clause('1.1.1', ['C', 'C', 'B']));
  graded.store.getState().meetAll(one);
  await vi.waitFor(() => expect(mark).toHaveBeenLastCalledWith(met(1, 2)));
  const checklist = await openOne(yesClause('1.1.1', 'checklist', 2), marked('1.1.1', 'n/a'));
  checklist.store.getState().meetAll(one);
  await vi.waitFor(() => expect(mark).toHaveBeenLastCalledWith(met(2)));
  const done = await openOne(yesClause('1.1.1', 'checklist', 1), marked('1.1.1', 'met'));
  done.store.getState().meetAll(one);
  await vi.waitFor(() =>
    expect(mark).toHaveBeenLastCalledWith(
      expect.objectContaining({ marks: [{ pointId: pointId('1.1.1', 1), mark: null }] }),
    ),
  );
});

test('X：只有一个要点的前置要求整条判违反，有几个要点时不替人猜是哪一条', async () => {
  const single = await openOne(yesClause('1.1.1', 'prerequisite', 1));
  single.store.getState().failWhole(one);
  await vi.waitFor(() => expect(mark).toHaveBeenCalledOnce());
  const several = await openOne(yesClause('1.1.1', 'prerequisite', 2));
  several.store.getState().failWhole(one);
  expect(mark).toHaveBeenCalledOnce();
  expect(several.store.getState().hint).toMatchObject({ clauseId: one, text: expect.stringContaining('2 个要点') });
});

test('A–D 对非等级条款不起作用，只给一句提示；E 只对可选条款起作用', async () => {
  const fixed = await openOne(yesClause('1.1.1', 'checklist', 2));
  fixed.store.getState().chooseGrade(one, 'B');
  expect(fixed.store.getState().hint?.text).toContain('1–9');
  fixed.store.getState().chooseGrade(one, 'E');
  expect(fixed.store.getState().hint?.text).toContain('不是可选条款');
  expect([grade, fail].map((each) => each.mock.calls.length)).toEqual([0, 0]);
  const optional = await openOne(yesClause('1.1.1', 'indicator', 0, { optional: true, indicator: rateIndicator }));
  optional.store.getState().chooseGrade(one, 'E');
  await vi.waitFor(() => expect(grade).toHaveBeenCalledWith(expect.objectContaining({ grade: 'E' })));
});

test('监测指标不判要点：1–9 和 0 只给提示', async () => {
  const { store } = await openOne(yesClause('1.1.1', 'indicator', 1, { indicator: rateIndicator }));
  store.getState().markPoint(one, 1, () => 'met');
  store.getState().meetAll(one);
  expect(mark).not.toHaveBeenCalled();
  expect(store.getState().hint?.text).toContain('S 填数据');
});

const points = yesClause('1.1.1', 'points', 2, { fullScore: '5' });

test.each([
  ['超过满分', '5.1', '得分“5.1”超过满分 5。'],
  ['三位小数', '3.125', '得分“3.125”的小数超过两位。'],
  ['负数', '-1', '得分“-1”小于 0。'],
  ['不是数', '三分', '得分“三”不是数，请填 0 到 5 之间的数。'],
])('得分%s时当场说明，打的字留着', async (_what, typed, fault) => {
  const { store } = await openOne(points, marked('1.1.1', 'met', 'partial'));
  store.getState().typeScore(one, typed);
  expect(store.getState().submitScore(one)).toBe('refused');
  expect(store.getState().scoreDrafts.get(one)).toEqual({ text: typed, fault });
  expect(score).not.toHaveBeenCalled();
});

test('与建议不同的得分先要理由，写了才提交；全角数字和“分”字看得懂', async () => {
  const { store } = await openOne(points, marked('1.1.1', 'met', 'partial'));
  store.getState().typeScore(one, '４．５ 分');
  expect(store.getState().submitScore(one)).toBe('reason');
  expect(store.getState().reasonDrafts.get(one)).toEqual({ score: '4.5', text: '' });
  expect(score).not.toHaveBeenCalled();
  store.getState().giveReason(one, '现场复核');
  await vi.waitFor(() =>
    expect(score).toHaveBeenCalledWith(expect.objectContaining({ score: '4.5', reason: '现场复核' })),
  );
  expect(store.getState().scoreDrafts.size).toBe(0);
});

test('填的得分与建议相同就是采用建议，不另存', async () => {
  const { store } = await openOne(points, marked('1.1.1', 'met', 'partial'));
  store.getState().typeScore(one, '3.750');
  expect(store.getState().submitScore(one)).toBe('taken');
  expect(score).not.toHaveBeenCalled();
  const own = await openOne(points, { ...marked('1.1.1', 'met', 'partial'), ownScore: '2', reason: '抽查' });
  own.store.getState().typeScore(one, '3.75');
  expect(own.store.getState().submitScore(one)).toBe('taken');
  await vi.waitFor(() => expect(score).toHaveBeenCalledWith(expect.objectContaining({ score: null })));
});

test('写了一半的理由换条款后还在，没动笔的放下；回来按 Enter 交的是格里的字', async () => {
  const { store } = await openChecklist();
  store.getState().select(one);
  store.getState().chooseGrade(one, 'B');
  store.getState().move({ do: 'step', by: 1 });
  expect(store.getState().reasonDrafts.size).toBe(0);
  store.getState().select(one);
  store.getState().chooseGrade(one, 'B');
  store.getState().typeReason(one, '县级检查');
  store.getState().move({ do: 'step', by: 1 });
  store.getState().select(one);
  expect(store.getState()).toMatchObject({ asked: undefined, hint: undefined });
  expect(store.getState().reasonDrafts.get(one)).toEqual({ grade: 'B', text: '县级检查' });
  expect(store.getState().giveReason(one, '县级检查已认定')).toBe(true);
  await vi.waitFor(() => expect(grade).toHaveBeenCalledWith(expect.objectContaining({ reason: '县级检查已认定' })));
  expect(store.getState().reasonDrafts.size).toBe(0);
});

test('理由没存上就回到格里', async () => {
  const { store } = await openChecklist();
  grade.mockRejectedValueOnce(new Error('disk'));
  store.getState().chooseGrade(one, 'B');
  store.getState().giveReason(one, '现场复核');
  await vi.waitFor(() => expect(store.getState().reasonDrafts.get(one)).toEqual({ grade: 'B', text: '现场复核' }));
});

test('判要点不丢写了一半的理由', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(one, 'B');
  store.getState().typeReason(one, '县级');
  store.getState().markPoint(one, 2, () => 'met');
  expect(store.getState().reasonDrafts.get(one)?.text).toBe('县级');
});

test('离开前：能存的得分存上，等理由的和看不懂的点名拒绝，字都留着', async () => {
  const { store } = await openOne(points, { ...marked('1.1.1', 'met', 'partial'), ownScore: '2', reason: '抽查' });
  store.getState().typeScore(one, '3.75');
  await store.getState().settleResults();
  expect(score).toHaveBeenCalledWith(expect.objectContaining({ score: null }));
  const other = await openOne(points, marked('1.1.1', 'met', 'partial'));
  other.store.getState().typeScore(one, '4.5');
  await expect(other.store.getState().settleResults()).rejects.toThrow(
    '条款 1.1.1 的得分还没有保存：与要点给出的得分不同',
  );
  expect(other.store.getState().asked).toBeUndefined();
  other.store.getState().typeScore(one, '51');
  await expect(other.store.getState().settleResults()).rejects.toThrow(
    '条款 1.1.1 的得分还没有保存：得分“51”超过满分 5',
  );
  expect(other.store.getState().scoreDrafts.get(one)?.text).toBe('51');
});

test('离开前：写了一半的等级理由点名拒绝，没动笔的不拦', async () => {
  const { store } = await openChecklist();
  store.getState().chooseGrade(one, 'B');
  await expect(store.getState().settleResults()).resolves.toBeUndefined();
  store.getState().chooseGrade(one, 'B');
  store.getState().typeReason(one, '县级');
  await expect(store.getState().settleResults()).rejects.toThrow('条款 1.1.1 的理由还没有保存');
});
