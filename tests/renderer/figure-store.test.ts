import { beforeEach, expect, test, vi } from 'vitest';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { figureRows } from '../../renderer/features/checklist/figure-rows.ts';
import { createFigureStore, draftKey } from '../../renderer/features/checklist/figure-store.ts';
import { entryPeriod } from '../../renderer/features/checklist/shown-periods.ts';
import type { Figure } from '../../shared/domain/indicator/read-indicator.ts';
import { change, clauseId, rateIndicator, roundApi, roundId, state, view, yesClause } from './fixture.ts';

const one = clauseId('1.1.1');
const clause = yesClause('1.1.1', 'indicator', 0, { indicator: rateIndicator });
const send = vi.fn(async (_input: unknown) => change(state('1.1.1')));
const setTarget = vi.fn(async (_input: unknown) => change(state('1.1.1')));

const undo = vi.fn(async () => change(state('1.1.1')));

async function openFigures(figures: readonly Figure[] = []) {
  const round = createRoundStore(
    roundApi({ 'round.open': async () => view([state('1.1.1', { figures })], [clause]), 'assessment.undo': undo }),
    () => undefined,
  );
  await round.getState().load(roundId);
  return createFigureStore({ api: { 'assessment.figures': send, 'assessment.ownTarget': setTarget }, round });
}
beforeEach(() => vi.clearAllMocks());

test('离开一行时整行一次提交，存上后草稿清除', async () => {
  const store = await openFigures();
  store.getState().type(one, '2026-Q1', 'numerator', '150');
  store.getState().type(one, '2026-Q1', 'denominator', '3百');
  await store.getState().commit(one, '2026-Q1');
  expect(send.mock.calls).toEqual([
    [{ roundId, clauseId: one, figures: [{ period: '2026-Q1', numerator: '150', denominator: '3百' }] }],
  ]);
  expect(store.getState().drafts.size).toBe(0);
});

test('同一次填写提交两遍只发送一次，没有改动不发送', async () => {
  const store = await openFigures([{ period: '2026-Q1', numerator: '150', denominator: '300' }]);
  store.getState().type(one, '2026-Q1', 'numerator', '1 50');
  expect(await store.getState().commit(one, '2026-Q1')).toBe(true);
  expect(send).not.toHaveBeenCalled();
  store.getState().type(one, '2026-Q1', 'numerator', '151');
  await Promise.all([store.getState().commit(one, '2026-Q1'), store.getState().commit(one, '2026-Q1')]);
  expect(send).toHaveBeenCalledOnce();
});

test.each([
  ['分子不是数', 'abc', '300', '分子“abc”不是数。', 'numerator'],
  ['百分数当分子', '5%', '300', '分子“5%”是比率，不是个数，请填签约居民数。', 'numerator'],
  ['分子为负', '-3', '300', '分子“-3”小于 0，“签约居民数”不会是负数。', 'numerator'],
  ['分母为负', '1', '-3', '分母“-3”不是大于或等于 0 的数。', 'denominator'],
  ['只有分母', '', '300', '有分母“300”，缺分子（签约居民数）。', 'numerator'],
])('%s时不发送，打的字留着，说明在哪一格', async (_what, numerator, denominator, fault, faultIn) => {
  const store = await openFigures();
  store.getState().type(one, '2026-Q1', 'numerator', numerator);
  store.getState().type(one, '2026-Q1', 'denominator', denominator);
  expect(await store.getState().commit(one, '2026-Q1')).toBe(false);
  expect(send).not.toHaveBeenCalled();
  expect(store.getState().drafts.get(draftKey(one, '2026-Q1'))).toMatchObject({
    numerator,
    denominator,
    fault,
    faultIn,
  });
  await expect(store.getState().settle()).rejects.toThrow('条款 1.1.1 的 2026 年第 1 季度数据还没有保存');
});

test('没存上时数字留着，再提交一次就好', async () => {
  const store = await openFigures();
  send.mockRejectedValueOnce(new Error('disk'));
  store.getState().type(one, '2026-Q1', 'numerator', '150');
  expect(await store.getState().commit(one, '2026-Q1')).toBe(false);
  expect(store.getState().drafts.get(draftKey(one, '2026-Q1'))).toMatchObject({ numerator: '150' });
  expect(await store.getState().commit(one, '2026-Q1')).toBe(true);
  await expect(store.getState().settle()).resolves.toBeUndefined();
});

test('清空一行就是删掉这一期', async () => {
  const store = await openFigures([{ period: '2026-Q1', numerator: '150', denominator: '300' }]);
  for (const column of ['numerator', 'denominator'] as const) store.getState().type(one, '2026-Q1', column, ' ');
  await store.getState().commit(one, '2026-Q1');
  expect(send.mock.calls).toEqual([
    [{ roundId, clauseId: one, figures: [{ period: '2026-Q1', numerator: null, denominator: null }] }],
  ]);
});

test('整块粘贴一次存完、一步撤销，看不懂的一期留在原处', async () => {
  const store = await openFigures();
  const at = { period: '2026-Q1', column: 'numerator' } as const;
  expect(store.getState().paste(one, at, ['2026-Q1', '2026-Q2', '2026-Q3'], '1\t2\n无\t4\n5\t6')).toBe(true);
  await vi.waitFor(() => expect(send).toHaveBeenCalledOnce());
  expect(send.mock.calls).toMatchObject([
    [
      {
        figures: [
          { period: '2026-Q1', numerator: '1', denominator: '2' },
          { period: '2026-Q3', numerator: '5', denominator: '6' },
        ],
      },
    ],
  ]);
  await vi.waitFor(() => expect([...store.getState().drafts.keys()]).toEqual([draftKey(one, '2026-Q2')]));
});

test('补填的期间要合这项指标的周期', async () => {
  const store = await openFigures();
  expect(store.getState().addPeriod(one, '2024年3月')).toEqual({ fault: expect.stringContaining('按季度填报') });
  expect(store.getState().addPeriod(one, '2024年第一季度')).toEqual({ period: '2024-Q1' });
  expect(store.getState().added.get(one)).toEqual(['2024-Q1']);
});

test('目标值看不懂时当场拒绝，看得懂的照原样交给后台', async () => {
  const store = await openFigures();
  expect(store.getState().setTarget(one, '1:1.5')).toContain('目标值“1:1.5”看不懂');
  expect(setTarget).not.toHaveBeenCalled();
  expect(store.getState().setTarget(one, '８５%')).toBeUndefined();
  expect(store.getState().setTarget(one, null)).toBeUndefined();
  await vi.waitFor(() =>
    expect(setTarget.mock.calls.map(([input]) => input)).toMatchObject([{ target: '８５%' }, { target: null }]),
  );
});

test('表上逐期算值、变化和状态，没存的数也先算进去', () => {
  const figures = [
    { period: '2025-Q4', numerator: '30', denominator: '100' },
    { period: '2026-Q2', numerator: '1', denominator: '0' },
  ];
  const draft = {
    clauseId: one,
    period: '2026-Q1',
    numerator: '0.6百',
    denominator: '100',
    fault: undefined,
    faultIn: undefined,
  };
  const rows = figureRows(
    rateIndicator,
    state('1.1.1', { figures }),
    ['2025-Q3', '2025-Q4', '2026-Q1', '2026-Q2'],
    new Map([[draftKey(one, '2026-Q1'), draft]]),
  );
  expect(rows.map(({ shown, change: moved, status }) => [shown, moved, status])).toEqual([
    ['', '', ''],
    ['30', '', '未达标'],
    ['60', '↑ 30', '达标'],
    ['', '', '缺报'],
  ]);
});

test('一个值在表上和别处写法一样', () => {
  const figures = [{ period: '2026-Q1', numerator: '12', denominator: '1000' }];
  const [row] = figureRows(rateIndicator, state('1.1.1', { figures }), ['2026-Q1'], new Map());
  expect(row).toMatchObject({ shown: '1.2', value: '1.2%' });
});

test('变得再小也不说成变了 0', () => {
  const figures = [
    { period: '2026-Q1', numerator: '50000', denominator: '100000' },
    { period: '2026-Q2', numerator: '49999', denominator: '100000' },
  ];
  const rows = figureRows(rateIndicator, state('1.1.1', { figures }), ['2026-Q1', '2026-Q2'], new Map());
  expect(rows[1]?.change).toBe('↓ <0.01');
});

test('以前存下的负数还显示在格里，写明不收的原因，不算值', () => {
  const figures = [{ period: '2026-Q1', numerator: '-3', denominator: '1000' }];
  const [row] = figureRows(rateIndicator, state('1.1.1', { figures }), ['2026-Q1'], new Map());
  expect(row).toMatchObject({
    numerator: '-3',
    denominator: '1,000',
    fault: '分子“-3”小于 0，“签约居民数”不会是负数。',
    faultIn: 'numerator',
    value: '',
    status: '',
  });
});

test.each([
  ['分子大于分母', rateIndicator, '12000', '85', '分子大于分母，请核对'],
  ['正好 100%', rateIndicator, '85', '85', undefined],
  ['床位使用率可以超过 100%', { ...rateIndicator, denominator: '开放床日' }, '120', '100', undefined],
])('%s：照算', (_what, definition, numerator, denominator, doubt) => {
  const figures = [{ period: '2026-Q1', numerator, denominator }];
  const [row] = figureRows(definition, state('1.1.1', { figures }), ['2026-Q1'], new Map());
  expect(row).toMatchObject({ doubt, status: '达标', fault: undefined });
});

test('Esc 只撤这一格：已填的分子留着，离开一行时照样保存', async () => {
  const store = await openFigures();
  store.getState().type(one, '2026-Q1', 'numerator', '7');
  expect(store.getState().revert(one, '2026-Q1', 'denominator')).toBe(false);
  store.getState().type(one, '2026-Q1', 'denominator', '9x');
  expect(await store.getState().commit(one, '2026-Q1')).toBe(false);
  expect(store.getState().revert(one, '2026-Q1', 'denominator')).toBe(true);
  expect(store.getState().drafts.get(draftKey(one, '2026-Q1'))).toMatchObject({
    numerator: '7',
    denominator: undefined,
    fault: undefined,
  });
  await store.getState().commit(one, '2026-Q1');
  expect(send).toHaveBeenCalledOnce();
});

test('只填了分母，在标红的分子格里按 Esc，把这一行放下', async () => {
  const store = await openFigures();
  store.getState().type(one, '2026-Q1', 'denominator', '300');
  await store.getState().commit(one, '2026-Q1');
  expect(store.getState().revert(one, '2026-Q1', 'numerator')).toBe(true);
  expect(store.getState().drafts.size).toBe(0);
  expect(store.getState().revert(one, '2026-Q1', 'numerator')).toBe(false);
});

test('计数指标不说分子', async () => {
  const round = createRoundStore(
    roundApi({
      'round.open': async () =>
        view([state('1.1.1')], [{ ...clause, indicator: { ...rateIndicator, denominator: null } }]),
    }),
    () => undefined,
  );
  await round.getState().load(roundId);
  const store = createFigureStore({ api: { 'assessment.figures': send, 'assessment.ownTarget': setTarget }, round });
  store.getState().type(one, '2026-Q1', 'numerator', '五百');
  await store.getState().commit(one, '2026-Q1');
  expect(store.getState().drafts.get(draftKey(one, '2026-Q1'))?.fault).toBe('数值“五百”不是数。');
});

test('没有期间的一块：记下填到哪几期，可一步撤销；此后又存过别的就不再撤', async () => {
  const store = await openFigures();
  const at = { period: '2026-Q1', column: 'numerator' } as const;
  const paste = () => store.getState().paste(one, at, ['2026-Q1', '2026-Q2'], '1\t2\n3\t4');
  paste();
  await vi.waitFor(() => expect(store.getState().pastes.get(one)?.savedAt).toBeDefined());
  expect(store.getState().pastes.get(one)).toMatchObject({ periods: ['2026-Q1', '2026-Q2'], assumed: true });
  await store.getState().takeBackPaste(one);
  expect(undo).toHaveBeenCalledOnce();
  expect(store.getState().pastes.size).toBe(0);

  paste();
  await vi.waitFor(() => expect(store.getState().pastes.get(one)?.savedAt).toBeDefined());
  send.mockResolvedValueOnce({ ...change(state('1.1.1')), savedAt: '2026-11-22T03:00:00.000Z' });
  store.getState().type(one, '2025-Q4', 'numerator', '9');
  await store.getState().commit(one, '2025-Q4');
  await store.getState().takeBackPaste(one);
  expect(undo).toHaveBeenCalledOnce();
});

test('有几行看不懂的粘贴，一下全部放弃：草稿、多出的行和提示都没了，没存过就不撤销', async () => {
  const store = await openFigures();
  store.getState().type(one, '2025-Q1', 'numerator', '别处');
  const at = { period: '2026-Q1', column: 'numerator' } as const;
  store.getState().paste(one, at, ['2026-Q1', '2026-Q2'], '2023Q1\t无\t2\n2023Q2\t无\t4\n2023年3月\t5\t6');
  await vi.waitFor(() => expect(store.getState().drafts.get(draftKey(one, '2023-Q2'))?.fault).toBeDefined());
  expect(store.getState().problems.get(one)).toHaveLength(1);
  await store.getState().takeBackPaste(one);
  expect([...store.getState().drafts.keys()]).toEqual([draftKey(one, '2025-Q1')]);
  expect([store.getState().problems.get(one), store.getState().added.get(one)]).toEqual([[], []]);
  expect(undo).not.toHaveBeenCalled();
});

test.each([
  ['当期还没有数时到上一期', '', '2026-10'],
  ['当期开始填了就到当期', '12', '2026-11'],
])('S：%s', (_what, numerator, expected) => {
  const rows = ['2026-09', '2026-10', '2026-11', '2026-12'].map((period) => ({
    period,
    numerator: period === '2026-11' ? numerator : '',
    denominator: '',
  }));
  expect(entryPeriod('month', '2026-11-22', rows)).toBe(expected);
});

test('S：跨年时上一期是去年的', () => {
  const rows = ['2025-Q4', '2026-Q1'].map((period) => ({ period, numerator: '', denominator: '' }));
  expect(entryPeriod('quarter', '2026-01-05', rows)).toBe('2025-Q4');
});
