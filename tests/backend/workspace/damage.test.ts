import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, onTestFinished, test } from 'vitest';
import { createWorkspace, openWorkspace } from '../../../electron/backend/workspace/open-workspace.ts';
import { startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';
import { mountTinyDisk, remountReadOnly } from '../../support/tiny-disk.ts';

const now = new Date(2026, 10, 21, 9, 0);
const opener = { program: '测试' };
let folder: string;
let database: string;
let description: string;
beforeEach(async () => {
  folder = path.join(temporaryFolder(), '某某镇卫生院');
  (await createWorkspace(folder, '某某镇卫生院', '乡镇卫生院', now, opener)).close();
  database = path.join(folder, 'dabiao.db');
  description = path.join(folder, 'workspace.json');
});

/** What opening is refused with. */
function refusal(place = folder): { readonly code: string; readonly message: string } {
  try {
    openWorkspace(place, now, opener).close();
  } catch (cause) {
    return cause as { code: string; message: string };
  }
  throw new Error('opened');
}

describe('workspace.json', () => {
  test.each([
    ['不见了', '不见了', () => rmSync(description)],
    ['是空的', '已损坏', () => truncateSync(description)],
    ['被截断', '已损坏', () => truncateSync(description, 30)],
    ['机构类型不认识', '已损坏', () => writeFileSync(description, '{"formatVersion":1,"id":"x","type":"飞船"}')],
  ])('%s：按数据库重新写好，并说出来', (_case, words, damage) => {
    const before = readFileSync(description, 'utf8');
    damage();
    const opened = openWorkspace(folder, now, opener);
    opened.close();
    expect(opened.info).toMatchObject({ institution: '某某镇卫生院', type: '乡镇卫生院', readOnlyBecause: undefined });
    expect(opened.info.remark).toContain(words);
    expect(readFileSync(description, 'utf8')).toBe(before);
    const again = openWorkspace(folder, now, opener);
    again.close();
    expect(again.info.remark).toBeUndefined();
  });

  test('写不回去：只读打开，说出原因', () => {
    rmSync(description);
    mkdirSync(path.join(description, '里面'), { recursive: true });
    const opened = openWorkspace(folder, now, opener);
    onTestFinished(() => opened.close());
    expect(opened.info.institution).toBe('某某镇卫生院');
    expect(opened.info.readOnlyBecause).toContain('workspace.json');
    expect(opened.info.remark).toBeUndefined();
  });

  test('不见了，又在只读磁盘上：只读打开', (context) => {
    rmSync(description);
    const disk = mountTinyDisk(8000);
    if (!disk) return context.skip();
    onTestFinished(() => disk.unmount());
    cpSync(folder, path.join(disk.folder, 'w'), { recursive: true });
    remountReadOnly(disk.folder);
    const opened = openWorkspace(path.join(disk.folder, 'w'), now, opener);
    expect(opened.info).toMatchObject({ institution: '某某镇卫生院' });
    expect(opened.info.readOnlyBecause).toContain('只读');
    opened.close();
  });
});

describe('数据库', () => {
  test('不见了：说缺哪个文件，有备份就指出最近的', () => {
    rmSync(database);
    expect(refusal()).toMatchObject({ code: 'workspace/database-missing' });
    expect(refusal().message).toContain('没有数据库文件 dabiao.db');
    expect(refusal().message).toContain('没有备份');
    for (const name of ['2026-11-20T0800.db', '2026-11-21T0900.db', '2026-11-21T0900-2.db', '2027-01-01T0000.db.tmp'])
      writeFileSync(path.join(folder, 'backups', name), '');
    expect(refusal().message).toContain('backups/2026-11-21T0900-2.db');
  });

  test('损坏，没有备份：不叫人去找备份', () => {
    truncateSync(database, 20_000);
    const { code, message } = refusal();
    expect(code).toBe('workspace/database-damaged');
    expect(message).toContain('没有备份');
    expect(message).not.toContain('最近的备份');
  });

  test('损坏，有备份：照着说明做就能打开', () => {
    copyFileSync(database, path.join(folder, 'backups/2026-11-20T0800.db'));
    truncateSync(database, 20_000);
    const { message } = refusal();
    const [, backup] = /最近的备份是 (\S+\.db)：/u.exec(message) ?? [];
    expect(message).toContain('关闭达标');
    mkdirSync(path.join(folder, '保留'));
    for (const name of ['dabiao.db', 'dabiao.db-wal', 'dabiao.db-shm']) {
      expect(message).toContain(name);
      if (existsSync(path.join(folder, name))) renameSync(path.join(folder, name), path.join(folder, '保留', name));
    }
    copyFileSync(path.join(folder, backup ?? ''), database);
    const opened = openWorkspace(folder, now, opener);
    opened.close();
    expect(opened.info).toMatchObject({ institution: '某某镇卫生院', readOnlyBecause: undefined });
  });

  test('是别的程序的 SQLite 文件：说不是达标的，不叫人恢复备份，不改动', () => {
    rmSync(database);
    const foreign = new Database(database);
    foreign.exec('CREATE TABLE 病人 (姓名 TEXT)');
    foreign.close();
    const before = readFileSync(database);
    expect(refusal()).toMatchObject({ code: 'workspace/database-foreign' });
    expect(refusal().message).toContain('不是达标的数据库');
    expect(refusal().message).not.toContain('备份');
    expect(readFileSync(database).equals(before)).toBe(true);
    rmSync(description);
    expect(refusal()).toMatchObject({ code: 'workspace/not-a-workspace' });
  });

  test('数据版本被清零：说出来，不改动', () => {
    const other = new Database(database);
    other.pragma('user_version = 0');
    other.close();
    const before = readFileSync(database);
    expect(refusal().message).toContain('没有数据版本号');
    expect(readFileSync(database).equals(before)).toBe(true);
  });
});

describe('文件夹', () => {
  test('没有这个文件夹、是文件、名称太长：各说各的', () => {
    expect(refusal(`${folder}2`).message).toContain('没有这个文件夹');
    expect(refusal(database)).toMatchObject({ code: 'workspace/folder-is-file' });
    expect(refusal(path.join(folder, '院'.repeat(90)))).toMatchObject({ code: 'disk/name-too-long' });
  });

  test('没有读取权限', () => {
    chmodSync(folder, 0o000);
    const isRoot = process.getuid?.() === 0;
    try {
      if (isRoot) process.seteuid?.(65_534); // root may read everything
      expect(refusal()).toMatchObject({
        code: 'workspace/not-readable',
        message: expect.stringContaining('没有权限') as string,
      });
    } finally {
      if (isRoot) process.seteuid?.(0);
      chmodSync(folder, 0o700);
    }
  });

  test('锁文件是个文件夹：说出是哪个', () => {
    rmSync(path.join(folder, '.lock'), { force: true });
    mkdirSync(path.join(folder, '.lock'));
    expect(refusal()).toMatchObject({
      code: 'workspace/lock-unusable',
      message: expect.stringContaining('.lock') as string,
    });
  });

  test('新建在一个文件上、名称太长：拒绝并说明', async () => {
    const made = (place: string) => createWorkspace(place, '某某镇卫生院', '乡镇卫生院', now, opener);
    await expect(made(database)).rejects.toMatchObject({ code: 'workspace/folder-is-file' });
    const long = path.join(folder, '院'.repeat(90));
    await expect(made(long)).rejects.toMatchObject({ code: 'disk/name-too-long' });
  });
});

describe('用着的时候', () => {
  test('数据库被别的程序占用：说出来，放开后能继续', async () => {
    const place = temporaryFolder();
    const backend = startBackend(place);
    const { roundId, clause } = await startRound(backend, place);
    const note = { roundId, clauseId: clause('1.1.1').id, note: '说明' };
    const other = new Database(path.join(workspaceFolderOf(place), 'dabiao.db'));
    onTestFinished(() => void other.close());
    other.exec('BEGIN IMMEDIATE');
    expect(await backend.refusal('assessment.note', note)).toMatchObject({
      code: 'workspace/database-locked',
      message: expect.stringContaining('占用') as string,
    });
    other.exec('ROLLBACK');
    await backend.ask('assessment.note', note);
  });

  test('打开时数据库被独占', () => {
    const other = new Database(database);
    onTestFinished(() => void other.close());
    other.pragma('locking_mode = EXCLUSIVE');
    other.exec('BEGIN EXCLUSIVE');
    expect(refusal()).toMatchObject({ code: 'workspace/database-locked' });
  });

  test('evidence 是个文件：添加佐证时说出来', async () => {
    const place = temporaryFolder();
    const backend = startBackend(place);
    const { roundId, clause } = await startRound(backend, place);
    const evidence = path.join(workspaceFolderOf(place), 'evidence');
    rmSync(evidence, { recursive: true });
    writeFileSync(evidence, '');
    const file = path.join(place, '许可证.pdf');
    writeFileSync(file, '%PDF-1.4');
    const refused = await backend.refusal('evidence.attach', {
      roundId,
      clauseId: clause('1.1.1').id,
      files: [backend.grant(file)],
      jobId: '11111111-1111-4111-8111-111111111111',
    });
    expect(refused.code).not.toBe('app/unexpected');
    expect([refused.message, ...refused.details].join()).toContain(evidence);
  });
});
