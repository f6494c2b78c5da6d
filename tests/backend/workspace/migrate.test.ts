import { cpSync, readdirSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import { migrations } from '../../../electron/backend/db/migrations/index.ts';
import { latestVersion, versionOf } from '../../../electron/backend/db/migrate.ts';
import type { Migration } from '../../../electron/backend/db/migrations/migration.ts';
import { createWorkspace, openWorkspace } from '../../../electron/backend/workspace/open-workspace.ts';
import { clauseOf, startBackend, temporaryFolder } from '../../support/backend.ts';
import { firstVersionWorkspace } from '../../support/first-version.ts';
import { mountTinyDisk, remountReadOnly } from '../../support/tiny-disk.ts';

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

test('0002 all-methods：第 1 版的标准、目标、轮次、评分都在，读出来与原来一样', async () => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'w');
  await firstVersionWorkspace(workspace);
  const backend = startBackend(folder);
  const { rounds } = await backend.ask('workspace.open', { folder: backend.grant(workspace) });
  expect(rounds.map(({ title }) => title)).toEqual(['旧轮次']);
  const view = await backend.ask('round.open', { roundId: rounds[0]!.id });
  expect(view.target.rules).toEqual([
    { kind: 'grade', scope: 'all', grade: 'C', atLeast: '1' },
    { kind: 'grade', scope: 'core', grade: 'B', atLeast: '2/3' },
  ]);
  expect(view.standard).toMatchObject({ yesAtRate: '0.6', scopes: [], totalPoints: undefined, scoring: undefined });
  expect(clauseOf(view, '1.1.1')).toMatchObject({ suggestedEvidence: ['值班表'], departments: ['医务科'] });
  expect(view.states[0]).toMatchObject({ ownGrade: 'B', reason: '有旁证', note: '旧说明', figures: [] });
  expect(view.verdict.rules.map((rule) => rule.holds)).toEqual([true, true]);

  // What version 1 could not score can be scored now.
  const indicator = clauseOf(view, '1.1.2');
  const change = await backend.ask('assessment.figures', {
    roundId: view.round.id,
    clauseId: indicator.id,
    figures: [{ period: '2026年第3季度', numerator: '3', denominator: '1,200' }],
  });
  expect(change.states[0]?.figures).toEqual([{ period: '2026-Q3', numerator: '3', denominator: '1200' }]);
  expect(readdirSync(path.join(workspace, 'backups'))).toHaveLength(1);
});

test('0003 own-standards：第 2 版的轮次和数据都在，可以加入本院标准', async () => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'w');
  await firstVersionWorkspace(workspace);
  const second = openWorkspace(workspace, now, { program: '测试', migrations: migrations.slice(0, 2) });
  expect(versionOf(second.db)).toBe(2);
  second.db.exec("INSERT INTO indicator_figure VALUES ('round-1', 'old@1/1.1.2', '2026-Q1', '3', '1200')");
  second.close();
  const opened = openWorkspace(workspace, now, { program: '测试' });
  expect(versionOf(opened.db)).toBe(latestVersion(migrations));
  expect(opened.db.prepare('SELECT numerator FROM indicator_figure').pluck().all()).toEqual(['3']);
  expect(opened.db.prepare('SELECT count(*) FROM own_standard').pluck().get()).toBe(0);
  opened.close();
});

test('0004 standards-beside：第 3 版的本院标准都在，可以记下官方原文、修改和关联', async () => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'w');
  await firstVersionWorkspace(workspace);
  const third = openWorkspace(workspace, now, { program: '测试', migrations: migrations.slice(0, 3) });
  expect(versionOf(third.db)).toBe(3);
  third.db.exec("INSERT INTO own_standard VALUES ('own-a', 1, 'id: own-a', 'a.xlsx', '2026-11-21T01:00:00.000Z')");
  third.close();
  const opened = openWorkspace(workspace, now, { program: '测试' });
  onTestFinished(() => opened.close());
  const { db } = opened;
  expect(versionOf(db)).toBe(latestVersion(migrations));
  expect(db.prepare('SELECT id, revision, source FROM own_standard').all()).toEqual([
    { id: 'own-a', revision: 1, source: 'a.xlsx' },
  ]);
  db.exec(`
INSERT INTO official_text VALUES ('p', '1.1.1', '急诊', '官方.docx', '2026-11-22T01:00:00.000Z', 0);
INSERT INTO official_point VALUES ('p', '1.1.1', 0, 'C', '设置急诊科');
INSERT INTO clause_link VALUES ('p', '1.1.1', 'q', '2.1', 'confirmed', '2026-11-22T01:00:00.000Z');
INSERT INTO standard_work VALUES ('own-a', '{}', 1, 'a.xlsx', '2026-11-22T01:00:00.000Z', '[]');
DELETE FROM official_text WHERE pack_id = 'p';
`);
  expect(db.prepare('SELECT count(*) FROM official_point').pluck().get()).toBe(0);
  const turned = "INSERT INTO clause_link VALUES ('q', '2.1', 'p', '1.1.1', 'confirmed', '')";
  expect(() => db.exec(turned)).toThrow('CHECK');
});

test('0005 last-visit：第 4 版的轮次都在，还没有哪一轮是上次看的，就是最新的', async () => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'w');
  await firstVersionWorkspace(workspace);
  const fourth = openWorkspace(workspace, now, { program: '测试', migrations: migrations.slice(0, 4) });
  expect(versionOf(fourth.db)).toBe(4);
  fourth.db.exec(`INSERT INTO round (id, standard_id, target_id, title, created_at)
    VALUES ('round-2', 'old@1', 'basic', '新轮次', '2026-11-22T01:00:00.000Z')`);
  fourth.close();
  const backend = startBackend(folder);
  const open = () => backend.ask('workspace.open', { folder: backend.grant(workspace) });
  const { rounds, lastRound } = await open();
  expect(rounds.map(({ title }) => title)).toEqual(['旧轮次', '新轮次']);
  expect(lastRound).toBe(rounds[1]?.id);
});

test('第 1 版的工作区放在只读磁盘上：只读打开，读得出旧数据', async (context) => {
  const folder = temporaryFolder();
  const workspace = path.join(folder, 'w');
  await firstVersionWorkspace(workspace);
  const disk = mountTinyDisk(8000);
  if (!disk) return context.skip();
  onTestFinished(() => disk.unmount());
  cpSync(workspace, path.join(disk.folder, 'w'), { recursive: true });
  remountReadOnly(disk.folder);
  const backend = startBackend(folder);
  const state = await backend.ask('workspace.open', { folder: backend.grant(path.join(disk.folder, 'w')) });
  expect(state.workspace?.readOnlyBecause).toBeDefined();
  const view = await backend.ask('round.open', { roundId: state.rounds[0]!.id });
  expect(view.verdict.reached).toBe(true);
  backend.close();
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
