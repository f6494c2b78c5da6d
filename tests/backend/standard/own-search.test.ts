import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test } from 'vitest';
import { createWorkspace, startBackend, startRound, temporaryFolder, type TestBackend } from '../../support/backend.ts';
import { oneSheet } from '../standard-import/make-xlsx.ts';

let folder: string;
let backend: TestBackend;
beforeEach(() => {
  folder = temporaryFolder();
  backend = startBackend(folder);
});

/** Imports a standard of one chapter and two clauses, the second with this title and point. */
async function adopt(id: string, title: string, point: string): Promise<void> {
  const file = path.join(folder, `${id}.xlsx`);
  const rows = [
    ['县域蓝鲸计划评审细则（2026版）', '', ''],
    ['编号', '条款名称', '要点'],
    ['第一章 琉璃工程', '', ''],
    ['1.1', '患者身份识别', '至少两种方法。'],
    ['1.2', title, point],
  ];
  writeFileSync(file, await oneSheet(rows));
  const { draftId } = await backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() });
  await backend.ask('draft.adopt', { draftId, id });
}
const search = (text: string) => backend.ask('standard.search', { text });
const found = async (text: string) => (await search(text)).hits.map(({ packId, code }) => `${packId} ${code}`);

test('an imported standard is found by words, initials, other names, chapter and its own title', async () => {
  await createWorkspace(backend, folder);
  expect(await found('鲸落')).toEqual([]);
  await adopt('county-2026', '鲸落处置流程', '鹦鹉螺登记齐全。');
  expect(await found('鲸落')).toEqual(['county-2026 1.2']);
  expect(await found('螺登')).toEqual(['county-2026 1.2']);
  expect(await found('jlczlc')).toEqual(['county-2026 1.2']);
  expect(await found('琉璃')).toEqual(['county-2026 1.1', 'county-2026 1.2']);
  expect((await search('蓝鲸')).standards).toEqual(['county-2026']);
  expect((await search('螺登')).hits[0]?.excerpt).toContain('鹦鹉螺登记齐全');
});

test('other names for a word find own clauses as well', async () => {
  await createWorkspace(backend, folder);
  await adopt('county-2026', '院感鲸落', '每日登记。');
  expect(await found('感控')).toContain('county-2026 1.2');
});

test('own standards go before the built-in ones, and these stay as they are without a workspace', async () => {
  const builtIn = (await search('患者身份')).hits;
  await startRound(backend, folder);
  const ranked = (await search('患者身份')).hits;
  await adopt('county-2026', '鲸落', '无。');
  const [first, ...rest] = (await search('患者身份')).hits;
  expect(first).toMatchObject({ packId: 'county-2026', code: '1.1', title: '患者身份识别' });
  expect(rest).toEqual(ranked);
  expect(rest.length).toBeGreaterThan(0);
  await backend.ask('workspace.close', {});
  expect((await search('患者身份')).hits).toEqual(builtIn);
});

test('of a new revision the new words are found, and those of the one before no more', async () => {
  await createWorkspace(backend, folder);
  await adopt('county-2026', '鲸落处置', '登记。');
  expect(await found('鲸落')).toEqual(['county-2026 1.2']);
  await adopt('county-2026', '麋鹿处置流程', '登记。');
  expect(await found('鲸落')).toEqual([]);
  expect(await found('麋鹿')).toEqual(['county-2026 1.2']);
  expect(await found('mlczlc')).toEqual(['county-2026 1.2']);
});

test('what one workspace has is not found in another', async () => {
  await createWorkspace(backend, folder);
  await adopt('county-2026', '鲸落处置', '登记。');
  expect(await found('鲸落')).toHaveLength(1);
  await createWorkspace(backend, path.join(folder, '另一处'));
  expect(await found('鲸落')).toEqual([]);
});
