import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { createWorkspace, startBackend, temporaryFolder, type TestBackend } from '../../support/backend.ts';
import { ownPack, ownPackId, publish } from '../../support/own-round.ts';

let folder: string;
let backend: TestBackend;
beforeEach(async () => {
  folder = temporaryFolder();
  backend = startBackend(folder);
  await createWorkspace(backend, folder);
  await publish((name, input) => backend.ask(name, input), ownPack('first'));
});

async function openDraft(name: string, content: string): Promise<string> {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  const draft = await backend.ask('draft.open', { file: backend.grant(file), jobId: randomUUID() });
  return draft.draftId;
}
const openPack = (pack: Pack) => openDraft(`${pack.id}.yaml`, JSON.stringify(pack));

test('导入前先看：文件里的新版与本院现在的标准差在哪里', async () => {
  const draftId = await openPack(ownPack('second'));
  const { kept, added, removed } = await backend.ask('edition.compareDraft', { draftId, packId: ownPackId });
  expect(kept.map(({ kind, to }) => `${kind} ${to.code}`)).toEqual([
    'same 1.1',
    'reworded 1.2',
    'moved 2.1',
    'renamed 2.2',
    'reworded 1.6',
    'reworded 1.7',
  ]);
  expect([added.map(({ title }) => title), removed.map(({ title }) => title)]).toEqual([
    ['职业暴露防护'],
    ['纸质登记本管理'],
  ]);
  expect((await backend.ask('own.get', { id: ownPackId })).revisions).toHaveLength(1);
});

test('只改了分值、扣分标准、核心、可选，也是改了；只改规则不改条款，就不说没有不同', async () => {
  const first = ownPack('first');
  const [chapter] = first.chapters;
  const [section] = chapter?.sections ?? [];
  if (!chapter || !section) throw new Error('no section');
  const clauses = section.clauses.map((clause) =>
    clause.code === '1.6'
      ? { ...clause, points: 5, deductions: ['缺一项扣 1 分'], core: true, optional: true }
      : clause,
  );
  const scored = { ...first, totalPoints: 5, chapters: [{ ...chapter, sections: [{ ...section, clauses }] }] };
  const changes = await backend.ask('edition.compareDraft', { draftId: await openPack(scored), packId: ownPackId });
  expect(changes.isSame).toBe(false);
  expect(changes.kept.filter(({ kind }) => kind !== 'same')).toMatchObject([
    {
      kind: 'reworded',
      to: { code: '1.6' },
      similarity: 1,
      changed: [
        { what: 'score', from: '10', to: '5' },
        { what: 'core', to: true },
        { what: 'optional', to: true },
        { what: 'deductions' },
      ],
    },
  ]);
  const same = await backend.ask('edition.compareDraft', { draftId: await openPack(first), packId: ownPackId });
  expect([same.isSame, new Set(same.kept.map(({ kind }) => kind))]).toEqual([true, new Set(['same'])]);
  const ruled = { ...first, targets: first.targets.slice(0, 1) };
  const rules = await backend.ask('edition.compareDraft', { draftId: await openPack(ruled), packId: ownPackId });
  expect([rules.isSame, new Set(rules.kept.map(({ kind }) => kind))]).toEqual([false, new Set(['same'])]);
});

test('关掉的文件和没有的标准都说清楚', async () => {
  const draftId = await openPack(ownPack('second'));
  expect(await backend.refusal('edition.compareDraft', { draftId, packId: 'nothing' })).toMatchObject({
    code: 'standard/not-found',
  });
  await backend.ask('draft.close', { draftId });
  expect(await backend.refusal('edition.compareDraft', { draftId, packId: ownPackId })).toMatchObject({
    code: 'draft/closed',
  });
});

describe('从文件开始编辑', () => {
  test('有错误的文件也能编辑；已有的标准从文件编辑后成为新修订', async () => {
    const second = ownPack('second');
    const draftId = await openDraft(
      '官方.csv',
      '条款编号,条款名称,考核要点,分值\n1.1,手卫生,有设施,10\n1.2,消防,有灭火器,5\n1.1,处方点评,每月点评,10\n',
    );
    const work = await backend.ask('own.begin', { from: { kind: 'draft', draftId } });
    // The code that stands there twice keeps the import from being adopted, not from being put right here.
    expect(work).toMatchObject({ base: undefined, source: '官方.csv' });
    const codes = work.pack.chapters.flatMap(({ sections }) =>
      sections.flatMap(({ clauses }) => clauses.map(({ code }) => code)),
    );
    expect(codes).toEqual(['1.1', '1.2', '1.1-2']);

    const newer = await openPack(second);
    const revised = await backend.ask('own.begin', { from: { kind: 'draft', draftId: newer } });
    expect(revised).toMatchObject({ id: ownPackId, base: 1, source: `${ownPackId}.yaml` });
    expect(await backend.ask('own.publish', { id: ownPackId })).toEqual({ id: ownPackId, revision: 2 });
  });

  test('还有没发布的修改时，不用文件盖掉它', async () => {
    const work = await backend.ask('own.begin', { from: { kind: 'standard', packId: ownPackId } });
    const draftId = await openPack(ownPack('second'));
    expect(await backend.refusal('own.begin', { from: { kind: 'draft', draftId } })).toMatchObject({
      code: 'standard/under-edit',
    });
    const again = await backend.ask('own.begin', { from: { kind: 'standard', packId: ownPackId } });
    expect(again).toEqual({ ...work, isWorthKeeping: true });
  });
});
