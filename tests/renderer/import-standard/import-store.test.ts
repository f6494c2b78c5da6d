import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { CallError } from '../../../renderer/app/call-error.ts';
import { withRole } from '../../../renderer/features/import-standard/corrections.ts';
import { createImportStore } from '../../../renderer/features/import-standard/import-store.ts';
import { pageSize } from '../../../renderer/features/import-standard/source-pages.ts';
import { draft, problem, sourceRow } from './draft-fixture.ts';

const file = { token: '00000000-0000-4000-8000-0000000000ff', name: '标准.xlsx' };
const refused = (code: string) => new CallError({ code, message: '读不出来', details: [] });
const read = draft();

const open = vi.fn(async (_input: unknown): Promise<StandardDraft> => read);
const correct = vi.fn(async (_input: unknown): Promise<StandardDraft> => ({
  ...read,
  problems: [problem('error', undefined)],
}));
const rows = vi.fn(async ({ from, count }: { readonly from: number; readonly count: number }) =>
  Array.from({ length: Math.min(count, 450 - from) }, (_none, at) => sourceRow(from + at + 1, '字')),
);
const close = vi.fn(async () => undefined);
const cancel = vi.fn(async (_input: unknown): Promise<void> => undefined);
const fail = vi.fn();

const create = () =>
  createImportStore({
    api: {
      'draft.open': open,
      'draft.correct': correct,
      'draft.rows': rows,
      'draft.close': close,
      'job.cancel': cancel,
    },
    watchJob: () => () => undefined,
    fail,
  });
async function opened() {
  const store = create();
  await store.getState().open(file, () => undefined);
  return store;
}
const role = withRole({}, '0', 1, 'code');
const settle = () => vi.advanceTimersByTimeAsync(1000);

beforeEach(() => {
  vi.clearAllMocks();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test('读到的文件；读之前先说读到了什么', async () => {
  const store = create();
  const told = vi.fn(() => expect(store.getState().phase.kind).toBe('reading'));
  await store.getState().open(file, told);
  expect(told).toHaveBeenCalledWith(read);
  expect(store.getState().phase).toEqual({ kind: 'read', draft: read });
});

test('读不了：原话和文件名都在；取消：回到开头', async () => {
  open.mockRejectedValueOnce(refused('file/unreadable'));
  const store = await opened();
  expect(store.getState().phase).toEqual({
    kind: 'refused',
    fileName: '标准.xlsx',
    error: { code: 'file/unreadable', message: '读不出来', details: [] },
  });
  open.mockRejectedValueOnce(refused('job/cancelled'));
  await store.getState().open(file, () => undefined);
  expect(store.getState().phase).toEqual({ kind: 'empty' });
});

test('先读的文件晚到：不顶掉后读的，并且关掉', async () => {
  let arrive: (late: StandardDraft) => void = () => undefined;
  open.mockReturnValueOnce(new Promise<StandardDraft>((done) => (arrive = done)));
  const store = create();
  const first = store.getState().open(file, () => undefined);
  await store.getState().open(file, () => undefined);
  arrive({ ...read, draftId: '00000000-0000-4000-8000-00000000000e' });
  await first;
  expect(store.getState().phase).toEqual({ kind: 'read', draft: read });
  expect(cancel).toHaveBeenCalledOnce();
  expect(close).toHaveBeenCalledExactlyOnceWith({ draftId: '00000000-0000-4000-8000-00000000000e' });
});

test('接连几处改正一起识别一次，识别完之前说明还没有跟上', async () => {
  const store = await opened();
  store.getState().correct(role);
  store.getState().correct(withRole(role, '0', 2, 'title'));
  expect(store.getState().isBehind).toBe(true);
  expect(correct).not.toHaveBeenCalled();
  await settle();
  expect(correct).toHaveBeenCalledOnce();
  expect(correct.mock.calls[0]?.[0]).toMatchObject({
    corrections: { tables: { 0: { roles: { 1: 'code', 2: 'title' } } } },
  });
  expect(store.getState()).toMatchObject({ isBehind: false, phase: { draft: { problems: [{ severity: 'error' }] } } });
});

test('识别的时候又改：等它完了再识别一次，只用最后的答案', async () => {
  let arrive: (draft: StandardDraft) => void = () => undefined;
  correct.mockReturnValueOnce(new Promise<StandardDraft>((done) => (arrive = done)));
  const store = await opened();
  store.getState().correct(role);
  await settle();
  store.getState().correct(withRole(role, '0', 2, 'title'));
  await settle();
  expect(correct).toHaveBeenCalledOnce();
  arrive({ ...read, fileName: '旧答案' });
  await settle();
  expect(correct).toHaveBeenCalledTimes(2);
  expect(store.getState()).toMatchObject({ isBehind: false, phase: { draft: { fileName: '标准.xlsx' } } });
});

test('识别的时候换了文件：旧文件的答案不顶掉新文件', async () => {
  let arrive: (draft: StandardDraft) => void = () => undefined;
  correct.mockReturnValueOnce(new Promise<StandardDraft>((done) => (arrive = done)));
  const store = await opened();
  store.getState().correct(role);
  await settle();
  const other = { ...read, draftId: '00000000-0000-4000-8000-00000000000d', fileName: '另一个.xlsx' };
  open.mockResolvedValueOnce(other);
  await store.getState().open(file, () => undefined);
  arrive({ ...read, fileName: '旧答案' });
  await settle();
  expect(store.getState()).toMatchObject({ phase: { draft: { fileName: '另一个.xlsx' } }, history: { past: [] } });
});

test('撤销、重做都重新识别；没有可撤销的什么也不做', async () => {
  const store = await opened();
  store.getState().undo();
  await settle();
  expect(correct).not.toHaveBeenCalled();
  store.getState().correct(role);
  await settle();
  store.getState().undo();
  await settle();
  expect(correct.mock.lastCall?.[0]).toMatchObject({ corrections: {} });
  store.getState().redo();
  await settle();
  expect(correct.mock.lastCall?.[0]).toMatchObject({ corrections: role });
});

test('识别太久：取消就是撤回这一处，回到先前的识别结果', async () => {
  const store = await opened();
  let stop: (cause: Error) => void = () => undefined;
  correct.mockReturnValueOnce(new Promise<StandardDraft>((_done, reject) => (stop = reject)));
  store.getState().correct(role);
  await settle();
  cancel.mockImplementationOnce(async () => stop(refused('job/cancelled')));
  store.getState().giveUp();
  await settle();
  expect(correct).toHaveBeenCalledTimes(2);
  expect(correct.mock.lastCall?.[0]).toMatchObject({ corrections: {} });
  expect(store.getState()).toMatchObject({ isBehind: false, refusal: undefined, history: { present: {} } });
});

test('改正被拒：说明原因，识别结果留着，可以再试', async () => {
  const store = await opened();
  correct.mockRejectedValueOnce(refused('draft/closed'));
  store.getState().correct(role);
  await settle();
  expect(store.getState()).toMatchObject({
    isBehind: false,
    refusal: { code: 'draft/closed' },
    phase: { draft: read },
  });
  store.getState().again();
  await settle();
  expect(store.getState().refusal).toBeUndefined();
});

test('原表一页只取一次，离得再远也找得到行', async () => {
  const store = await opened();
  store.getState().need(0, 0, 10);
  store.getState().need(0, 5, 15);
  await settle();
  expect(rows).toHaveBeenCalledOnce();
  expect(await store.getState().locate(0, 449)).toBe(448);
  expect((await store.getState().rowAt(0, pageSize))?.row).toBe(pageSize + 1);
  expect(store.getState().pages.size).toBe(3);
});

test('取不到行时说明，不假装有；下次再取', async () => {
  const store = await opened();
  rows.mockRejectedValueOnce(refused('draft/closed'));
  store.getState().need(0, 0, 10);
  await settle();
  expect(fail).toHaveBeenCalledOnce();
  expect(store.getState().pages.size).toBe(0);
  store.getState().need(0, 0, 10);
  await settle();
  expect(store.getState().pages.size).toBe(1);
});

test('离开时关掉文件，交给编辑器的不关', async () => {
  const store = await opened();
  store.getState().close(true);
  expect(store.getState().phase).toEqual({ kind: 'empty' });
  expect(close).not.toHaveBeenCalled();
  const other = await opened();
  other.getState().correct(role);
  other.getState().close();
  await settle();
  expect(close).toHaveBeenCalledExactlyOnceWith({ draftId: read.draftId });
  expect(correct).not.toHaveBeenCalled();
});
