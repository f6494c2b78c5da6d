import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, describe, expect, test } from 'vitest';
import type { StandardWork } from '../../../shared/contract/own-standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import {
  createWorkspace,
  startBackend,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { checkClause } from '../../support/pack-clause.ts';
import { withClauses, withFirst } from '../../support/with-clauses.ts';

let folder: string;
let backend: TestBackend;
beforeEach(async () => {
  folder = temporaryFolder();
  backend = startBackend(folder);
  await createWorkspace(backend, folder);
});

const begin = (from: Parameters<typeof backend.ask<'own.begin'>>[1]['from']): Promise<StandardWork> =>
  backend.ask('own.begin', { from });
const beginNew = (title = '院感考核标准') => begin({ kind: 'new', title });
const keep = ({ id }: { id: string }, pack: Pack) => backend.ask('own.keep', { id, pack: { ...pack } });

async function reopen(): Promise<void> {
  backend.close();
  backend = startBackend(folder);
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
}

function openDatabase() {
  return new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'));
}

describe('一个新标准', () => {
  test('从一章一节一条款开始，没有错误，可以直接发布', async () => {
    const work = await beginNew();
    expect(work).toMatchObject({ base: undefined, pack: { title: '院感考核标准', targets: [{ id: 'own' }] } });
    expect(await backend.ask('own.check', { pack: { ...work.pack } })).toEqual([]);
    expect(await backend.ask('own.publish', { id: work.id })).toEqual({ id: work.id, revision: 1 });
    expect(await backend.ask('own.works', {})).toEqual([]);
    expect(await backend.ask('standard.list', {})).toContainEqual(expect.objectContaining({ id: work.id, own: true }));
    expect(await backend.ask('own.get', { id: work.id })).toMatchObject({
      title: '院感考核标准',
      revisions: [{ revision: 1, source: '新建', rounds: [] }],
    });
  });

  test('同名的第二个标准另有编号', async () => {
    const first = await beginNew();
    const second = await beginNew();
    expect(second.id).not.toBe(first.id);
    expect((await backend.ask('own.works', {})).map(({ id }) => id)).toEqual([second.id, first.id]);
  });

  test('每次修改都留得住，重启以后接着改', async () => {
    const work = await beginNew();
    const changed = withFirst(work.pack, { title: '手卫生' });
    const { savedAt } = await keep(work, changed);
    await reopen();
    expect(await backend.ask('own.works', {})).toEqual([
      { id: work.id, title: '院感考核标准', base: undefined, changedAt: savedAt },
    ]);
    expect(await begin({ kind: 'standard', packId: work.id })).toMatchObject({ pack: changed, changedAt: savedAt });
  });

  test('改错了一半也留得住，发布被拒绝并说明每处错误', async () => {
    const work = await beginNew();
    const broken = withClauses(withFirst(work.pack, { title: '' }), (clauses) => [
      ...clauses,
      checkClause('1.1.2', '手卫生', '有设施'),
      checkClause('1.1.2', '手卫生', '有设施'),
      { ...checkClause('1.1.3', '处方', '有点评'), points: 5 },
      checkClause('没有 编号', '编号有空格', '有'),
    ]);
    await keep(work, broken);
    const faults = await backend.ask('own.check', { pack: { ...broken } });
    expect(faults.map(({ code }) => code)).toEqual(['1.1.1', '没有 编号', '1.1.2', '1.1.3']);
    expect(faults[2]?.message).toBe('条款编号 1.1.2 写了两次');
    const refused = await backend.refusal('own.publish', { id: work.id });
    expect(refused).toMatchObject({ code: 'standard/has-errors' });
    expect(refused.details).toEqual(faults.map(({ message }) => message));
    expect(await begin({ kind: 'standard', packId: work.id })).toMatchObject({ pack: broken });
  });

  test('带空格的编号也找得到是哪一条', async () => {
    const { pack } = await beginNew();
    const faults = await backend.ask('own.check', { pack: { ...withFirst(pack, { code: '1.1 的', title: '' }) } });
    expect(new Set(faults.map(({ code }) => code))).toEqual(new Set(['1.1 的']));
  });

  test('过大的、编号不符的、没有开始的修改都不收', async () => {
    const work = await beginNew();
    const large = withFirst(work.pack, { checks: ['长'.repeat(9_000_000)] });
    const badId = { ...work.pack, id: 'other' };
    expect(await backend.refusal('own.keep', { id: work.id, pack: { ...large } })).toMatchObject({
      code: 'standard/too-large',
    });
    expect(await backend.refusal('own.keep', { id: work.id, pack: badId })).toMatchObject({ code: 'app/bad-call' });
    expect(await backend.refusal('own.keep', { id: 'other', pack: badId })).toMatchObject({ code: 'standard/no-work' });
    expect(await backend.refusal('own.publish', { id: 'other' })).toMatchObject({ code: 'standard/no-work' });
    expect(await backend.refusal('own.get', { id: 'other' })).toMatchObject({ code: 'standard/not-found' });
    expect(await begin({ kind: 'standard', packId: work.id })).toEqual({ ...work, isWorthKeeping: true });
  });

  test('大得读不回来的标准发布不了，修改还在', async () => {
    const work = await beginNew();
    const checks = Array.from({ length: 500 }, () => '长'.repeat(3000));
    const large = withClauses(work.pack, () =>
      ['1.1', '1.2'].map((code) => ({ ...checkClause(code, '条款', '要点'), checks })),
    );
    await keep(work, large);
    const refused = await backend.refusal('own.publish', { id: work.id });
    expect(refused).toMatchObject({ code: 'standard/has-errors', details: [expect.stringContaining('超过 8 MB')] });
    expect((await backend.ask('own.get', { id: work.id })).revisions).toEqual([]);
    expect(await begin({ kind: 'standard', packId: work.id })).toMatchObject({ pack: { id: work.id } });
  });

  test('放弃以后什么也不剩', async () => {
    const work = await beginNew();
    await backend.ask('own.discard', { id: work.id });
    expect(await backend.ask('own.works', {})).toEqual([]);
    expect(await backend.refusal('own.get', { id: work.id })).toMatchObject({ code: 'standard/not-found' });
  });
});

describe('修订', () => {
  async function published(): Promise<StandardWork> {
    const work = await beginNew();
    await backend.ask('own.publish', { id: work.id });
    return work;
  }

  test('没有改动不产生新修订；改了才有，以前的不变', async () => {
    const { id } = await published();
    const again = await begin({ kind: 'standard', packId: id });
    expect(again).toMatchObject({ id, base: 1, source: '编辑' });
    // The order in which an editor writes the keys says nothing.
    await keep(again, Object.fromEntries(Object.entries(again.pack).toReversed()) as Pack);
    expect(await backend.ask('own.publish', { id })).toEqual({ id, revision: 1 });

    const work = await begin({ kind: 'standard', packId: id });
    await keep(work, withFirst(work.pack, { title: '手卫生' }));
    expect(await backend.ask('own.publish', { id })).toEqual({ id, revision: 2 });
    const { revisions } = await backend.ask('own.get', { id });
    expect(revisions.map(({ revision, source }) => [revision, source])).toEqual([
      [2, '编辑'],
      [1, '新建'],
    ]);
  });

  test('轮次列在它所用的修订下，改标准不影响轮次', async () => {
    const { id } = await published();
    const round = await backend.ask('round.create', { packId: id, targetId: 'own', title: '自评' });
    const before = await backend.ask('round.open', { roundId: round.id });
    const work = await begin({ kind: 'standard', packId: id });
    await keep(work, withFirst(work.pack, { title: '手卫生' }));
    await backend.ask('own.publish', { id });
    const { revisions } = await backend.ask('own.get', { id });
    expect(revisions.map(({ rounds }) => rounds)).toEqual([[], [{ id: round.id, title: '自评', archived: false }]]);
    await reopen();
    expect((await backend.ask('round.open', { roundId: round.id })).standard).toEqual(before.standard);
  });

  test('编辑途中不能导入新版：先发布或放弃，编辑的内容还在', async () => {
    const { id } = await published();
    const work = await begin({ kind: 'standard', packId: id });
    const edited = withFirst(work.pack, { title: '编辑中的标题' });
    await keep(work, edited);
    const file = path.join(folder, `${id}.yaml`);
    writeFileSync(file, JSON.stringify(withFirst(work.pack, { title: '导入的标题' })));
    const brought = () => ({ file: backend.grant(file), jobId: randomUUID(), apply: true });
    expect(await backend.refusal('standard.import', brought())).toMatchObject({ code: 'standard/under-edit' });
    expect(await begin({ kind: 'standard', packId: id })).toMatchObject({ base: 1, pack: edited });
    expect(await backend.ask('own.publish', { id })).toEqual({ id, revision: 2 });
    expect(await backend.ask('standard.import', brought())).toMatchObject({ revision: 3 });
  });

  test('移出标准库以后轮次照旧', async () => {
    const { id } = await published();
    const round = await backend.ask('round.create', { packId: id, targetId: 'own', title: '自评' });
    await begin({ kind: 'standard', packId: id });
    await backend.ask('own.remove', { id });
    expect(await backend.ask('own.works', {})).toEqual([]);
    expect(await backend.refusal('standard.read', { packId: id })).toMatchObject({ code: 'standard/not-found' });
    await reopen();
    const view = await backend.ask('round.open', { roundId: round.id });
    expect(view.standard.packId).toBe(id);
  });

  test('发布写不进去时，修改还在，没有新修订', async () => {
    const { id } = await published();
    const work = await begin({ kind: 'standard', packId: id });
    await keep(work, withFirst(work.pack, { title: '手卫生' }));
    const db = openDatabase();
    db.exec(`CREATE TRIGGER stop BEFORE DELETE ON standard_work BEGIN SELECT RAISE(ABORT, 'stopped'); END`);
    expect(await backend.refusal('own.publish', { id })).toMatchObject({ code: 'app/unexpected' });
    db.exec('DROP TRIGGER stop');
    db.close();
    expect((await backend.ask('own.get', { id })).revisions).toHaveLength(1);
    expect(await begin({ kind: 'standard', packId: id })).toMatchObject({ base: 1, pack: { id } });
    expect(await backend.ask('own.publish', { id })).toEqual({ id, revision: 2 });
  });
});

describe('内置标准', () => {
  test('编辑时成为本院的副本，内置的不变；再次编辑是同一个副本', async () => {
    const work = await begin({ kind: 'standard', packId: 'jcx-township-2022' });
    expect(work).toMatchObject({ id: 'own-jcx-township-2022', base: undefined });
    expect(await backend.ask('own.check', { pack: { ...work.pack } })).toEqual([]);
    expect(await begin({ kind: 'standard', packId: 'jcx-township-2022' })).toEqual({ ...work, isWorthKeeping: true });
    await backend.ask('own.publish', { id: work.id });
    const again = await begin({ kind: 'standard', packId: 'jcx-township-2022' });
    expect(again).toMatchObject({ id: 'own-jcx-township-2022', base: 1, pack: work.pack });
    const builtIn = await backend.ask('standard.read', { packId: 'jcx-township-2022' });
    expect(builtIn.summary.own).toBeUndefined();
  });

  test('没有的标准说没有', async () => {
    expect(await backend.refusal('own.begin', { from: { kind: 'standard', packId: 'nothing' } })).toMatchObject({
      code: 'standard/not-found',
    });
  });
});

test('只读的工作区什么都不能改，看可以', async () => {
  const work = await beginNew();
  await backend.ask('own.publish', { id: work.id });
  await beginNew('第二个');
  backend.close();
  const db = openDatabase();
  db.pragma('user_version = 999');
  db.close();
  backend = startBackend(folder);
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
  const { id } = work;
  const refusals = [
    await backend.refusal('own.begin', { from: { kind: 'new', title: '新' } }),
    await backend.refusal('own.keep', { id, pack: { ...work.pack } }),
    await backend.refusal('own.settle', { id, index: 0, isSettled: true }),
    await backend.refusal('own.publish', { id }),
    await backend.refusal('own.discard', { id }),
    await backend.refusal('own.remove', { id }),
  ];
  expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['workspace/read-only']));
  expect(await backend.ask('own.works', {})).toHaveLength(1);
  expect((await backend.ask('own.get', { id })).revisions).toHaveLength(1);
});
