import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createStandardLibrary } from '../../../electron/backend/standard/standard-library.ts';
import { repoRoot, startBackend, temporaryFolder } from '../../support/backend.ts';

const builtIn = path.join(repoRoot, 'resources/standards/jcx-township-2022.yaml');
let folder = '';

beforeEach(() => {
  folder = temporaryFolder();
  copyFileSync(builtIn, path.join(folder, 'jcx-township-2022.yaml'));
});

test('a broken pack is reported and does not hide the others', async () => {
  writeFileSync(path.join(folder, 'broken.yaml'), 'id: broken\n');
  writeFileSync(path.join(folder, 'gbk.yaml'), Buffer.from([0xb1, 0xea, 0xd7, 0xbc]));
  const library = createStandardLibrary(folder);
  const { summaries, problems } = await library.list();
  expect(summaries.map(({ id, clauses }) => [id, clauses])).toEqual([['jcx-township-2022', { graded: 109 }]]);
  expect(problems).toContain('broken.yaml：title 缺少');
  expect(problems).toContain('gbk.yaml：不是 UTF-8 编码');
  await expect(library.read('broken')).rejects.toThrow(expect.objectContaining({ code: 'standard/pack-invalid' }));
});

test('one pack is read alone, once, with the hash of its bytes', () => {
  writeFileSync(path.join(folder, 'broken.yaml'), 'id: broken\n');
  const library = createStandardLibrary(folder);
  const { standard, sha256 } = library.get('jcx-township-2022');
  expect(sha256).toBe(createHash('sha256').update(readFileSync(builtIn)).digest('hex'));
  expect(standard.id).toBe(`jcx-township-2022@${sha256.slice(0, 12)}`);
  expect(library.get('jcx-township-2022').standard).toBe(standard);
});

test.each(['missing', '../standards/jcx-township-2022', '', 'a/b', 'JCX-township-2022'])('no pack %j', async (id) => {
  const library = createStandardLibrary(folder);
  const refusal = expect.objectContaining({ code: 'standard/not-found' });
  expect(() => library.get(id)).toThrow(refusal);
  await expect(library.read(id)).rejects.toThrow(refusal);
});

test('making a library reads nothing', () => {
  expect(() => createStandardLibrary(path.join(folder, 'missing'))).not.toThrow();
});

test('a standard in whole is the one a round is made of, with its summary and its background', async () => {
  const library = createStandardLibrary(path.join(repoRoot, 'resources/standards'));
  const { summary, standard, reference } = await library.read('jcx-township-2022');
  expect(standard).toEqual(JSON.parse(JSON.stringify(library.get('jcx-township-2022').standard)));
  expect(reference).toEqual(library.get('jcx-township-2022').pack.reference);
  expect(summary).toMatchObject({ id: 'jcx-township-2022', clauses: { graded: 109 } });
  expect(summary.issuer).toBe(library.get('jcx-township-2022').pack.issuer);
  expect((await library.read('sanitary-town-2021')).summary.totalPoints).toBe(1000);
});

test('the calls: list with progress while the index is made, read, search, and their refusals', async () => {
  const backend = startBackend(temporaryFolder(), { hasIndex: false });
  const jobId = '7b7f1b3e-6f0b-4c57-9a53-0f6f7c3b2a11';
  let answeredMeanwhile = 0;
  const listing = backend.ask('standard.list', { jobId });
  for (let turn = 0; turn < 20; turn++) {
    await backend.ask('workspace.state', {});
    answeredMeanwhile = turn + 1;
  }
  expect(backend.events.at(-1)).not.toMatchObject({ done: 55, total: 55 }); // the others did not have to wait for it
  expect(answeredMeanwhile).toBe(20);
  expect(await listing).toHaveLength(55);
  expect(backend.events.at(-1)).toEqual({ kind: 'job', jobId, label: '正在整理标准库', done: 55, total: 55 });

  const { hits, more } = await backend.ask('standard.search', { text: '院感' });
  expect(hits.length).toBeGreaterThan(20);
  expect(more).toBe(false);
  expect((await backend.ask('standard.read', { packId: hits[0]!.packId })).summary.id).toBe(hits[0]!.packId);
  expect(await backend.refusal('standard.read', { packId: 'missing' })).toMatchObject({ code: 'standard/not-found' });
  expect(backend.bugs).toEqual([]);
  expect(await backend.refusal('standard.search', { text: 'x'.repeat(201) })).toMatchObject({ code: 'app/bad-call' });
});
