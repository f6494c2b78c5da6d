import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  allMet,
  repoRoot,
  startBackend,
  startRound,
  temporaryFolder,
  workspaceFolderOf,
} from '../../support/backend.ts';
import { mountTinyDisk, remountReadOnly } from '../../support/tiny-disk.ts';

const create = (backend: ReturnType<typeof startBackend>, folder: string) => ({
  folder: backend.grant(folder),
  institution: '某某镇卫生院',
  type: '乡镇卫生院' as const,
});

async function closedWorkspace() {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  await backend.ask('assessment.mark', { roundId, clauseId: clause('1.1.1').id, marks: allMet(clause('1.1.1')) });
  backend.close();
  const workspace = workspaceFolderOf(folder);
  return { folder, workspace, database: path.join(workspace, 'dabiao.db'), roundId };
}

describe('新建', () => {
  test('工作区是一个文件夹：数据库、佐证、备份、workspace.json；WAL 且 synchronous=FULL', async () => {
    const { workspace, database } = await closedWorkspace();
    expect(readdirSync(workspace)).toEqual(
      expect.arrayContaining(['dabiao.db', 'evidence', 'backups', 'workspace.json']),
    );
    const { openDatabase } = await import('../../../electron/backend/db/open-database.ts');
    const db = openDatabase(database);
    expect(db.pragma('journal_mode', { simple: true })).toBe('wal');
    expect(db.pragma('synchronous', { simple: true })).toBe(2);
    expect(db.pragma('foreign_keys', { simple: true })).toBe(1);
    const strict = db
      .prepare(
        "SELECT count(*) FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%' AND name NOT LIKE '%_search%'",
      )
      .pluck();
    expect(strict.get()).toBe(0);
    db.close();
  });

  test('文件夹不空：拒绝，里面的东西原样', async () => {
    const folder = temporaryFolder();
    const target = path.join(folder, '有东西');
    mkdirSync(target);
    writeFileSync(path.join(target, '通知.docx'), '内容');
    const backend = startBackend(folder);
    expect(await backend.refusal('workspace.create', create(backend, target))).toMatchObject({
      code: 'workspace/folder-not-empty',
      message: expect.stringContaining('有东西') as string,
    });
    expect(readdirSync(target)).toEqual(['通知.docx']);
  });

  test('上级是文件、不能写入：拒绝，不留残余', async () => {
    const folder = temporaryFolder();
    writeFileSync(path.join(folder, '文件'), '');
    const backend = startBackend(folder);
    expect(await backend.refusal('workspace.create', create(backend, path.join(folder, '文件/工作区')))).toMatchObject({
      code: 'workspace/folder-not-writable',
    });
  });

  test('只读磁盘：拒绝并说明，没有留下东西', async (context) => {
    const disk = mountTinyDisk(1000);
    if (!disk) return context.skip();
    onTestFinished(() => disk.unmount());
    remountReadOnly(disk.folder);
    const backend = startBackend(temporaryFolder());
    expect(await backend.refusal('workspace.create', create(backend, path.join(disk.folder, '工作区')))).toMatchObject({
      code: 'workspace/folder-not-writable',
    });
    expect(readdirSync(disk.folder)).toEqual([]);
  });

  test('磁盘满：拒绝并清理', async (context) => {
    const disk = mountTinyDisk(100);
    if (!disk) return context.skip();
    onTestFinished(() => disk.unmount());
    const backend = startBackend(temporaryFolder());
    const target = path.join(disk.folder, '工作区');
    expect(await backend.refusal('workspace.create', create(backend, target))).toMatchObject({ code: 'disk/full' });
    expect(existsSync(target)).toBe(false);
  });
});

describe('打开', () => {
  test('不是工作区的文件夹', async () => {
    const folder = temporaryFolder();
    const backend = startBackend(folder);
    expect(await backend.refusal('workspace.open', { folder: backend.grant(folder) })).toMatchObject({
      code: 'workspace/not-a-workspace',
    });
  });

  test('另一个进程正在使用：说出是谁；它被强行结束后就能打开', async () => {
    const { workspace, folder } = await closedWorkspace();
    const { spawn } = await import('node:child_process');
    const script = `
      import { openWorkspace } from ${JSON.stringify(path.join(repoRoot, 'electron/backend/workspace/open-workspace.ts'))};
      const held = openWorkspace(${JSON.stringify(workspace)}, new Date(), { program: '达标窗口' });
      console.log('open'); setInterval(() => held.folder, 1000); // what nothing refers to is closed when memory is tidied`;
    const holder = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void holder.kill('SIGKILL'));
    await new Promise((resolve) => holder.stdout.once('data', resolve));

    const backend = startBackend(folder);
    expect(await backend.refusal('workspace.open', { folder: backend.grant(workspace) })).toMatchObject({
      code: 'workspace/in-use',
      message: expect.stringContaining(`达标窗口`) as string,
    });
    holder.kill('SIGKILL');
    await new Promise((resolve) => holder.once('exit', resolve));
    const state = await backend.ask('workspace.open', { folder: backend.grant(workspace) });
    expect(state.workspace?.institution).toBe('某某镇卫生院');
  });

  test('更新版本写的工作区：只读打开并说明，评分被拒绝，文件一个字节不变', async () => {
    const { workspace, database, folder, roundId } = await closedWorkspace();
    const newer = new Database(database);
    newer.pragma('user_version = 99');
    newer.close();
    const before = readFileSync(database);
    const backend = startBackend(folder);
    const state = await backend.ask('workspace.open', { folder: backend.grant(workspace) });
    expect(state.workspace?.readOnlyBecause).toContain('99');
    const view = await backend.ask('round.open', { roundId });
    expect(view.verdict.rules[0]).toMatchObject({ count: 1 });
    expect(
      await backend.refusal('assessment.note', { roundId, clauseId: view.states[0]!.clauseId, note: '改' }),
    ).toMatchObject({ code: 'workspace/read-only' });
    backend.close();
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  test('放在只读磁盘上的工作区：只读打开', async (context) => {
    const { workspace, folder, roundId } = await closedWorkspace();
    const disk = mountTinyDisk(8000);
    if (!disk) return context.skip();
    onTestFinished(() => disk.unmount());
    cpSync(workspace, path.join(disk.folder, 'w'), { recursive: true });
    remountReadOnly(disk.folder);
    const backend = startBackend(folder);
    const state = await backend.ask('workspace.open', { folder: backend.grant(path.join(disk.folder, 'w')) });
    expect(state.workspace?.readOnlyBecause).toBeDefined();
    expect((await backend.ask('round.open', { roundId })).verdict.rules[0]).toMatchObject({ count: 1 });
    backend.close();
  });

  test.each([
    ['文件头被改写', (file: string) => writeFileSync(file, Buffer.alloc(100), { flag: 'r+' })],
    ['被截断', (file: string) => truncateSync(file, 20_000)],
    ['变成 0 字节', (file: string) => truncateSync(file, 0)],
    ['变成别的文件', (file: string) => writeFileSync(file, '这不是数据库'.repeat(100))],
  ])('数据库%s：说明损坏，不动原文件', async (_case, damage) => {
    const { workspace, database, folder } = await closedWorkspace();
    damage(database);
    const before = readFileSync(database);
    const backend = startBackend(folder);
    expect(await backend.refusal('workspace.open', { folder: backend.grant(workspace) })).toMatchObject({
      code: 'workspace/database-damaged',
      message: expect.stringContaining('backups') as string,
    });
    expect(readFileSync(database).equals(before)).toBe(true);
  });

  test('最近打开的工作区记得住；文件夹没了会说明', async () => {
    const { workspace, folder } = await closedWorkspace();
    const backend = startBackend(folder);
    const [recent] = (await backend.ask('workspace.state', {})).recent;
    expect(recent?.folder).toBe(workspace);
    execFileSync('mv', [workspace, `${workspace}2`]);
    expect(await backend.refusal('workspace.openRecent', { workspaceId: recent!.id })).toMatchObject({
      code: 'workspace/not-a-workspace',
    });
    execFileSync('mv', [`${workspace}2`, workspace]);
    expect((await backend.ask('workspace.openRecent', { workspaceId: recent!.id })).workspace?.institution).toBe(
      '某某镇卫生院',
    );
  });
});

test('重开后在上次看的那一轮，不是最新的', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  const { standard, target } = await backend.ask('round.open', { roundId });
  const newer = await backend.ask('round.create', { packId: standard.packId, targetId: target.id, title: '第二轮' });
  expect((await backend.ask('workspace.state', {})).lastRound).toBe(newer.id);
  await backend.ask('round.visit', { roundId: newer.id, clauseId: clause('1.1.1').id });
  await backend.ask('round.visit', { roundId, clauseId: clause('1.1.2').id });
  const { lastRound, lastView } = await backend.ask('workspace.state', {});
  expect([lastRound, lastView?.round.id, lastView?.position]).toEqual([roundId, roundId, clause('1.1.2').id]);
});

describe('磁盘满时评分', () => {
  test('拒绝并说明，之前保存的都在，腾出空间后能继续', async (context) => {
    const disk = mountTinyDisk(6000);
    if (!disk) return context.skip();
    onTestFinished(() => disk.unmount());
    const folder = disk.folder;
    const backend = startBackend(folder, { hasIndex: false });
    const { roundId, clause } = await startRound(backend, folder);
    const place = { roundId, clauseId: clause('1.1.1').id };
    await backend.ask('assessment.note', { ...place, note: '保存过的' });
    const filler = path.join(folder, 'filler');
    for (const size of [1_000_000, 10_000, 4096]) {
      try {
        for (;;) writeFileSync(filler, Buffer.alloc(size), { flag: 'a' });
      } catch {
        // full to within `size`
      }
    }
    let refused;
    for (let step = 0; step < 400 && !refused; step++) {
      const reply = await backend.call('assessment.note', { ...place, note: '很长的说明'.repeat(2000) + step });
      if (!reply.ok) refused = reply.error;
    }
    expect(refused).toMatchObject({ code: 'disk/full' });
    const kept = (await backend.ask('round.open', { roundId })).states.find(
      (state) => state.clauseId === place.clauseId,
    )?.note;
    truncateSync(filler, 0);
    await backend.ask('assessment.note', { ...place, note: '又能写了' });
    await backend.ask('assessment.undo', { roundId });
    const back = (await backend.ask('round.open', { roundId })).states.find(
      (state) => state.clauseId === place.clauseId,
    )?.note;
    expect(back).toBe(kept);
  });
});
