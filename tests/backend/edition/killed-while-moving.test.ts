import { spawn } from 'node:child_process';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { RoundView } from '../../../shared/contract/round.ts';
import { repoRoot, startBackend, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';
import { ownPackId, startOwnRound } from '../../support/own-round.ts';

/** Runs the mover until it has acknowledged so many steps, then kills it without warning; the steps. */
async function killWhileMoving(workspace: string, after: number): Promise<readonly string[]> {
  const script = path.join(repoRoot, 'tests/support/crash-mover.ts');
  const child = spawn(process.execPath, [script, workspace], { stdio: ['ignore', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.stdout.on('data', (data: Buffer) => {
    output += data.toString();
    if (output.split('\n').length > after + 1) child.kill('SIGKILL');
  });
  await ended;
  return output.split('\n').slice(1, -1); // READY, and what was cut short
}

const contentOf = ({ history: _history, ...view }: RoundView) => view;

test.each([1, 6, 25])('转换中途被强行结束（第 %i 步之后）：要么是旧版的原样，要么是新版的全部', async (after) => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  await backend.ask('workspace.create', {
    folder: backend.grant(workspaceFolderOf(folder)),
    institution: '某某镇卫生院',
    type: '乡镇卫生院',
  });
  const roundId = await startOwnRound((name, input) => backend.ask(name, input));
  const before = contentOf(await backend.ask('round.open', { roundId }));
  const moved = await backend.ask('edition.move', { roundId, packId: ownPackId, targetId: 'pass', leave: [] });
  await backend.ask('assessment.undo', { roundId });
  backend.close();
  const steps = await killWhileMoving(workspaceFolderOf(folder), after);
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
