import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { beforeEach, expect, test } from 'vitest';
import { clausesOf } from '../../../shared/domain/standard/standard.ts';
import {
  createWorkspace,
  startBackend,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { oneSheet } from '../standard-import/make-xlsx.ts';

const packId = 'jcx-township-2022';
let folder: string;
let backend: TestBackend;
beforeEach(async () => {
  folder = temporaryFolder();
  backend = startBackend(folder);
  await createWorkspace(backend, folder);
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
  expect(preview.worded).toEqual([]);
  expect(preview).not.toHaveProperty('texts');
  expect(await backend.ask('official.list', {})).toEqual([]);

  const laid = await backend.ask('official.lay', { draftId, packId, leave: [], replaceAll: false });
  expect(laid).toMatchObject({ packId, clauses: 2, source: '官方文件.xlsx' });
  expect(await backend.ask('official.list', {})).toEqual([laid]);
  expect(await of(first.code)).toEqual({
    kind: 'worded',
    code: first.code,
    points: [
      { tier: 'C', text: '官方要点甲。' },
      { tier: 'B', text: '官方要点乙。' },
    ],
    source: '官方文件.xlsx',
    addedAt: laid.addedAt,
  });
  expect(await of(second.code)).toMatchObject({ title: '完全另一回事', points: [{ tier: 'C', text: '官方要点丙。' }] });
  expect(await of('99.9')).toEqual({ kind: 'none' });
  expect(clausesOf((await backend.ask('standard.read', { packId })).standard)[0]).toEqual(first);

  await backend.ask('official.drop', { packId });
  expect(await backend.ask('official.list', {})).toEqual([]);
  expect(await of(first.code)).toEqual({ kind: 'none' });
});

test('read clause by clause as the file writes it: with its numbers and what leads in to a grade', async () => {
  const { first } = await firstClauses();
  const file = path.join(folder, '细则.xlsx');
  const cell = '【C】\n1.有制度。\n2.有记录。\n【B】符合“C”，并\n1.有检查。';
  writeFileSync(
    file,
    await oneSheet([
      ['编号', '条款名称', '要点'],
      [first.code, first.title, cell],
    ]),
  );
  const draft = await backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() });
  expect(draft).not.toHaveProperty('wordings');
  const { draftId } = draft;
  await backend.ask('official.lay', { draftId, packId, leave: [], replaceAll: false });
  expect(await of(first.code)).toMatchObject({
    points: [
      { tier: 'C', text: '【C】\n1.有制度。' },
      { tier: 'C', text: '2.有记录。' },
      { tier: 'B', text: '【B】符合“C”，并\n1.有检查。' },
    ],
  });
  await backend.ask('draft.adopt', { draftId, id: 'county-2026' });
  const { standard } = await backend.ask('standard.read', { packId: 'county-2026' });
  expect(clausesOf(standard)[0]?.points.map(({ text }) => text)).toEqual(['有制度。', '有记录。', '有检查。']);
});

test('laying adds: the same clause is replaced, the others stay, each with its own file and date', async () => {
  const { first, second, rest } = await firstClauses();
  const [third] = rest;
  const one = await open(
    '第一章.xlsx',
    [first.code, first.title, '旧。', '旧二。'],
    [second.code, second.title, '旧三。', ''],
  );
  const once = await backend.ask('official.lay', { draftId: one, packId, leave: [], replaceAll: false });
  const two = await open(
    '第二章.xlsx',
    [first.code, first.title, '新。', ''],
    [third?.code ?? '', third?.title ?? '', '三。', ''],
  );
  expect((await backend.ask('official.preview', { draftId: two, packId })).worded).toEqual([first.code, second.code]);
  const both = await backend.ask('official.lay', { draftId: two, packId, leave: [], replaceAll: false });
  expect(both).toMatchObject({ packId, clauses: 3, source: '第一章.xlsx 等 2 个文件' });
  expect(both.addedAt >= once.addedAt).toBe(true);
  expect(await backend.ask('official.list', {})).toEqual([both]);
  expect(await of(first.code)).toMatchObject({
    points: [{ text: '新。' }],
    source: '第二章.xlsx',
    addedAt: both.addedAt,
  });
  expect((await of(first.code)) as { points?: unknown }).toHaveProperty('points.length', 1);
  expect(await of(second.code)).toMatchObject({
    points: [{ text: '旧三。' }],
    source: '第一章.xlsx',
    addedAt: once.addedAt,
  });

  const three = await open('全文.xlsx', [second.code, second.title, '全。', '']);
  expect(await backend.ask('official.lay', { draftId: three, packId, leave: [], replaceAll: true })).toMatchObject({
    clauses: 1,
    source: '全文.xlsx',
  });
  expect(await of(first.code)).toEqual({ kind: 'none' });
});

test('a clause that was left is told from one that the file does not have; what was there before it stays', async () => {
  const { first, second, rest } = await firstClauses();
  const rows: Row[] = [
    [first.code, first.title, '旧。', ''],
    [second.code, '完全另一回事', '不要。', ''],
  ];
  const once = await open('一.xlsx', ...rows);
  await backend.ask('official.lay', { draftId: once, packId, leave: [second.code], replaceAll: false });
  expect(await of(second.code)).toEqual({ kind: 'left', officialTitle: '完全另一回事', source: '一.xlsx' });
  expect(await of(rest[0]?.code ?? '')).toEqual({ kind: 'none' });
  expect(await backend.ask('official.list', {})).toMatchObject([{ clauses: 1, source: '一.xlsx' }]);

  const again = await open('二.xlsx', ...rows);
  expect((await backend.ask('official.preview', { draftId: again, packId })).worded).toEqual([first.code]);
  await backend.ask('official.lay', { draftId: again, packId, leave: [first.code], replaceAll: false });
  expect(await of(first.code)).toMatchObject({ kind: 'worded', points: [{ text: '旧。' }], source: '一.xlsx' });
  expect(await of(second.code)).toMatchObject({ kind: 'worded', points: [{ text: '不要。' }], source: '二.xlsx' });
});

test('over an own standard, from a draft with problems; what is kept outlives the session', async () => {
  const own = await open('本院.xlsx', ['1.1', '身份识别', '两种方法。', ''], ['1.2', '手卫生', '设施。', '']);
  await backend.ask('draft.adopt', { draftId: own, id: 'county-2026' });
  const faulty = await open('官方.xlsx', ['１．１', '身份识别', '官方甲。', ''], ['1.1', '重复', '官方乙。', '']);
  expect(await backend.refusal('draft.adopt', { draftId: faulty })).toMatchObject({ code: 'standard/has-errors' });
  await backend.ask('official.lay', { draftId: faulty, packId: 'county-2026', leave: [], replaceAll: false });

  await backend.ask('workspace.close', {});
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
  expect(await of('1.1', 'county-2026')).toMatchObject({ points: [{ text: '官方甲。' }], source: '官方.xlsx' });
});

test('refused, with nothing replaced: no code in common, all left, no clauses, no such standard or draft', async () => {
  const { first } = await firstClauses();
  const good = await open('好.xlsx', [first.code, first.title, '官方。', '']);
  await backend.ask('official.lay', { draftId: good, packId, leave: [], replaceAll: false });
  const noMatch = {
    code: 'official/no-match',
    message: expect.stringContaining('没有一个条款的编号') as string,
  };
  expect(
    await backend.refusal('official.lay', { draftId: good, packId, leave: [first.code], replaceAll: false }),
  ).toMatchObject(noMatch);
  expect(
    await backend.refusal('official.lay', { draftId: good, packId: 'none', leave: [], replaceAll: false }),
  ).toMatchObject({
    code: 'standard/not-found',
  });
  const foreign = await open('别的.xlsx', ['99.9', '没有的条款', '丁。', '']);
  expect(
    await backend.refusal('official.lay', { draftId: foreign, packId, leave: [], replaceAll: false }),
  ).toMatchObject(noMatch);
  expect(await backend.refusal('official.lay', { draftId: good, packId, leave: [], replaceAll: false })).toMatchObject({
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
  await backend.ask('official.lay', { draftId: await open('官方.xlsx', rows), packId, leave: [], replaceAll: false });
  await backend.ask('workspace.close', {});
  const newer = new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'));
  newer.pragma('user_version = 99');
  newer.close();
  const opened = await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
  expect(opened.workspace?.readOnlyBecause).toBeDefined();

  const draftId = await open('别的.xlsx', rows);
  const readOnly = { code: 'workspace/read-only' };
  expect(await backend.ask('official.preview', { draftId, packId })).toMatchObject({ matched: [{ code: first.code }] });
  expect(await backend.refusal('official.lay', { draftId, packId, leave: [], replaceAll: false })).toMatchObject(
    readOnly,
  );
  expect(await backend.refusal('official.drop', { packId })).toMatchObject(readOnly);
  expect(await backend.refusal('draft.adopt', { draftId })).toMatchObject(readOnly);
  expect(await of(first.code)).toMatchObject({ source: '官方.xlsx' });
});
