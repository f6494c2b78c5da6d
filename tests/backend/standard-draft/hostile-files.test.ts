import { createHash, randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import type { StandardDraft } from '../../../shared/contract/standard-draft.ts';
import { createWorkspace, startBackend, temporaryFolder } from '../../support/backend.ts';
import { hostile } from '../standard-import/hostile.ts';
import { threads } from './threads.ts';

/** Every file of a folder with what is in it. */
const contentsOf = (folder: string): Readonly<Record<string, string>> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => statSync(path.join(folder, name)).isFile())
      .map((name) => [
        name,
        createHash('sha256')
          .update(readFileSync(path.join(folder, name)))
          .digest('hex'),
      ]),
  );

/** Those that cost most, and one in eight of the others: a thread for each of all costs a minute. */
const chosen = hostile.filter(({ isHeavy }, at) => isHeavy || at % 8 === 0);

test.each(chosen)('$name', async ({ name, make, refused, clauses, isHeavy }) => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await createWorkspace(backend, folder);
  const file = path.join(folder, name);
  writeFileSync(file, await make());
  const before = contentsOf(folder);

  let isOpen = false;
  const opening = backend
    .call('draft.open', { file: backend.grant(file), jobId: randomUUID() })
    .finally(() => (isOpen = true));
  const { workspace } = await backend.ask('workspace.state', {});
  expect(workspace?.institution).toBe('某某镇卫生院');
  expect(isOpen).toBe(false);
  if (isHeavy) {
    await vi.waitFor(() => expect(threads()).toBe(1), { interval: 5 });
    await backend.ask('workspace.state', {});
  }

  const reply = await opening;
  if (refused === undefined) {
    if (!reply.ok) throw new Error(reply.error.message);
    const { draftId, pack, problems } = reply.value as StandardDraft;
    const found = pack?.chapters.flatMap(({ sections }) => sections.flatMap((section) => section.clauses)) ?? [];
    expect(found).toHaveLength(clauses ?? 0);
    for (const { message } of problems) expect(message).toMatch(/\p{Script=Han}/u);
    await backend.ask('draft.rows', { draftId, table: 0, from: 0, count: 500 });
    expect(threads()).toBe(1);
    await backend.ask('draft.close', { draftId });
  } else {
    if (reply.ok) throw new Error('not refused');
    expect(reply.error.message).toContain(refused);
    expect(reply.error.message).toContain(name);
  }
  expect(threads()).toBe(0);
  expect(backend.bugs).toEqual([]);
  expect(contentsOf(folder)).toEqual(before);
});

test('a backend that ends leaves no thread behind, whether the file is read or still being read', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const file = path.join(folder, '细则.csv');
  writeFileSync(file, '编号,条款名称,要点\n1.1,甲,乙\n');
  await backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() });
  expect(threads()).toBe(1);
  backend.close();
  await vi.waitFor(() => expect(threads()).toBe(0));

  const second = startBackend(path.join(folder, 'second'));
  const opening = second.refusal('draft.open', { file: second.grant(file), jobId: randomUUID() });
  await vi.waitFor(() => expect(threads()).toBe(1), { interval: 5 });
  second.close();
  expect((await opening).code).toMatch(/^(?:job\/cancelled|draft\/closed)$/u);
  await vi.waitFor(() => expect(threads()).toBe(0));
});
