import { cpSync, readdirSync, readFileSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../electron/backend/db/migrations/index.ts';
import { latestVersion } from '../../../electron/backend/db/migrate.ts';
import { createWorkspace, openWorkspace } from '../../../electron/backend/workspace/open-workspace.ts';
import { startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';
import { mountTinyDisk, remountReadOnly } from '../../support/tiny-disk.ts';

const now = new Date(2026, 10, 21, 9, 0);

/** A workspace with a round, closed. */
async function closedWorkspace(folder = temporaryFolder()) {
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  backend.close();
  const workspace = workspaceFolderOf(folder);
  return { folder, workspace, roundId, clauseId: clause('1.1.1').id };
}

/** Opens it, reads its verdict, and tries to write. */
async function lookAndWrite(workspace: string, { roundId, clauseId }: Awaited<ReturnType<typeof closedWorkspace>>) {
  const backend = startBackend(temporaryFolder());
  const state = await backend.ask('workspace.open', { folder: backend.grant(workspace) });
  const { unscored } = await backend.ask('round.verdict', { roundId });
  const reply = await backend.call('assessment.note', { roundId, clauseId, note: '改' });
  backend.close();
  return { because: state.workspace?.readOnlyBecause, unscored, refused: reply.ok ? undefined : reply.error };
}

function fill(folder: string): string {
  const filler = path.join(folder, 'filler');
  for (const size of [1_000_000, 10_000, 512]) {
    try {
      for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
    } catch {
      // full to within `size`
    }
  }
  return filler;
}

function contents(folder: string): ReadonlyMap<string, string> {
  const names = ['dabiao.db', 'workspace.json', ...readdirSync(path.join(folder, 'backups'))];
  return new Map(names.map((name) => [name, readFileSync(path.join(folder, name), 'latin1')]));
}

test.each([
  ['workspace.json 的格式版本', '格式版本 99'],
  ['数据库的数据版本', '数据版本 99'],
])('%s更新：只读打开，说要哪一版，不提权限，什么也不写', async (where, words) => {
  const closed = await closedWorkspace();
  const { workspace } = closed;
  if (words.startsWith('格式')) {
    const file = path.join(workspace, 'workspace.json');
    writeFileSync(file, readFileSync(file, 'utf8').replace('"formatVersion": 1', '"formatVersion": 99'));
  } else {
    const newer = new Database(path.join(workspace, 'dabiao.db'));
    newer.pragma('user_version = 99');
    newer.close();
  }
  const before = contents(workspace);
  const { because, unscored, refused } = await lookAndWrite(workspace, closed);
  expect(because, where).toContain(words);
  expect(unscored).toBe(109);
  expect(refused).toMatchObject({ code: 'workspace/read-only', message: expect.stringContaining(words) as string });
  expect(refused?.message).not.toContain('权限');
  expect(contents(workspace)).toEqual(before);
});

test('格式更新、数据却是旧版的工作区：不升级，读得出', async () => {
  const folder = path.join(temporaryFolder(), 'w');
  const opener = { program: '测试' };
  (await createWorkspace(folder, '某某镇卫生院', '乡镇卫生院', now, opener)).close();
  const file = path.join(folder, 'workspace.json');
  writeFileSync(file, readFileSync(file, 'utf8').replace('"formatVersion": 1', '"formatVersion": 2'));
  const before = contents(folder);
  const next = { version: latestVersion(migrations) + 1, up: (): void => undefined };
  const opened = openWorkspace(folder, now, { ...opener, migrations: [...migrations, next] });
  expect(opened.info).toMatchObject({ institution: '某某镇卫生院' });
  expect(opened.info.readOnlyBecause).toContain('格式版本 2');
  expect(opened.db.pragma('user_version', { simple: true })).toBe(next.version);
  opened.close();
  expect(contents(folder)).toEqual(before);
});

test('只读磁盘：拒绝时说磁盘只读，不提新版本', async (context) => {
  const closed = await closedWorkspace();
  const disk = mountTinyDisk(8000);
  if (!disk) return context.skip();
  onTestFinished(() => disk.unmount());
  const copy = path.join(disk.folder, 'w');
  cpSync(closed.workspace, copy, { recursive: true });
  remountReadOnly(disk.folder);
  const { because, refused } = await lookAndWrite(copy, closed);
  expect(because).toContain('磁盘是只读的');
  expect(refused).toMatchObject({ code: 'workspace/read-only' });
  expect(refused?.message).toContain('磁盘是只读的');
  expect(refused?.message).not.toContain('版本');
});

test('磁盘已满：只读打开并说明，结论看得到；腾出空间后能写', async (context) => {
  const closed = await closedWorkspace();
  const disk = mountTinyDisk(8000);
  if (!disk) return context.skip();
  onTestFinished(() => disk.unmount());
  const copy = path.join(disk.folder, 'w');
  cpSync(closed.workspace, copy, { recursive: true });
  const filler = fill(disk.folder);
  const { because, unscored, refused } = await lookAndWrite(copy, closed);
  expect(because).toContain('磁盘已满');
  expect(unscored).toBe(109);
  expect(refused?.message).toContain('磁盘已满');
  truncateSync(filler, 0);
  expect(await lookAndWrite(copy, closed)).toMatchObject({ because: undefined, refused: undefined });
});

test('要升级却没有空间备份：只读打开，不留半个备份，原样不动', async (context) => {
  const { workspace } = await closedWorkspace();
  const disk = mountTinyDisk(8000);
  if (!disk) return context.skip();
  onTestFinished(() => disk.unmount());
  const copy = path.join(disk.folder, 'w');
  cpSync(workspace, copy, { recursive: true });
  const filler = fill(disk.folder);
  truncateSync(filler, statSync(filler).size - 200_000); // enough for SQLite's own files, not for a backup
  const next = { version: latestVersion(migrations) + 1, up: (): void => undefined };
  const opened = openWorkspace(copy, now, { program: '测试', migrations: [...migrations, next] });
  expect(opened.info.readOnlyBecause).toContain('磁盘已满');
  opened.close();
  expect(readdirSync(path.join(copy, 'backups'))).toEqual([]);
  const db = new Database(path.join(copy, 'dabiao.db'), { readonly: true });
  expect(db.pragma('user_version', { simple: true })).toBe(next.version - 1);
  db.close();
});
