import { expect, test } from 'vitest';
import type { TargetId } from '../../../shared/domain/id.ts';
import { clausesOf, type Rule } from '../../../shared/domain/standard/standard.ts';
import { allMet, startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';

const rule = (atLeast: string, scope = 'all'): Rule => ({ kind: 'grade', scope, grade: 'C', atLeast });
const recommended = 'recommended' as TargetId;

test('改规则立刻生效、标明已修改；恢复内置；都能撤销，重开还在', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view, clause } = await startRound(backend, folder);
  await backend.ask('assessment.mark', { roundId, clauseId: clause('1.1.1').id, marks: allMet(clause('1.1.1')) });
  const edited = await backend.ask('round.editTarget', { roundId, targetId: recommended, rules: [rule('1/109')] });
  expect(edited.verdict).toMatchObject({ reached: true, rules: [{ count: 1, atLeast: '1/109' }] });
  const target = edited.settings?.targets.find(({ id }) => id === recommended);
  expect(target).toMatchObject({ edited: true, rules: [rule('1/109')], builtIn: view.target.rules });
  expect(edited.settings?.targets.find(({ id }) => id === 'basic')).toMatchObject({ edited: false });
  backend.close();

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  expect((await again.ask('round.open', { roundId })).target).toMatchObject({ edited: true, rules: [rule('1/109')] });
  expect((await again.ask('round.verdict', { roundId })).edited).toBe(true);
  const restored = await again.ask('round.editTarget', { roundId, targetId: recommended, rules: null });
  expect(restored.verdict.reached).toBe(false);
  const undone = await again.ask('assessment.undo', { roundId });
  expect(undone.verdict.reached).toBe(true);
  expect(undone.settings?.targets.find(({ id }) => id === recommended)?.edited).toBe(true);
  const [own] = (
    await again.ask('round.editTarget', { roundId, targetId: recommended, rules: [...view.target.rules] })
  ).settings!.targets.filter(({ id }) => id === recommended);
  expect(own?.edited).toBe(false);
});

test('无意义的规则被拒绝并说明是哪一条，原来的继续有效', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startRound(backend, folder);
  const refuse = async (...rules: Rule[]) =>
    (await backend.refusal('round.editTarget', { roundId, targetId: recommended, rules })).details;
  expect(await refuse()).toEqual(['一条规则也没有，无法判断是否达标。']);
  expect(await refuse(rule('1'), rule('1.2'))).toEqual(['第 2 条规则的要求超过 100%。']);
  expect(await refuse(rule('-0.1'))).toEqual([expect.stringContaining('不是一个数')]);
  expect(await refuse(rule('很高'))).toEqual([expect.stringContaining('不是一个数')]);
  expect(await refuse(rule('1', 'chapter:99'))).toEqual([expect.stringContaining('不存在')]);
  expect(await refuse({ kind: 'passing', scope: 'all', atLeast: '1' })).toEqual([
    expect.stringContaining('没有可以这样统计的条款'),
  ]);
  expect(await refuse({ kind: 'score', scope: 'total', of: 'points', atLeast: '85' })).toEqual([
    expect.stringContaining('没有分值'),
  ]);
  expect(await refuse(rule('0.9'), rule('0.8'))).toEqual([expect.stringContaining('重复')]);
  expect((await backend.ask('round.open', { roundId })).target).toMatchObject({
    edited: false,
    rules: view.target.rules,
  });
});

test('换目标一次操作，可撤销；轮次列表跟着变', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId } = await startRound(backend, folder);
  const changed = await backend.ask('round.setTarget', { roundId, targetId: 'basic' as TargetId });
  expect(changed.verdict.rules).toHaveLength(1);
  expect((await backend.ask('round.list', {}))[0]?.targetLabel).toBe('基本标准');
  expect((await backend.ask('assessment.undo', { roundId })).verdict.rules).toHaveLength(3);
  expect(await backend.refusal('round.setTarget', { roundId, targetId: 'none' as TargetId })).toMatchObject({
    code: 'standard/target-not-found',
  });
});

test('拟提升的条款留作计划，可撤销，重开还在', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  const items = [
    { clauseId: clause('1.1.1').id, wanted: 'B' as const },
    { clauseId: clause('1.1.2').id, wanted: 'A' as const },
  ];
  expect((await backend.ask('round.plan', { roundId, items })).settings?.plan).toEqual({
    [clause('1.1.1').id]: 'B',
    [clause('1.1.2').id]: 'A',
  });
  backend.close();
  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  expect(Object.values((await again.ask('round.open', { roundId })).settings.plan)).toEqual(['B', 'A']);
  expect((await again.ask('assessment.undo', { roundId })).settings?.plan).toEqual({});
});

test('加权总分的折算可改、可恢复、可撤销，重开还在；权重加起来不是 1 就拒绝', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await startRound(backend, folder);
  const { id: roundId } = await backend.ask('round.create', { packId: 'tier3-2022', targetId: '3a', title: '三甲' });
  const view = await backend.ask('round.open', { roundId });
  const own = view.settings.scoring!.builtIn;
  const parts = own.parts.map((part, at) => ({ ...part, weight: at === 0 ? '0.7' : '0.3' }));
  const graded = clausesOf(view.standard).find(({ method }) => method === 'graded')!;
  const before = await backend.ask('assessment.grade', { roundId, clauseId: graded.id, grade: 'A', reason: '现场' });
  const edited = await backend.ask('round.editScoring', { roundId, scoring: { full: '1000', parts } });
  expect(Number(edited.verdict.total?.score)).toBeLessThan(Number(before.verdict.total?.score));
  expect(edited.settings?.scoring).toMatchObject({ edited: true, builtIn: own, effective: { parts } });

  expect((await backend.ask('round.verdict', { roundId })).edited).toBe(true);

  const uneven = parts.map((part) => ({ ...part, weight: '0.7' }));
  const refused = await backend.refusal('round.editScoring', { roundId, scoring: { full: '0', parts: uneven } });
  expect(refused.details).toEqual(['满分应大于 0。']);
  expect(
    (await backend.refusal('round.editScoring', { roundId, scoring: { full: '1000', parts: uneven } })).details,
  ).toEqual(['各部分的权重加起来不是 100%。']);
  backend.close();

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  expect((await again.ask('round.open', { roundId })).standard.scoring?.parts).toEqual(parts);
  const undone = await again.ask('assessment.undo', { roundId });
  expect(undone.settings?.scoring?.edited).toBe(false);
  expect(undone.verdict.total).toEqual(before.verdict.total);
  const plain = (await again.ask('round.list', {}))[0]!;
  expect(await again.refusal('round.editScoring', { roundId: plain.id, scoring: null })).toMatchObject({
    code: 'round/not-weighted',
  });
});
