import { readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { migrations } from '../../../electron/backend/db/migrations/index.ts';
import { latestVersion, versionOf } from '../../../electron/backend/db/migrate.ts';
import type { Migration } from '../../../electron/backend/db/migrations/migration.ts';
import { createWorkspace, openWorkspace } from '../../../electron/backend/workspace/open-workspace.ts';
import { temporaryFolder } from '../../support/backend.ts';

const now = new Date(2026, 10, 21, 9, 0);
const next: Migration = {
  version: latestVersion(migrations) + 1,
  up: (db) => db.exec("ALTER TABLE workspace ADD COLUMN level TEXT NOT NULL DEFAULT '未定级'"),
};
const failing: Migration = {
  version: next.version + 1,
  up: (db) => {
    db.exec('ALTER TABLE workspace ADD COLUMN doomed TEXT');
    throw new Error('power cut');
  },
};

async function olderWorkspace(): Promise<string> {
  const folder = path.join(temporaryFolder(), 'w');
  (await createWorkspace(folder, '某某镇卫生院', '乡镇卫生院', now, { program: '测试' })).close();
  return folder;
}

test('编号从 1 起逐一递增', () => {
  expect(migrations.map((migration) => migration.version)).toEqual(migrations.map((_, index) => index + 1));
});

test('0001 initial：空文件变成第 1 版，旧行不存在', async () => {
  const db = new Database(path.join(await olderWorkspace(), 'dabiao.db'), { readonly: true });
  expect(versionOf(db)).toBe(1);
  expect(db.prepare('SELECT institution FROM workspace').pluck().all()).toEqual(['某某镇卫生院']);
  db.close();
});

test('升级前先备份，备份是升级前的样子；旧行都在', async () => {
  const folder = await olderWorkspace();
  openWorkspace(folder, now, { program: '测试', migrations: [...migrations, next] }).close();
  expect(readdirSync(path.join(folder, 'backups'))).toEqual(['2026-11-21T0900.db']);
  const backup = new Database(path.join(folder, 'backups/2026-11-21T0900.db'), { readonly: true });
  expect(versionOf(backup)).toBe(next.version - 1);
  expect(backup.prepare('SELECT institution FROM workspace').pluck().all()).toEqual(['某某镇卫生院']);
  backup.close();
  const upgraded = new Database(path.join(folder, 'dabiao.db'), { readonly: true });
  expect(upgraded.prepare('SELECT institution, level FROM workspace').all()).toEqual([
    { institution: '某某镇卫生院', level: '未定级' },
  ]);
  upgraded.close();
});

test('升级中途失败：停在上一版，备份在，下次可再来', async () => {
  const folder = await olderWorkspace();
  expect(() => openWorkspace(folder, now, { program: '测试', migrations: [...migrations, next, failing] })).toThrow(
    'power cut',
  );
  const db = new Database(path.join(folder, 'dabiao.db'), { readonly: true });
  expect(versionOf(db)).toBe(next.version);
  expect(db.prepare("SELECT count(*) FROM pragma_table_info('workspace') WHERE name = 'doomed'").pluck().get()).toBe(0);
  db.close();
  expect(readdirSync(path.join(folder, 'backups'))).toHaveLength(1);
  openWorkspace(folder, now, { program: '测试', migrations: [...migrations, next] }).close();
});
