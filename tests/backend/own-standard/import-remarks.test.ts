import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { remarksOf } from '../../../electron/backend/own-standard/import-remarks.ts';
import type { ImportRemark, StandardWork } from '../../../shared/contract/own-standard.ts';
import type { SourcePlace } from '../../../shared/contract/standard-draft.ts';
import {
  createWorkspace,
  startBackend,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { problemStandard } from '../../support/problem-standard.ts';

const at = (row: number, column: number | undefined, table = 0): SourcePlace => ({ table, row, column });

describe('一处错误属于哪一条', () => {
  const places = {
    '1.1': { clause: at(3, 0), points: [at(3, 2), at(4, 2)] },
    '1.2': { clause: at(7, 0), points: [undefined, at(7, 5)] },
    '1.3': { clause: at(7, 3), points: [] },
    '2.1': { clause: at(2, 0, 1), points: [] },
    '3.1': { clause: undefined, points: [] },
  };
  const codeAt = (place: SourcePlace | undefined) =>
    remarksOf({ places, problems: [{ severity: 'error', where: '某处', message: '错。', place }] })[0]?.code;

  test.each([
    ['本格', at(7, 3), '1.3'],
    ['要点所在的格', at(7, 5), '1.2'],
    ['本行', at(7, 9), '1.2'],
    ['整行', at(7, undefined), '1.2'],
    ['同一张表上面最近的一条', at(6, 1), '1.1'],
    ['最后一条以下', at(90, 1), '1.3'],
    ['另一张表', at(90, 1, 1), '2.1'],
    ['第一条以上没有', at(1, 0), undefined],
    ['没有条款的表没有', at(5, 0, 2), undefined],
    ['整个文件的没有', undefined, undefined],
  ])('%s', (_where, place, code) => expect(codeAt(place)).toBe(code));

  test('对不上的合计不属于上面最近的一条', () => {
    const total = { severity: 'error', where: '某处', message: '合计写明 100 分。', place: at(90, 1) } as const;
    const codes = [total, { ...total, isOfSeveral: true } as const].map(
      (problem) => remarksOf({ places, problems: [problem] })[0]?.code,
    );
    expect(codes).toEqual(['1.3', undefined]);
  });

  test('只带错误，不带提醒；怎样改文件的话不带', () => {
    const problem = { where: 'A1', place: undefined };
    expect(
      remarksOf({
        places,
        problems: [
          { ...problem, severity: 'warning', message: '请核对。' },
          { ...problem, severity: 'error', message: '编号重复，暂记为 1.2-2。请改正编号后再导入。' },
          { ...problem, severity: 'error', message: '错误值 #REF!。请在 Excel 里改正后再导入。' },
          { ...problem, severity: 'error', message: '合计对不上。请核对。' },
          { ...problem, severity: 'error', message: '请改正后再导入。' },
        ],
      }).map(({ message }) => message),
    ).toEqual(['编号重复，暂记为 1.2-2。请改正编号。', '错误值 #REF!。', '合计对不上。请核对。', '请改正后再导入。']);
  });
});

let folder: string;
let backend: TestBackend;
beforeEach(async () => {
  folder = temporaryFolder();
  backend = startBackend(folder);
  await createWorkspace(backend, folder);
});

async function beginFrom(name: string, contents: Uint8Array | string): Promise<StandardWork> {
  const file = path.join(folder, name);
  writeFileSync(file, contents);
  const { draftId } = await backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() });
  return backend.ask('own.begin', { from: { kind: 'draft', draftId } });
}
const goOn = ({ id }: StandardWork): Promise<StandardWork> =>
  backend.ask('own.begin', { from: { kind: 'standard', packId: id } });
const keep = ({ id, pack }: StandardWork, remarkCodes: (string | null)[]) =>
  backend.ask('own.keep', { id, pack: { ...pack }, remarkCodes });

async function reopen(): Promise<void> {
  backend.close();
  backend = startBackend(folder);
  await backend.ask('workspace.open', { folder: backend.grant(workspaceFolderOf(folder)) });
}

/** 1.2 is there twice, and one score is no number. */
const twoErrors = ['编号,条款名称,要点,分值', '1.1,甲,做到甲,5', '1.2,乙,做到乙,3-4', '1.2,丙,做到丙,6'].join('\n');
const totalsOf = ({ pack }: StandardWork) => ({
  total: pack.totalPoints,
  sum: pack.chapters
    .flatMap(({ sections }) => sections.flatMap(({ clauses }) => clauses.map(({ points = 0 }) => points)))
    .reduce((left, right) => left + right, 0),
});
const inShort = (remarks: readonly ImportRemark[]) =>
  remarks.map(({ code, isGone, isSettled }) => [code, isGone, isSettled]);

test('从 700 条、满是问题的文件开始编辑：12 处错误都在，各在各的条款，合计不在任何一条', async () => {
  const { remarks, pack } = await beginFrom('细则.xlsx', await problemStandard({ isBeyondMending: true }));
  expect(remarks.map(({ where, code }) => `${where} ${code}`)).toEqual([
    '评审标准!C37 1.3.2.1-2',
    '评审标准!H64 1.5.3.1',
    '评审标准!H189 3.3.1.4',
    '评审标准!C258 4.2.2.1-2',
    '评审标准!H314 4.6.3.4',
    '评审标准!C405 5.5.3.1-2',
    '评审标准!H439 6.3.2.4',
    '管理评分!B18 7.2.1',
    '管理评分!B48 7.4.1',
    '管理评分!D53 7.4.6',
    '管理评分!B78 7.6.1',
    '管理评分!B123 undefined',
  ]);
  const codes = pack.chapters.flatMap(({ sections }) =>
    sections.flatMap(({ clauses }) => clauses.map(({ code }) => code)),
  );
  expect(codes).toEqual(expect.arrayContaining(remarks.flatMap(({ code }) => code ?? [])));
  expect(remarks.every(({ isSettled, isGone }) => !isSettled && !isGone)).toBe(true);
});

test('处理过的和跟着改的编号，重启以后都还在；可以取消', async () => {
  const work = await beginFrom('细则.csv', twoErrors);
  expect(inShort(work.remarks)).toEqual([
    ['1.2', false, false],
    ['1.2-2', false, false],
  ]);
  await backend.ask('own.settle', { id: work.id, index: 1, isSettled: true });
  await keep(work, [null, '1.3']);
  await reopen();
  const again = await goOn(work);
  expect(inShort(again.remarks)).toEqual([
    ['1.2', true, false],
    ['1.3', false, true],
  ]);
  await keep(work, ['1.2', '1.3']);
  await backend.ask('own.settle', { id: work.id, index: 1, isSettled: false });
  expect(inShort((await goOn(work)).remarks)).toEqual([
    ['1.2', false, false],
    ['1.3', false, false],
  ]);
});

test('没有说编号的保存不动它们', async () => {
  const work = await beginFrom('细则.csv', twoErrors);
  await backend.ask('own.keep', { id: work.id, pack: { ...work.pack } });
  await keep(work, []);
  expect((await goOn(work)).remarks).toEqual(work.remarks);
});

test('发布以后没有了：再编辑这个标准，没有导入时的错误', async () => {
  const work = await beginFrom('细则.xlsx', await problemStandard({ isBeyondMending: true }));
  // The file's own total is kept, and stays wrong until somebody puts it right.
  expect(await backend.refusal('own.publish', { id: work.id })).toMatchObject({
    message: expect.stringContaining('还有 1 处错误') as string,
  });
  const { total, sum } = totalsOf(work);
  expect(total).not.toBe(sum);
  await backend.ask('own.keep', { id: work.id, pack: { ...work.pack, totalPoints: sum } });
  await backend.ask('own.publish', { id: work.id });
  expect(await backend.refusal('own.settle', { id: work.id, index: 0, isSettled: true })).toMatchObject({
    code: 'standard/no-work',
  });
  expect((await goOn(work)).remarks).toEqual([]);
});

test('没有错误的文件、新的标准、内置标准的副本都没有', async () => {
  const fine = await beginFrom('好.csv', '编号,条款名称,要点\n1.1,甲,做到甲');
  const empty = await backend.ask('own.begin', { from: { kind: 'new', title: '新的' } });
  const copy = await backend.ask('own.begin', { from: { kind: 'standard', packId: 'jcx-township-2022' } });
  expect([fine, empty, copy].map(({ remarks }) => remarks)).toEqual([[], [], []]);
});

test('没有的一处、没有在编辑的标准，不收', async () => {
  const { id } = await beginFrom('细则.csv', twoErrors);
  expect(await backend.refusal('own.settle', { id, index: 2, isSettled: true })).toMatchObject({
    code: 'app/bad-call',
  });
  expect(await backend.refusal('own.settle', { id: 'other', index: 0, isSettled: true })).toMatchObject({
    code: 'standard/no-work',
  });
});
