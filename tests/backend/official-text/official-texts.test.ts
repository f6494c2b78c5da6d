import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import { startBackend, temporaryFolder, workspaceFolderOf, type TestBackend } from '../../support/backend.ts';
import { oneSheet } from '../standard-import/make-xlsx.ts';

const packId = 'jcx-township-2022';
let folder: string;
let backend: TestBackend;
beforeEach(async () => {
  folder = temporaryFolder();
  backend = startBackend(folder);
  await backend.ask('workspace.create', {
    folder: backend.grant(workspaceFolderOf(folder)),
    institution: '某某镇卫生院',
    type: '乡镇卫生院',
  });
});

type Row = readonly [code: string, title: string, C: string, B: string];
async function open(name: string, ...rows: readonly Row[]): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, await oneSheet([['编号', '条款名称', 'C', 'B'], ...rows]));
  return (await backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() })).draftId;
}

async function firstClauses() {
  const { standard } = await backend.ask('standard.read', { packId });
  const [first, second, ...rest] = clausesOf(standard);
  if (!first || !second) throw new Error(packId);
  return { first, second, rest };
}

const of = (code: string, of_: string = packId) => backend.ask('official.of', { packId: of_, code });

test('previewed, laid over a built-in standard by code, read clause by clause, and taken away again', async () => {
  const { first, second, rest } = await firstClauses();
  const draftId = await open(
    '官方文件.xlsx',
    [first.code, first.title, '官方要点甲。', '官方要点乙。'],
    [second.code, '完全另一回事', '官方要点丙。', ''],
    ['99.9', '没有的条款', '丁。', ''],
  );
  const preview = await backend.ask('official.preview', { draftId, packId });
  expect(preview.matched).toMatchObject([
    { code: first.code, officialTitle: first.title, similarity: 1, isDoubtful: false },
    { code: second.code, officialTitle: '完全另一回事', isDoubtful: true },
  ]);
  expect(preview.withoutText.map(({ code }) => code)).toEqual(rest.map(({ code }) => code));
  expect(preview.unknown).toEqual([{ code: '99.9', title: '没有的条款' }]);
  expect(preview).not.toHaveProperty('texts');
  expect(await backend.ask('official.list', {})).toEqual([]);

  const laid = await backend.ask('official.lay', { draftId, packId, leave: [] });
  expect(laid).toMatchObject({ packId, clauses: 2, source: '官方文件.xlsx' });
  expect(await backend.ask('official.list', {})).toEqual([laid]);
  expect(await of(first.code)).toEqual({
    code: first.code,
    points: [
      { tier: 'C', text: '官方要点甲。' },
      { tier: 'B', text: '官方要点乙。' },
    ],
    source: '官方文件.xlsx',
    addedAt: laid.addedAt,
  });
  expect(await of(second.code)).toMatchObject({ title: '完全另一回事', points: [{ tier: 'C', text: '官方要点丙。' }] });
  expect(await of('99.9')).toBeUndefined();
  expect(clausesOf((await backend.ask('standard.read', { packId })).standard)[0]).toEqual(first);

  await backend.ask('official.drop', { packId });
  expect(await backend.ask('official.list', {})).toEqual([]);
  expect(await of(first.code)).toBeUndefined();
});

test('laying again replaces all of it; clauses that are left get none', async () => {
  const { first, second } = await firstClauses();
  const once = await open(
    '一.xlsx',
    [first.code, first.title, '旧。', '旧二。'],
    [second.code, second.title, '旧三。', ''],
  );
  await backend.ask('official.lay', { draftId: once, packId, leave: [] });
  const again = await open('二.xlsx', [first.code, first.title, '新。', ''], [second.code, second.title, '不要。', '']);
  expect(await backend.ask('official.lay', { draftId: again, packId, leave: [second.code] })).toMatchObject({
    clauses: 1,
    source: '二.xlsx',
  });
  expect(await of(first.code)).toMatchObject({ points: [{ text: '新。' }], source: '二.xlsx' });
  expect(await of(second.code)).toBeUndefined();
});

test('over an own standard, from a draft with problems; what is kept outlives the session', async () => {
  const own = await open('本院.xlsx', ['1.1', '身份识别', '两种方法。', ''], ['1.2', '手卫生', '设施。', '']);
  await backend.ask('draft.adopt', { draftId: own, id: 'county-2026' });
  const faulty = await open('官方.xlsx', ['１．１', '身份识别', '官方甲。', ''], ['1.1', '重复', '官方乙。', '']);
  expect(await backend.refusal('draft.adopt', { draftId: faulty })).toMatchObject({ code: 'standard/has-errors' });
  await backend.ask('official.lay', { draftId: faulty, packId: 'county-2026', leave: [] });

  await backend.ask('workspace.close', {});
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
  expect(await of('1.1', 'county-2026')).toMatchObject({ points: [{ text: '官方甲。' }], source: '官方.xlsx' });
});

test('refused, with nothing replaced: no code in common, all left, no clauses, no such standard or draft', async () => {
  const { first } = await firstClauses();
  const good = await open('好.xlsx', [first.code, first.title, '官方。', '']);
  await backend.ask('official.lay', { draftId: good, packId, leave: [] });
  const noMatch = {
    code: 'official/no-match',
    message: expect.stringContaining('没有一个条款的编号') as string,
  };
  expect(await backend.refusal('official.lay', { draftId: good, packId, leave: [first.code] })).toMatchObject(noMatch);
  expect(await backend.refusal('official.lay', { draftId: good, packId: 'none', leave: [] })).toMatchObject({
    code: 'standard/not-found',
  });
  const foreign = await open('别的.xlsx', ['99.9', '没有的条款', '丁。', '']);
  expect(await backend.refusal('official.lay', { draftId: foreign, packId, leave: [] })).toMatchObject(noMatch);
  expect(await backend.refusal('official.lay', { draftId: good, packId, leave: [] })).toMatchObject({
    code: 'draft/closed',
  });
  const empty = path.join(folder, '空.csv');
  writeFileSync(empty, '只有,文字\n没有,条款\n');
  const { draftId } = await backend.ask('draft.open', { file: backend.grant(empty), jobId: randomUUID() });
  expect(await backend.refusal('official.preview', { draftId, packId })).toMatchObject({
    code: 'standard/has-errors',
    details: [expect.stringContaining('没有找到条款') as string],
  });
  expect(await of(first.code)).toMatchObject({ source: '好.xlsx' });
});

test('a workspace that can only be read shows what was laid, and nothing is laid or dropped', async () => {
  const { first } = await firstClauses();
  const rows: Row = [first.code, first.title, '官方。', ''];
  await backend.ask('official.lay', { draftId: await open('官方.xlsx', rows), packId, leave: [] });
  await backend.ask('workspace.close', {});
  const newer = new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'));
  newer.pragma('user_version = 99');
  newer.close();
  const opened = await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
  expect(opened.workspace?.readOnlyBecause).toBeDefined();

  const draftId = await open('别的.xlsx', rows);
  const readOnly = { code: 'workspace/read-only' };
  expect(await backend.ask('official.preview', { draftId, packId })).toMatchObject({ matched: [{ code: first.code }] });
  expect(await backend.refusal('official.lay', { draftId, packId, leave: [] })).toMatchObject(readOnly);
  expect(await backend.refusal('official.drop', { packId })).toMatchObject(readOnly);
  expect(await backend.refusal('draft.adopt', { draftId })).toMatchObject(readOnly);
  expect(await of(first.code)).toMatchObject({ source: '官方.xlsx' });
});
