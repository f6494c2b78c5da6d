import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import { createWorkspace, startBackend, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';
import { killAfter } from '../../support/kill-after.ts';
import { ownPackId, startOwnRound } from '../../support/own-round.ts';

const contentOf = ({ history: _history, ...view }: RoundView) => view;

test.each([1, 6, 25])('转换中途被强行结束（第 %i 步之后）：要么是旧版的原样，要么是新版的全部', async (after) => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await createWorkspace(backend, folder);
  const roundId = await startOwnRound((name, input) => backend.ask(name, input));
  const before = contentOf(await backend.ask('round.open', { roundId }));
  const moved = await backend.ask('edition.move', { roundId, packId: ownPackId, targetId: 'pass', leave: [] });
  await backend.ask('assessment.undo', { roundId });
  backend.close();
  const steps = await killAfter(after, 'crash-mover.ts', workspaceFolderOf(folder));
  expect(steps.length).toBeGreaterThanOrEqual(after);

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspaceFolderOf(folder)) });
  const view = contentOf(await again.ask('round.open', { roundId }));
  expect([before, contentOf(moved)]).toContainEqual(view);
  // What was acknowledged is there; one step more may be.
  const isOld = view.standard.id === before.standard.id;
  const log = new Database(path.join(workspaceFolderOf(folder), 'dabiao.db'), { readonly: true });
  const written = log
    .prepare<[], string>(`SELECT verb FROM change_log WHERE patches LIKE '%"standard"%'`)
    .pluck()
    .all();
  expect(written.length - 2 - steps.length).toBeGreaterThanOrEqual(0);
  expect(isOld).toBe(written.at(-1) === 'undo');
  expect(log.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(log.pragma('foreign_key_check')).toEqual([]);
  log.close();
});
