import { expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { editionGroups } from '../../renderer/features/move-round/editions.ts';
import { moveCommand } from '../../renderer/features/move-round/move-keys.ts';
import {
  isIn,
  leftWords,
  resultWords,
  rowsOf,
  summaryOf,
  tabsOf,
} from '../../renderer/features/move-round/move-rows.ts';
import type { CarriedResults, ClauseText, RoundComparison } from '../../shared/contract/edition.ts';
import type { StandardSummary } from '../../shared/contract/standard.ts';
import type { StandardId } from '../../shared/domain/id.ts';
import { changeWords } from '../../shared/text/clause-changes.ts';
import { change, clause, clauseId, roundApi, roundId, state, view } from './fixture.ts';
import { pressed } from './pressed.ts';

const text = (code: string): ClauseText => ({
  code,
  title: `条款 ${code}`,
  points: [],
  core: false,
  method: 'graded',
  optional: false,
  fullScore: undefined,
  deductions: [],
  target: undefined,
});
const name = (code: string) => ({ code, title: `条款 ${code}` });
const results = (code: string, more: Partial<CarriedResults> = {}): CarriedResults => ({
  code,
  marks: 0,
  marksLeft: 0,
  evidence: 0,
  own: {},
  hasMore: false,
  ownLeft: false,
  moreLeft: false,
  ...more,
});
const found: RoundComparison = {
  from: { title: '标准', edition: '2025', revision: 1 },
  to: { title: '标准', edition: '2026', revision: 2 },
  isSame: false,
  changes: {
    kept: [
      { kind: 'same', from: name('1.1'), to: name('1.1'), similarity: 1, changed: [] },
      {
        kind: 'reworded',
        from: name('1.2'),
        to: name('1.2'),
        similarity: 0.899,
        changed: [{ what: 'points' }, { what: 'score', from: '10', to: '5' }],
      },
      { kind: 'moved', from: name('1.3'), to: name('2.1'), similarity: 1, changed: [] },
    ],
    added: [name('1.4')],
    removed: [name('1.5'), name('1.6')],
  },
  carried: [results('1.1', { marks: 2, evidence: 1 }), results('1.2', { marks: 1, marksLeft: 2, hasMore: true })],
  left: [{ code: '1.6', title: '条款 1.6', marks: 3, evidence: 0, own: {}, hasMore: false }],
  texts: { from: [], to: ['1.1', '1.2', '1.4', '2.1'].map(text) },
  targets: [],
  targetId: '',
};

test('条款按新版的次序排，取消的在最后，有结果的取消条款在前', () => {
  const rows = rowsOf(found);
  expect(rows.map(({ kind, from, to }) => `${kind} ${from?.code} ${to?.code}`)).toEqual([
    'same 1.1 1.1',
    'reworded 1.2 1.2',
    'added undefined 1.4',
    'moved 1.3 2.1',
    'removed 1.6 undefined',
    'removed 1.5 undefined',
  ]);
  expect(rows[1]).toMatchObject({ percent: 89, terms: '分值 10 → 5', carried: { marksLeft: 2 } });
  expect(summaryOf(rows)).toEqual(['相同 1', '改写 1', '移号 1', '新增 1', '取消 2']);
});

test('没有内容的分类不显示，“有变化”和“全部”总在', () => {
  const rows = rowsOf(found);
  expect(tabsOf(rows).map(({ text: word, count }) => `${word} ${count}`)).toEqual([
    '有变化 5',
    '改写 1',
    '移号 1',
    '新增 1',
    '取消 2',
    '未全带入 1',
    '相同 1',
    '全部 6',
  ]);
  expect(rows.filter((row) => isIn('partly', row)).map(({ to }) => to?.code)).toEqual(['1.2']);
  expect(tabsOf([]).map(({ value }) => value)).toEqual(['changed', 'all']);
});

test('条款的要求不同时，一句话说清不同在哪', () => {
  expect(
    changeWords([
      { what: 'title' },
      { what: 'points' },
      { what: 'method', from: 'points', to: 'checklist' },
      { what: 'score', from: '10', to: undefined },
      { what: 'core', to: false },
      { what: 'optional', to: true },
      { what: 'deductions' },
      { what: 'indicator' },
    ]),
  ).toBe('分值条款 → 是否条款、取消分值 10、取消核心 ★、改为可选、扣分标准不同、指标定义或目标不同');
  expect(changeWords([{ what: 'score', from: undefined, to: '5' }])).toBe('新增分值 5');
});

test('带入和留下的结果用文字说', () => {
  expect(resultWords(results('1', { marks: 3, evidence: 2, hasMore: true }))).toBe('判定 3 · 佐证 2 · 说明等');
  expect(resultWords(results('1', { evidence: 2 }))).toBe('佐证 2');
  expect(resultWords(results('1', { marks: 1, own: { grade: 'D' } }))).toBe('判定 1 · 自评 D');
  expect(resultWords(results('1', { own: { grade: 'E', score: '8' } }))).toBe('不适用 · 自评 8 分');
  expect(leftWords(results('1', { marksLeft: 2, ownLeft: true }))).toBe('2 个判定、自评结果');
  expect(leftWords(results('1', { moreLeft: true }))).toBe('监测数据等');
  expect(leftWords(results('1'))).toBe('');
});

test.each([
  ['ArrowDown', {}, { do: 'step', by: 1 }],
  ['K', {}, { do: 'step', by: -1 }],
  ['End', {}, { do: 'last' }],
  [' ', {}, { do: 'toggle' }],
  ['Enter', { ctrlKey: true }, { do: 'move' }],
  ['Enter', { metaKey: true }, { do: 'move' }],
  ['Enter', {}, undefined],
  ['Enter', { ctrlKey: true, isComposing: true }, undefined],
  ['j', { keyCode: 229 }, undefined],
  ['j', { ctrlKey: true }, undefined],
  ['ArrowDown', { altKey: true }, undefined],
])('键 %s %o', (key, more, wanted) => expect(moveCommand(pressed(key, more), false)).toEqual(wanted));

test('在下拉框和勾选框里，只有 Ctrl+Enter 归页面', () => {
  expect(moveCommand(pressed('ArrowDown'), true)).toBeUndefined();
  expect(moveCommand(pressed(' '), true)).toBeUndefined();
  expect(moveCommand(pressed('Enter', { ctrlKey: true }), true)).toEqual({ do: 'move' });
});

test('先是本轮所用的标准，再是同一项目的，再是其他本院标准', () => {
  const summary = (id: string, programme: string, own?: true) => ({ id, programme, own }) as StandardSummary;
  const all = [summary('a', '甲'), summary('b', '乙', true), summary('c', '甲', true), summary('d', '乙')];
  const groups = (packId: string) =>
    editionGroups(all, packId).map(({ name: title, standards }) => [title, standards.map(({ id }) => id)]);
  expect(groups('c')).toEqual([
    ['本轮所用标准的最新版', ['c']],
    ['同一项目的其他标准', ['a']],
    ['其他本院标准', ['b']],
  ]);
  expect(groups('gone')).toEqual([['其他本院标准', ['b', 'c']]]);
  const unnamed = [summary('e', '自有标准', true), summary('f', '自有标准', true)];
  expect(editionGroups(unnamed, 'e').map(({ name: title }) => title)).toEqual(['本轮所用标准的最新版', '其他本院标准']);
  // The copy that the institution made of the round's standard is what it moves to.
  const copied = [...all, { ...all[0], id: 'own-c', own: true } as StandardSummary];
  expect(editionGroups(copied, 'c')[0]?.standards.map(({ id }) => id)).toEqual(['own-c', 'c']);
});

test('撤销把轮次带回另一版时，整个轮次重新读', async () => {
  const newer = view([state('1.1.1')]);
  const old = view([state('2.1.1', { note: '旧版的说明' })], [clause('2.1.1')]);
  const older = { ...old, standard: { ...old.standard, id: 's@old' as StandardId } };
  const open = vi.fn(async () => (open.mock.calls.length === 1 ? newer : older));
  const fail = vi.fn();
  const store = createRoundStore(
    roundApi({
      'round.open': open,
      'assessment.undo': async () => ({ ...change(), moved: true, savedAt: '2026-11-22T03:00:00.000Z' }),
    }),
    fail,
  );
  await store.getState().load(roundId);
  expect(await store.getState().undo()).toEqual([]);
  expect(store.getState()).toMatchObject({
    open: { standard: { id: 's@old' } },
    pending: 0,
    savedAt: '2026-11-22T03:00:00.000Z',
  });
  expect([...store.getState().states.keys()]).toEqual([clauseId('2.1.1')]);
  expect(store.getState().states.get(clauseId('2.1.1'))?.note).toBe('旧版的说明');
  expect(fail).not.toHaveBeenCalled();
});

test('重新读失败时说出来，再试一次，不留下没有答复的命令', async () => {
  let reads = 0;
  const open = async () => {
    reads += 1;
    if (reads === 2) throw new Error('disk');
    return view([state('1.1.1')]);
  };
  const fail = vi.fn();
  const store = createRoundStore(
    roundApi({ 'round.open': open, 'assessment.undo': async () => ({ ...change(), moved: true }) }),
    fail,
  );
  await store.getState().load(roundId);
  await store.getState().undo();
  expect(fail).toHaveBeenCalledOnce();
  await vi.waitFor(() => expect(reads).toBe(3));
  expect(store.getState().pending).toBe(0);
});
