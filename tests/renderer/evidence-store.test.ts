import { expect, test, vi } from 'vitest';
import { CallError } from '../../renderer/app/call-error.ts';
import { createRoundStore } from '../../renderer/app/round-store.ts';
import { createEvidenceStore, type EvidenceDeps } from '../../renderer/features/evidence/evidence-store.ts';
import { faultyFileOf } from '../../renderer/features/evidence/file-faults.ts';
import type { JobProgress } from '../../shared/contract/contract.ts';
import type { AttachResult } from '../../shared/contract/evidence.ts';
import type { Evidence } from '../../shared/domain/evidence/evidence.ts';
import type { EvidenceFileId } from '../../shared/domain/id.ts';
import type { AppError } from '../../shared/errors/app-error.ts';
import { evidenceFileChanged, evidenceFileMissing, filesRefused } from '../../shared/errors/messages.ts';
import { bareEvidence } from '../support/evidence.ts';
import { change, clauseId, roundApi, roundId } from './fixture.ts';

const unexpected = () => Promise.reject(new Error('not expected'));
const here = clauseId('1.1.1');
const fileId = 'f1' as EvidenceFileId;
const refusedWith = (error: AppError) => () => {
  const { code, message, details } = error;
  return Promise.reject(new CallError({ code, message, details }));
};
const evidenceWith = (id: EvidenceFileId): Evidence => ({
  ...bareEvidence('e1'),
  files: [{ id, name: '制度.pdf', extension: 'pdf', bytes: 1, preview: 'pdf' }],
});
const result = (more: Partial<AttachResult> = {}): AttachResult => ({
  change: change(),
  added: [],
  remarks: [],
  ...more,
});

async function setUp(calls: Partial<EvidenceDeps['api']> = {}, undo = async () => change()) {
  const round = createRoundStore(roundApi({ 'assessment.undo': undo }), vi.fn());
  await round.getState().load(roundId);
  const notify = vi.fn<EvidenceDeps['notify']>();
  const retract = vi.fn<EvidenceDeps['retract']>();
  const fail = vi.fn();
  let tell: (progress: JobProgress) => void = () => undefined;
  const grants = ['甲.txt', '乙.pdf', '丙.pdf'].map((name) => ({ token: name, name }));
  const store = createEvidenceStore({
    api: {
      'evidence.attach': unexpected,
      'evidence.paste': unexpected,
      'evidence.remove': unexpected,
      'evidence.reuse': unexpected,
      'evidence.describe': unexpected,
      'evidence.check': unexpected,
      'evidence.restore': unexpected,
      'job.cancel': unexpected,
      ...calls,
    },
    bridge: {
      grantFiles: unexpected,
      pickEvidence: async () => grants,
      openEvidence: async () => {
        const { code, message, details } = evidenceFileMissing('制度');
        return { ok: false, error: { code, message, details } };
      },
    },
    watchJob: (_jobId, listener) => {
      tell = listener;
      return () => undefined;
    },
    round,
    notify,
    retract,
    fail,
  });
  const told = (total: number) => tell({ kind: 'job', jobId: 'j', label: '', done: 0, total });
  return { store, round, notify, retract, fail, told };
}

test('移除后的“撤销”：轮次一往前走就收回，点晚了也不多撤一步', async () => {
  const undo = vi.fn(async () => change());
  const { store, round, notify, retract } = await setUp({ 'evidence.remove': async () => change() }, undo);
  await store.getState().remove(here, bareEvidence('制度'));
  const [text, more] = notify.mock.calls[0] ?? [];
  expect(text).toContain('制度');
  expect(retract).not.toHaveBeenCalled();
  await round.getState().undo();
  expect(undo).toHaveBeenCalledTimes(1);
  expect(retract).toHaveBeenCalledExactlyOnceWith(text);
  more?.action?.run();
  expect(undo).toHaveBeenCalledTimes(1);
  expect(notify).toHaveBeenCalledTimes(1);
});

test('移除后立刻点“撤销”：撤销这一步', async () => {
  const undo = vi.fn(async () => change());
  const { store, notify } = await setUp({ 'evidence.remove': async () => change() }, undo);
  await store.getState().remove(here, bareEvidence('制度'));
  notify.mock.calls[0]?.[1]?.action?.run();
  await vi.waitFor(() => expect(undo).toHaveBeenCalledTimes(1));
});

test('什么也没有添加时，不说已添加', async () => {
  const remarks = ['“甲.txt”已经在本条款里，没有重复添加。'];
  const { store, notify } = await setUp({ 'evidence.attach': async () => result({ remarks }) });
  await store.getState().pick(here, 'files');
  expect(notify).toHaveBeenCalledExactlyOnceWith('没有添加：', { details: remarks });
});

test('有的不能添加：点名，并且可以只加其余的', async () => {
  const refuse = refusedWith(filesRefused(5, ['“乙.pdf”找不到了', '“丙.pdf”找不到了']));
  const attach = vi.fn<EvidenceDeps['api']['evidence.attach']>(async (input) => {
    told(5);
    return input.skipRefused ? result({ added: [bareEvidence('e1')] }) : refuse();
  });
  const { store, notify, fail, told } = await setUp({ 'evidence.attach': attach });
  await store.getState().pick(here, 'folder');
  const [text, more] = notify.mock.calls[0] ?? [];
  expect(text).toContain('其余 3 个也没有添加');
  expect(more?.details).toHaveLength(2);
  expect(more?.action?.label).toBe('只加其余的 3 个');
  more?.action?.run();
  await vi.waitFor(() => expect(attach).toHaveBeenCalledTimes(2));
  expect(attach.mock.lastCall?.[0]).toMatchObject({ files: ['甲.txt', '乙.pdf', '丙.pdf'], skipRefused: true });
  expect(fail).not.toHaveBeenCalled();
});

test('核对出来的毛病记得住，好了就不再记', async () => {
  let answer: () => Promise<void> = refusedWith(evidenceFileChanged('制度'));
  const { store } = await setUp({ 'evidence.check': () => answer() });
  expect(await store.getState().check(fileId)).toBe('changed');
  expect(faultyFileOf(evidenceWith(fileId), store.getState().faults)).toEqual({ fileId, fault: 'changed' });
  answer = async () => undefined;
  expect(await store.getState().check(fileId)).toBeUndefined();
  expect(faultyFileOf(evidenceWith(fileId), store.getState().faults)).toBeUndefined();
});

test('用系统程序打开时发现文件不见了，也记下来', async () => {
  const { store, notify } = await setUp();
  await store.getState().openWithSystem(fileId);
  expect(store.getState().faults.get(fileId)).toBe('missing');
  expect(notify.mock.calls[0]?.[0]).toContain('文件已不在工作区里');
});

test('放回原文件，或者重新添加同样的内容，记号就去掉', async () => {
  const restore = vi.fn(async () => undefined);
  const attach = async () => result({ added: [bareEvidence('e1')] });
  const { store } = await setUp({
    'evidence.restore': restore,
    'evidence.check': async () => undefined,
    'evidence.attach': attach,
  });
  store.getState().learnFault(fileId, 'missing');
  expect(await store.getState().restore(fileId)).toBe(true);
  expect(restore).toHaveBeenCalledWith({ fileId, file: '甲.txt' });
  expect(store.getState().faults.size).toBe(0);
  store.getState().learnFault(fileId, 'missing');
  await store.getState().pick(here, 'files');
  expect(store.getState().faults.size).toBe(0);
});
