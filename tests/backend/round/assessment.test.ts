import { expect, test } from 'vitest';
import {
  allMet,
  clauseOf,
  startBackend,
  startRound,
  temporaryFolder,
  workspaceFolderOf,
} from '../../support/backend.ts';
import type { ClauseId, PointId } from '../../../shared/domain/id.ts';

test('判定要点：等级、达标情况和撤销一起回来，重开后都在', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  const target = clause('1.1.1');
  const change = await backend.ask('assessment.mark', { roundId, clauseId: target.id, marks: allMet(target) });
  expect(change.verdict.rules[0]).toMatchObject({ grade: 'C', count: 1, denominator: 109, missing: 108 });
  expect(change.history).toEqual({ undo: '1.1.1 要点判定', redo: undefined });
  backend.close();

  const again = startBackend(folder);
  const state = await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  expect(state.rounds.map((round) => round.title)).toEqual(['2026 年下半年自评']);
  const view = await again.ask('round.open', { roundId });
  expect(Object.values(view.states.find((entry) => entry.clauseId === target.id)?.marks ?? {})).toHaveLength(
    target.points.length,
  );
  expect(view.verdict.rules[0]).toMatchObject({ count: 1 });
  expect(view.history.undo).toBe('1.1.1 要点判定');
});

test('撤销和重做覆盖判定、评级、说明，跨重启仍可撤销', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause, view } = await startRound(backend, folder);
  const target = clause('1.1.1');
  const place = { roundId, clauseId: target.id };
  const before = view.states.find((state) => state.clauseId === target.id);
  await backend.ask('assessment.mark', { ...place, marks: allMet(target) });
  await backend.ask('assessment.grade', { ...place, grade: 'C', reason: '' });
  const noted = await backend.ask('assessment.note', { ...place, note: '=1+1 不是公式' });
  backend.close();

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  for (let step = 0; step < 3; step++) await again.ask('assessment.undo', { roundId });
  const undone = await again.ask('round.open', { roundId });
  expect(undone.states.find((state) => state.clauseId === target.id)).toEqual(before);
  expect(undone.history).toEqual({ undo: undefined, redo: '1.1.1 要点判定' });
  expect(await again.refusal('assessment.undo', { roundId })).toMatchObject({ code: 'assessment/nothing-to-undo' });

  for (let step = 0; step < 3; step++) await again.ask('assessment.redo', { roundId });
  const redone = await again.ask('round.open', { roundId });
  expect(redone.states.find((state) => state.clauseId === target.id)).toEqual(noted.states[0]);
  expect(await again.refusal('assessment.redo', { roundId })).toMatchObject({ code: 'assessment/nothing-to-redo' });
});

test('高于建议没有理由、非可选评 E、别的条款的要点：拒绝，什么都没变', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  const target = clause('1.1.1');
  const place = { roundId, clauseId: target.id };
  expect(await backend.refusal('assessment.grade', { ...place, grade: 'A', reason: ' ' })).toMatchObject({
    code: 'assessment/reason-missing',
    message: '条款 1.1.1 要点还没判完，直接评为 A，请写明理由。',
  });
  expect(await backend.refusal('assessment.grade', { ...place, grade: 'E', reason: '' })).toMatchObject({
    code: 'assessment/not-optional',
  });
  const foreign = clause('1.1.2').points[0]?.id as PointId;
  const [own] = allMet(target);
  expect(
    await backend.refusal('assessment.mark', { ...place, marks: [own!, { pointId: foreign, mark: 'met' }] }),
  ).toMatchObject({ code: 'assessment/point-not-found' });
  expect(
    await backend.refusal('assessment.note', { roundId, clauseId: 'x/9.9.9' as ClauseId, note: '' }),
  ).toMatchObject({ message: expect.stringContaining('9.9.9') as string });
  const view = await backend.ask('round.open', { roundId });
  expect(view.history.undo).toBeUndefined();
  expect(view.verdict.unscored).toBe(109);
});

test('没有改变的操作不进入撤销', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  const change = await backend.ask('assessment.note', { roundId, clauseId: clause('1.1.1').id, note: '' });
  expect(change.history.undo).toBeUndefined();
  // The answer brings the clause all the same: the page waits for the last of several quick commands.
  expect(change.states).toMatchObject([{ clauseId: clause('1.1.1').id, note: '' }]);
});

test('指标条款不能用等级评分；排除的章不进入比例', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const round = await backend.ask('round.create', { packId: 'tier2-2012', targetId: '2a', title: '二甲' });
  const view = await backend.ask('round.open', { roundId: round.id });
  const indicator = clauseOf(view, '7.1.1.1');
  expect(indicator.indicator).toMatchObject({ unit: '张', denominator: null });
  expect(
    await backend.refusal('assessment.grade', {
      roundId: round.id,
      clauseId: indicator.id,
      grade: 'A',
      reason: '理由',
    }),
  ).toMatchObject({ code: 'assessment/not-graded' });
  expect(view.verdict.rules).toMatchObject([321, 321, 321, 33, 33, 33].map((denominator) => ({ denominator })));
});

test('记录链：每个操作一行，改过的行找得出来', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  for (const note of ['一', '二', '三']) {
    await backend.ask('assessment.note', { roundId, clauseId: clause('1.1.1').id, note });
  }
  backend.close();
  const { openDatabase } = await import('../../../electron/backend/db/open-database.ts');
  const { createChangeLog } = await import('../../../electron/backend/round/change-log.ts');
  const db = openDatabase(`${workspaceFolderOf(folder)}/dabiao.db`);
  expect(createChangeLog(db).firstBrokenRow()).toBeUndefined();
  expect(() => db.exec("UPDATE change_log SET actor = '别人' WHERE seq = 2")).toThrow('append-only');
  db.exec("DROP TRIGGER change_log_no_update; UPDATE change_log SET actor = '别人' WHERE seq = 2");
  expect(createChangeLog(db).firstBrokenRow()).toBe(2);
  db.close();
});

test('目标和标准不存在、不合规定的输入：说明原因', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  expect(await backend.refusal('round.create', { packId: 'no-such', targetId: 'basic', title: '' })).toMatchObject({
    code: 'standard/not-found',
  });
  expect(
    await backend.refusal('round.create', { packId: 'jcx-township-2022', targetId: '3a', title: '' }),
  ).toMatchObject({ code: 'standard/target-not-found', message: expect.stringContaining('basic') as string });
  expect(await backend.call('no.such', {})).toMatchObject({ ok: false, error: { code: 'app/bad-call' } });
  expect(await backend.call('__proto__', {})).toMatchObject({ ok: false, error: { code: 'app/bad-call' } });
  expect(await backend.call('round.open', { roundId: 1 })).toMatchObject({
    ok: false,
    error: { code: 'app/bad-call' },
  });
  expect(await backend.call('round.open', { roundId: 'x', extra: 1 })).toMatchObject({ ok: false });
});
