import { randomUUID } from 'node:crypto';
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, expect, test, vi } from 'vitest';
import type { DraftCorrections, StandardDraft } from '../../../shared/contract/standard-draft.ts';
import {
  createWorkspace,
  startBackend,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { makeDocx, p, tbl } from '../standard-import/make-docx.ts';
import { makeXlsx, type SheetPlan } from '../standard-import/make-xlsx.ts';

let folder: string;
let backend: TestBackend;
beforeEach(() => {
  folder = temporaryFolder();
  backend = startBackend(folder);
});

const save = (name: string, contents: Uint8Array | string): string => {
  const file = path.join(folder, name);
  writeFileSync(file, contents);
  return file;
};
const open = (file: string): Promise<StandardDraft> =>
  backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() });
const correct = ({ draftId }: StandardDraft, corrections: DraftCorrections): Promise<StandardDraft> =>
  backend.ask('draft.correct', { draftId, corrections, jobId: randomUUID() });
const rows = ({ draftId }: StandardDraft, table = 0, from = 0, count = 100) =>
  backend.ask('draft.rows', { draftId, table, from, count });
const clausesOf = ({ pack }: StandardDraft) =>
  pack?.chapters.flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses)) ?? [];
const first: SheetPlan = {
  name: '正文!A1',
  rows: [
    ['县级医院评审细则（2026版）'],
    ['编号', '条款名称', '要点', '分值'],
    ['1.1', '患者身份识别', '至少两种方法。', 5],
    ['', '', '有登记。'],
    ['1.3', '手卫生', '设施齐全。', 6],
  ],
  merges: ['A3:A4', 'B3:B4', 'D3:D4'],
};
const fine = () => makeXlsx({ ...first, name: '正文' });
const faulty = () =>
  makeXlsx({
    ...first,
    rows: [...first.rows, ['1.3', '同一编号', '乙。', 1]],
  });

test('a file is understood, and each thing leads to its cell in the source table', async () => {
  const draft = await open(save('细则.xlsx', await makeXlsx(first)));
  expect(draft).toMatchObject({ fileName: '细则.xlsx', format: 'xlsx' });
  expect(draft.sources).toEqual([{ name: '正文!A1', hidden: false, rows: 5, columns: 4 }]);
  expect(clausesOf(draft).map(({ code, title }) => `${code} ${title}`)).toEqual(['1.1 患者身份识别', '1.3 手卫生']);
  expect(draft.places['1.1']).toEqual({
    clause: { table: 0, row: 3, column: 0 },
    points: [
      { table: 0, row: 3, column: 2 },
      { table: 0, row: 4, column: 2 },
    ],
  });
  expect(draft.problems).toEqual([
    {
      severity: 'warning',
      where: '正文!A1!A5',
      message: expect.stringContaining('从 1.1 跳到 1.3') as string,
      place: { table: 0, row: 5, column: 0 },
    },
  ]);
});

test('rows of the source are told by index, with merged cells marked', async () => {
  const draft = await open(save('细则.xlsx', await makeXlsx(first)));
  const all = await rows(draft);
  expect(all.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5]);
  expect(all[3]?.cells).toEqual([
    { column: 0, text: '1.1', kind: 'text', merged: true },
    { column: 1, text: '患者身份识别', kind: 'text', merged: true },
    { column: 2, text: '有登记。', kind: 'text' },
    { column: 3, text: '5', kind: 'number', merged: true },
  ]);
  expect(await rows(draft, 0, 1, 2)).toEqual(all.slice(1, 3));
  expect(await rows(draft, 0, 5, 10)).toEqual([]);
  expect(await rows(draft, 7)).toEqual([]);
});

test('corrections need the file no more, replace those before, and go on into the next page', async () => {
  const words = ['代号', '要做的事', '怎样算做到'];
  const file = save(
    '细则.docx',
    await makeDocx(tbl([words, ['1.1', '甲', '做到甲。']]), p('续表'), tbl([['1.2', '乙', '做到乙。']])),
  );
  const draft = await open(file);
  writeFileSync(file, 'another file');
  rmSync(file);
  const roles = { 0: 'code', 1: 'title', 2: 'points' } as const;
  const corrected = await correct(draft, {
    tables: { '0': { headerRow: 1, roles, use: true, method: 'prerequisite' }, '1': { use: true } },
    meta: { title: '改过的名称', edition: '2027' },
  });
  expect(corrected.draftId).toBe(draft.draftId);
  expect(corrected.tables.map(({ id, continues, method }) => ({ id, continues, method }))).toEqual([
    { id: '0', continues: undefined, method: 'prerequisite' },
    { id: '1', continues: '0', method: 'prerequisite' },
  ]);
  expect(corrected.pack).toMatchObject({ title: '改过的名称', edition: '2027' });
  expect(clausesOf(corrected).map(({ title, requirements }) => [title, requirements?.yes])).toEqual([
    ['甲', ['做到甲。']],
    ['乙', ['做到乙。']],
  ]);
  expect(await correct(draft, {})).toEqual(draft);
  expect(await rows(draft, 1)).toHaveLength(1);
});

test('what lies far to the right is not read, and is told with its cell', async () => {
  const far = Array.from({ length: 300 }, (_cell, at) => (at === 299 ? '角落' : null));
  const draft = await open(save('细则.xlsx', await makeXlsx({ ...first, name: '正文', rows: [...first.rows, far] })));
  expect(draft.sources[0]?.columns).toBe(4);
  expect(draft.problems[0]).toMatchObject({
    where: '正文!KN6',
    message: expect.stringContaining('200 列以外') as string,
    place: { table: 0, row: 6, column: 299 },
  });
});

test('a YAML pack has no tables to correct', async () => {
  const draft = await open(path.join(import.meta.dirname, '../../../resources/standards/jcx-township-2022.yaml'));
  expect(draft).toMatchObject({ format: 'yaml', sources: [], tables: [], problems: [] });
  expect(draft.pack?.id).toBe('jcx-township-2022');
  expect((await correct(draft, { meta: { issuer: '某某县' } })).pack?.issuer).toBe('某某县');
  expect(await rows(draft)).toEqual([]);
});

const closed = { code: 'draft/closed', message: '导入的文件已关闭，请重新选择文件。' };

test('one draft at a time: another file closes the one before, and what is closed answers no more', async () => {
  const before = await open(save('甲.xlsx', await fine()));
  const after = await open(save('乙.xlsx', await fine()));
  const { draftId } = before;
  expect(await backend.refusal('draft.rows', { draftId, table: 0, from: 0, count: 1 })).toMatchObject(closed);
  expect(await backend.refusal('draft.correct', { draftId, corrections: {}, jobId: randomUUID() })).toMatchObject(
    closed,
  );
  expect(await backend.refusal('draft.adopt', { draftId })).toMatchObject(closed);
  await backend.ask('draft.close', { draftId });
  expect(await rows(after)).toHaveLength(5);
  await backend.ask('draft.close', { draftId: after.draftId });
  await backend.ask('draft.close', { draftId: after.draftId });
  expect(await backend.refusal('official.preview', { draftId: after.draftId, packId: 'x' })).toMatchObject(closed);
});

test('a file chosen while another is read takes its place', async () => {
  const slow = backend.refusal('draft.open', {
    file: backend.grant(save('甲.xlsx', await fine())),
    jobId: randomUUID(),
  });
  const draft = await open(save('乙.xlsx', await fine()));
  expect(await slow).toMatchObject(closed);
  expect(await rows(draft)).toHaveLength(5);
});

test('a refused file closes the one before, too, and its token can be used again', async () => {
  const before = await open(save('甲.xlsx', await fine()));
  const file = backend.grant(save('坏.xlsx', '%PDF-1.7'));
  for (let attempt = 0; attempt < 2; attempt++) {
    const refusal = await backend.refusal('draft.open', { file, jobId: randomUUID() });
    expect(refusal).toMatchObject({ code: 'file/unreadable', message: expect.stringContaining('坏.xlsx') as string });
  }
  expect(await backend.refusal('draft.rows', { draftId: before.draftId, table: 0, from: 0, count: 1 })).toMatchObject(
    closed,
  );
});

test('cancelled while it is opened there is no draft', async () => {
  const jobId = randomUUID();
  const file = backend.grant(save('甲.xlsx', await fine()));
  const opening = backend.refusal('draft.open', { file, jobId });
  await vi.waitFor(() => expect(backend.events).toContainEqual(expect.objectContaining({ jobId }) as unknown));
  await backend.ask('job.cancel', { jobId });
  expect(await opening).toMatchObject({ code: 'job/cancelled' });
  expect(await backend.ask('draft.open', { file, jobId: randomUUID() })).toMatchObject({ fileName: '甲.xlsx' });
});

test('adopted as an own standard, then as its next revision; the draft is closed', async () => {
  await createWorkspace(backend, folder);
  const draft = await open(save('细则.xlsx', await fine()));
  const adopted = await backend.ask('draft.adopt', { draftId: draft.draftId });
  expect(adopted).toEqual({ id: draft.pack?.id, revision: 1 });
  expect(await backend.refusal('draft.rows', { draftId: draft.draftId, table: 0, from: 0, count: 1 })).toMatchObject(
    closed,
  );

  const next = await correct(await open(save('细则.xlsx', await fine())), { meta: { edition: '2027' } });
  expect(await backend.ask('draft.adopt', { draftId: next.draftId, id: adopted.id })).toEqual({
    id: adopted.id,
    revision: 2,
  });
  const { summary } = await backend.ask('standard.read', { packId: adopted.id });
  expect(summary).toMatchObject({ own: true, edition: '2027' });

  const named = await open(save('细则.xlsx', await fine()));
  expect(await backend.ask('draft.adopt', { draftId: named.draftId, id: 'county-2026' })).toEqual({
    id: 'county-2026',
    revision: 1,
  });
});

test('not adopted with errors, without clauses, under the id of a built-in standard, without a workspace', async () => {
  const wrong = await open(save('错.xlsx', await faulty()));
  await createWorkspace(backend, folder);
  const refusal = await backend.refusal('draft.adopt', { draftId: wrong.draftId });
  expect(refusal).toMatchObject({ code: 'standard/has-errors' });
  expect(refusal.details.join()).toContain('正文!A1!A6');

  const none = await open(save('无.csv', '只有,文字\n没有,条款\n'));
  expect(none.pack).toBeUndefined();
  expect(await backend.refusal('draft.adopt', { draftId: none.draftId })).toMatchObject({
    code: 'standard/has-errors',
  });

  const good = await open(save('好.xlsx', await fine()));
  const { draftId } = good;
  expect(await backend.refusal('draft.adopt', { draftId, id: 'jcx-township-2022' })).toMatchObject({
    code: 'standard/id-built-in',
  });
  await backend.ask('workspace.close', {});
  expect(await backend.refusal('draft.adopt', { draftId })).toMatchObject({ code: 'workspace/none-open' });
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
  expect((await backend.ask('standard.list', {})).filter(({ own }) => own)).toEqual([]);
  expect(await backend.ask('draft.adopt', { draftId })).toMatchObject({ revision: 1 });
});

test('not adopted over work that is not published yet', async () => {
  await createWorkspace(backend, folder);
  const { draftId } = await open(save('细则.xlsx', await fine()));
  await backend.ask('own.begin', { from: { kind: 'draft', draftId } });
  const { draftId: again } = await open(save('细则.xlsx', await fine()));
  expect(await backend.refusal('draft.adopt', { draftId: again })).toMatchObject({ code: 'standard/under-edit' });
  const brought = { file: backend.grant(save('细则.xlsx', await fine())), apply: true, jobId: randomUUID() };
  expect(await backend.refusal('standard.import', brought)).toMatchObject({ code: 'standard/under-edit' });
  expect(await backend.ask('draft.adopt', { draftId: again, id: 'another' })).toEqual({ id: 'another', revision: 1 });
});

test('the largest standard that is read can be adopted, listed and searched', async () => {
  await createWorkspace(backend, folder);
  const lines = Array.from({ length: 4900 }, (_clause, at) => {
    const code = `${Math.floor(at / 100) + 1}.${(at % 100) + 1}`;
    return `${code},条款${at}名称,1.要点甲；2.要点乙,医务科、护理部`;
  });
  const draft = await open(save('大.csv', ['编号,条款名称,要点,责任科室', ...lines].join('\n')));
  expect(draft.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { id } = await backend.ask('draft.adopt', { draftId: draft.draftId });
  const listed = (await backend.ask('standard.list', {})).find((summary) => summary.id === id);
  expect(listed?.clauses).toEqual({ checklist: 4900 });
  expect((await backend.ask('standard.search', { text: '条款4899' })).hits[0]).toMatchObject({ packId: id });
});

test('what would be too large to be read again is not adopted, and the library stays as it was', async () => {
  await createWorkspace(backend, folder);
  const lines = Array.from({ length: 600 }, (_clause, at) => `1.${at + 1},甲,${'甲'.repeat(4999)}`);
  const { draftId } = await open(save('过大.csv', ['编号,条款名称,要点', ...lines].join('\n')));
  expect(await backend.refusal('draft.adopt', { draftId })).toMatchObject({
    code: 'standard/has-errors',
    message: expect.stringContaining('过大.csv') as string,
    details: [expect.stringContaining('内容过多') as string],
  });
  expect((await backend.ask('standard.list', {})).filter(({ own }) => own)).toEqual([]);
});
