import { expect, test } from 'vitest';
import { startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';

test('改名立刻到处可见，重开还在，不占撤销', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, clause } = await startRound(backend, folder);
  await backend.ask('assessment.note', { roundId, clauseId: clause('1.1.1').id, note: '已看' });
  const renamed = await backend.ask('round.rename', { roundId, title: ' 年终自评 ' });
  expect(renamed).toMatchObject({ id: roundId, title: '年终自评' });
  const view = await backend.ask('round.open', { roundId });
  expect(view.round.title).toBe('年终自评');
  expect(view.history.undo).toContain('1.1.1');
  expect((await backend.ask('round.list', {})).map(({ title }) => title)).toEqual(['年终自评']);
  backend.close();

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  expect((await again.ask('round.open', { roundId })).round.title).toBe('年终自评');
});

test('空的或超过一百字的名称被拒绝，原来的留着', async () => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId, view } = await startRound(backend, folder);
  for (const title of ['', '   ', '长'.repeat(101)]) await backend.refusal('round.rename', { roundId, title });
  expect((await backend.ask('round.open', { roundId })).round.title).toBe(view.round.title);
});
