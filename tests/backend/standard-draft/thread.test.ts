import { randomUUID } from 'node:crypto';
import { afterEach, expect, test } from 'vitest';
import { createGrants } from '../../../electron/backend/grants.ts';
import { createJobs } from '../../../electron/backend/jobs/jobs.ts';
import { openImportSession } from '../../../electron/backend/standard-import/import-session.ts';
import { createDrafts, type Drafts } from '../../../electron/backend/standard-draft/drafts.ts';
import { threads } from './threads.ts';

/** Threads that go wrong on request, which no file that we know brings ours to. */
const moody = new URL(
  `data:text/javascript,${encodeURIComponent(`
import { parentPort } from 'node:worker_threads';
const greed = [];
parentPort.on('message', ({ id, wish }) => {
  const { title = 'as read' } = wish.meta ?? {};
  if (title === 'stuck') for (;;);
  if (title === 'greedy') for (;;) greed.push({ a: [1, 2, 3] });
  if (title === 'gone') process.exit(3);
  if (title === 'slow') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 300);
  parentPort.postMessage({ id, kind: 'done', result: wish.count ? [] : { pack: { title }, problems: [] } });
});`)}`,
);
const idle = () => new AbortController().signal;
const none = () => {
  throw new Error('not asked for');
};

let drafts: Drafts | undefined;
afterEach(() => drafts?.close());

async function start() {
  const grants = createGrants();
  const jobs = createJobs(() => undefined);
  const made = (drafts = createDrafts({
    grants,
    jobs,
    current: none,
    writable: none,
    standards: none,
    now: () => new Date(),
    standardWorker: moody,
  }));
  const file = grants.grant('/文件夹/细则.xlsx');
  const { draftId } = await made.handlers['draft.open']({ file, jobId: randomUUID() });
  return {
    jobs,
    draftId,
    titleOf: () => made.get(draftId).pack?.title,
    rows: async () => made.handlers['draft.rows']({ draftId, table: 0, from: 0, count: 1 }),
    correct: async (title: string, jobId: string = randomUUID()) =>
      made.handlers['draft.correct']({ draftId, corrections: { meta: { title } }, jobId }),
  };
}
const refusal = (code: string, message: string) =>
  expect.objectContaining({ code, message: expect.stringContaining(message) as string }) as Error;
const closed = refusal('draft/closed', '导入的文件已关闭');

test('a cancelled correction is not heard of again, and the draft stays', async () => {
  const draft = await start();
  await draft.correct('kept');
  const jobId = randomUUID();
  const correcting = draft.correct('slow', jobId);
  draft.jobs.cancel(jobId);
  await expect(correcting).rejects.toThrow(refusal('job/cancelled', '已取消'));
  await draft.rows();
  expect(draft.titleOf()).toBe('kept');
  await draft.correct('next');
  expect(draft.titleOf()).toBe('next');
});

test('a correction that takes too long ends the thread, and what waited behind it', async () => {
  const session = openImportSession({ file: '细则.xlsx', workerUrl: moody, timeLimit: 1500 });
  await session.detect({}, idle());
  const stuck = session.detect({ meta: { title: 'stuck' } }, idle());
  const waiting = session.rows({ table: 0, from: 0, count: 1 });
  const tooSlow = refusal('file/unreadable', '用时过长');
  await Promise.all([expect(stuck).rejects.toThrow(tooSlow), expect(waiting).rejects.toThrow(tooSlow)]);
  expect(session.isEnded()).toBe(true);
  await expect(session.detect({}, idle())).rejects.toThrow(closed);
  await session.end();
  expect(threads()).toBe(0);
});

test.each([
  ['needs too much memory', 'greedy', refusal('file/unreadable', '内存不够')],
  ['is gone', 'gone', expect.objectContaining({ message: expect.stringContaining('ended with 3') as string }) as Error],
])('a thread that %s takes the draft with it', async (_what, title, cause) => {
  const draft = await start();
  await expect(draft.correct(title)).rejects.toThrow(cause);
  await expect(draft.rows()).rejects.toThrow(closed);
  expect(draft.titleOf).toThrow(closed);
  await expect(draft.correct('again')).rejects.toThrow(closed);
  expect(threads()).toBe(0);
});
