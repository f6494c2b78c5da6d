import { writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import {
  clauseOf,
  startBackend,
  startRound,
  temporaryFolder,
  workspaceFolderOf,
  type TestBackend,
} from '../../support/backend.ts';
import { community, pairOf, suggest, township } from './two-standards.ts';

const confirm = (backend: TestBackend, code: string, otherCode: string) =>
  backend.ask('link.set', {
    packId: township,
    otherPackId: community,
    pairs: [{ code, otherCode, state: 'confirmed' }],
  });

/** A township round and a community round, the first of them open. */
async function twoRounds() {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const first = await startRound(backend, folder);
  const { id } = await backend.ask('round.create', { packId: community, targetId: 'recommended', title: '社区自评' });
  const view = await backend.ask('round.open', { roundId: id });
  await backend.ask('round.open', { roundId: first.roundId });
  return { folder, backend, first, second: { roundId: id, clause: (code: string) => clauseOf(view, code) } };
}

async function attach(backend: TestBackend, folder: string, roundId: never, clauseId: never, name: string) {
  const file = path.join(folder, name);
  writeFileSync(file, `内容 ${name}`);
  return backend.ask('evidence.attach', {
    roundId,
    clauseId,
    files: [backend.grant(file)],
    jobId: crypto.randomUUID(),
  });
}

test('相像的条款两个方向都提出，两端互换；确认和排除记在两端', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const there = await suggest(backend, township, community);
  const back = await suggest(backend, community, township);
  expect(pairOf(there, '2.1.5', '2.1.6')).toMatchObject({
    clause: { title: '转诊服务', method: 'graded' },
    other: { title: '转诊服务' },
    state: 'suggested',
  });
  expect(back).toHaveLength(there.length);
  expect(pairOf(back, '2.1.6', '2.1.5')?.similarity).toBe(pairOf(there, '2.1.5', '2.1.6')?.similarity);
  expect(pairOf(there, '3.6.3', '3.6.3')?.clause.points.length).toBeGreaterThan(0);

  await backend.ask('link.set', {
    packId: township,
    otherPackId: community,
    pairs: [
      { code: '2.1.5', otherCode: '2.1.6', state: 'confirmed' },
      { code: '3.6.3', otherCode: '3.6.3', state: 'dismissed' },
      { code: '1.1.1', otherCode: '4.5.2', state: 'confirmed' },
    ],
  });
  const after = await suggest(backend, community, township);
  expect(pairOf(after, '2.1.6', '2.1.5')?.state).toBe('confirmed');
  expect(pairOf(after, '3.6.3', '3.6.3')?.state).toBe('dismissed');
  expect(pairOf(after, '4.5.2', '1.1.1'), '确认过的，再不像也列出').toMatchObject({ state: 'confirmed' });
  expect(after).toHaveLength(there.length + 1);
  expect(await backend.ask('link.counts', { packId: community })).toEqual([{ packId: township, confirmed: 2 }]);
  expect(await backend.ask('link.counts', { packId: township })).toEqual([{ packId: community, confirmed: 2 }]);

  await backend.ask('link.set', {
    packId: community,
    otherPackId: township,
    pairs: [
      { code: '4.5.2', otherCode: '1.1.1', state: null },
      { code: '2.1.6', otherCode: '2.1.5', state: 'dismissed' },
    ],
  });
  const last = await suggest(backend, township, community);
  expect(pairOf(last, '1.1.1', '4.5.2')).toBeUndefined();
  expect(pairOf(last, '2.1.5', '2.1.6')?.state).toBe('dismissed');
  expect(await backend.ask('link.counts', { packId: township })).toEqual([]);
  expect(backend.bugs).toEqual([]);
});

test('比较报告进度，取消后什么也没有', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const jobId = crypto.randomUUID();
  const answer = backend.call('link.suggest', { packId: 'tier3-2022', otherPackId: 'tier2-2012', jobId });
  while (!backend.events.some((event) => event.jobId === jobId)) await new Promise((go) => setImmediate(go));
  expect(backend.events.at(-1)).toMatchObject({ jobId, label: '正在比较两个标准的条款', total: 1023 });
  await backend.ask('job.cancel', { jobId });
  expect(await answer).toMatchObject({ ok: false, error: { code: 'job/cancelled' } });
});

test('关联条款带来另一轮的结果、说明、问题和佐证；打开着的轮次不受影响', async () => {
  const { folder, backend, first, second } = await twoRounds();
  await confirm(backend, '3.6.3', '3.6.3');
  const there = second.clause('3.6.3');
  const here = first.clause('3.6.3');
  const [met, partial, unmet] = there.points;
  await backend.ask('assessment.mark', {
    roundId: second.roundId,
    clauseId: there.id,
    marks: [
      { pointId: met?.id as never, mark: 'met' },
      { pointId: partial?.id as never, mark: 'partial' },
      { pointId: unmet?.id as never, mark: 'unmet' },
    ],
  });
  await backend.ask('assessment.grade', { roundId: second.roundId, clauseId: there.id, grade: 'D', reason: '' });
  await backend.ask('assessment.note', { roundId: second.roundId, clauseId: there.id, note: '洗手池缺干手纸' });
  await attach(backend, folder, second.roundId as never, there.id as never, '手卫生制度.txt');
  await attach(backend, folder, second.roundId as never, there.id as never, '依从性调查表.txt');

  const linked = await backend.ask('link.ofClause', { roundId: first.roundId, clauseId: here.id });
  expect(linked).toHaveLength(1);
  expect(linked[0]).toMatchObject({ packId: community, code: '3.6.3', title: '手卫生与标准预防' });
  const [found] = linked[0]?.rounds ?? [];
  expect(found).toMatchObject({
    roundId: second.roundId,
    roundTitle: '社区自评',
    clause: { id: there.id, method: 'graded' },
    input: { ownGrade: 'D' },
    note: '洗手池缺干手纸',
    unmet: [partial?.text, unmet?.text],
  });
  expect(found?.evidence.map(({ title }) => title)).toEqual(['手卫生制度', '依从性调查表']);
  expect(found?.clause.points).toEqual(there.points);

  const undo = (await backend.ask('round.open', { roundId: second.roundId })).history.undo;
  expect(undo, '看关联条款不动任何轮次').toContain('3.6.3');
  const back = await backend.ask('link.ofClause', { roundId: second.roundId, clauseId: there.id });
  expect(back[0]).toMatchObject({ packId: township, rounds: [{ roundId: first.roundId, evidence: [] }] });
  expect(await backend.ask('link.ofClause', { roundId: first.roundId, clauseId: first.clause('3.6.4').id })).toEqual(
    [],
  );
});

test('指标和分值条款也带来结果所依据的数据；几轮里最新的在前', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const tier2 = await backend.ask('round.create', { packId: 'tier2-2012', targetId: '2a', title: '二级自评' });
  const older = await backend.ask('round.create', { packId: 'tier3-2022', targetId: '3a', title: '去年' });
  const newer = await backend.ask('round.create', { packId: 'tier3-2022', targetId: '3a', title: '今年' });
  await backend.ask('link.set', {
    packId: 'tier2-2012',
    otherPackId: 'tier3-2022',
    pairs: [{ code: '7.1.4.3', otherCode: '2.1.4.2', state: 'confirmed' }],
  });
  const view = await backend.ask('round.open', { roundId: newer.id });
  const measured = clauseOf(view, '2.1.4.2');
  await backend.ask('assessment.figures', {
    roundId: newer.id,
    clauseId: measured.id,
    figures: [{ period: '2026年3月', numerator: '80', denominator: '100' }],
  });
  const here = clauseOf(await backend.ask('round.open', { roundId: tier2.id }), '7.1.4.3');
  const [linked] = await backend.ask('link.ofClause', { roundId: tier2.id, clauseId: here.id });
  expect(linked?.rounds.map(({ roundTitle }) => roundTitle)).toEqual(['今年', '去年']);
  expect(linked?.rounds[0]).toMatchObject({
    clause: { method: 'indicator', indicator: measured.indicator },
    input: { figures: [{ period: '2026-03', numerator: '80', denominator: '100' }] },
  });
  expect(linked?.rounds[1]).toMatchObject({ roundId: older.id, input: { figures: [] } });
});

test('采用关联条款的佐证可以撤销，之后两端都说明共用', async () => {
  const { folder, backend, first, second } = await twoRounds();
  await confirm(backend, '3.6.3', '3.6.3');
  const there = second.clause('3.6.3');
  const here = first.clause('3.6.3');
  await attach(backend, folder, second.roundId as never, there.id as never, '手卫生制度.txt');
  const offered = async () => {
    const [linked] = await backend.ask('link.ofClause', { roundId: first.roundId, clauseId: here.id });
    return linked?.rounds[0]?.evidence[0];
  };
  const evidenceId = (await offered())?.id as never;
  await backend.ask('evidence.reuse', { roundId: first.roundId, clauseId: here.id, evidenceId });
  expect((await offered())?.usedBy.map(({ roundId }) => roundId).toSorted()).toEqual(
    [first.roundId, second.roundId].toSorted(),
  );
  await backend.ask('assessment.undo', { roundId: first.roundId });
  expect((await offered())?.usedBy.map(({ roundId }) => roundId)).toEqual([second.roundId]);
});

test('一个标准和自己、没有的条款、没有的标准都被拒绝，一条也不留下', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const pair = { code: '1.1.1', otherCode: '1.1.1', state: 'confirmed' } as const;
  const same = { packId: township, otherPackId: township };
  expect(await backend.refusal('link.set', { ...same, pairs: [pair] })).toMatchObject({ code: 'link/same-standard' });
  expect(await backend.refusal('link.suggest', { ...same, jobId: crypto.randomUUID() })).toMatchObject({
    code: 'link/same-standard',
  });
  const refused = await backend.refusal('link.set', {
    packId: township,
    otherPackId: community,
    pairs: [pair, { ...pair, code: '99.9' }, { ...pair, otherCode: '88.8' }],
  });
  expect(refused.code).toBe('link/clause-unknown');
  expect(refused.details).toEqual([
    '《乡镇卫生院服务能力标准（2022版）自评要点》没有条款 99.9',
    '《社区卫生服务中心服务能力标准（2022版）自评要点》没有条款 88.8',
  ]);
  const unknown = { packId: township, otherPackId: 'no-such-pack', pairs: [pair] };
  expect(await backend.refusal('link.set', unknown)).toMatchObject({ code: 'standard/not-found' });
  expect(await backend.ask('link.counts', { packId: township })).toEqual([]);
  expect(backend.bugs).toEqual([]);
});

test('只读的工作区看得到关联，不能改', async () => {
  const { folder, backend, first } = await twoRounds();
  await confirm(backend, '3.6.3', '3.6.3');
  backend.close();
  const database = new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'));
  database.pragma('user_version = 9999');
  database.close();

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  const pairs = [{ code: '3.6.4', otherCode: '3.6.4', state: 'confirmed' as const }];
  expect(await again.refusal('link.set', { packId: township, otherPackId: community, pairs })).toMatchObject({
    code: 'workspace/read-only',
  });
  const clauseId = first.clause('3.6.3').id;
  expect(await again.ask('link.ofClause', { roundId: first.roundId, clauseId })).toHaveLength(1);
  expect(await again.ask('link.counts', { packId: township })).toEqual([{ packId: community, confirmed: 1 }]);
});

test('重新打开后关联还在', async () => {
  const { folder, backend, first } = await twoRounds();
  await confirm(backend, '3.6.3', '3.6.3');
  backend.close();
  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  const clauseId = first.clause('3.6.3').id;
  const [linked] = await again.ask('link.ofClause', { roundId: first.roundId, clauseId });
  expect(linked).toMatchObject({ packId: community, code: '3.6.3' });
  expect(pairOf(await suggest(again, township, community), '3.6.3', '3.6.3')?.state).toBe('confirmed');
});
