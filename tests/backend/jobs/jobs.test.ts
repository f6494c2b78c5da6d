import { expect, test } from 'vitest';
import { createJobs } from '../../../electron/backend/jobs/jobs.ts';

const aborted = async (jobs: ReturnType<typeof createJobs>, jobId: string) =>
  jobs.run(jobId, ({ signal }) => Promise.resolve(signal.aborted));

test('还没开始就取消的工作，一开始就知道已取消；下一次同名的不受影响', async () => {
  const jobs = createJobs(() => undefined);
  jobs.cancel('a');
  expect(await aborted(jobs, 'a')).toBe(true);
  expect(await aborted(jobs, 'a')).toBe(false);
  expect(await aborted(jobs, 'b')).toBe(false);
});

test('只记得最近取消的二十个', async () => {
  const jobs = createJobs(() => undefined);
  for (let id = 0; id <= 20; id++) jobs.cancel(String(id));
  expect(await aborted(jobs, '0')).toBe(false);
  expect(await aborted(jobs, '1')).toBe(true);
});

test('正在做的工作收到取消', async () => {
  const jobs = createJobs(() => undefined);
  const seen = await jobs.run('a', ({ signal }) => {
    jobs.cancel('a');
    return Promise.resolve(signal.aborted);
  });
  expect(seen).toBe(true);
  expect(await aborted(jobs, 'a')).toBe(false);
});
