import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { startBackend, startRound, temporaryFolder, workspaceFolderOf } from '../../support/backend.ts';
import { killAfter } from '../../support/kill-after.ts';

/** What the writer acknowledged before it was killed: of which clause, and what. */
async function killWhileWriting(workspace: string, what: 'score' | 'attach', acknowledgements: number, inbox = '') {
  const lines = await killAfter(acknowledgements, 'crash-writer.ts', workspace, what, inbox);
  return lines.map((line) => line.split('\t') as [string, string]);
}

test.each([3, 40, 150])('评分中途被强行结束（第 %i 次之后）：显示过已保存的都在', async (after) => {
  const folder = temporaryFolder();
  const backend = startBackend(folder);
  const { roundId } = await startRound(backend, folder);
  backend.close();
  const workspace = workspaceFolderOf(folder);
  const acknowledged = new Map(await killWhileWriting(workspace, 'score', after));
  expect(acknowledged.size).toBeGreaterThan(0);

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspace) });
  const view = await again.ask('round.open', { roundId });
  const notes = new Map(view.states.map((state) => [state.clauseId as string, state.note]));
  const turnOf = (note: string | undefined) => Number(/\d+/.exec(note ?? '-1')?.[0]);
  for (const [clauseId, note] of acknowledged) {
    // one more action than was acknowledged may be on disk, never one fewer
    expect(turnOf(notes.get(clauseId))).toBeGreaterThanOrEqual(turnOf(note));
  }
  again.close();
  const db = new Database(path.join(workspace, 'dabiao.db'), { readonly: true });
  expect(db.pragma('integrity_check', { simple: true })).toBe('ok');
  expect(db.pragma('foreign_key_check')).toEqual([]);
  db.close();
});

test('添加佐证中途被强行结束：有登记就有完整的文件', async () => {
  const folder = temporaryFolder();
  const inbox = path.join(folder, '收件');
  mkdirSync(inbox);
  for (let index = 0; index < 40; index++) writeFileSync(path.join(inbox, `${index}.bin`), randomBytes(300_000));
  const backend = startBackend(folder);
  const { roundId } = await startRound(backend, folder);
  backend.close();
  const workspace = workspaceFolderOf(folder);
  const acknowledged = await killWhileWriting(workspace, 'attach', 25, inbox);

  const again = startBackend(folder);
  await again.ask('workspace.open', { folder: again.grant(workspace) });
  const view = await again.ask('round.open', { roundId });
  const present = view.states.flatMap((state) => state.evidence);
  const ids = new Set(present.map((evidence) => evidence.id as string));
  for (const [, evidenceId] of acknowledged) expect(ids.has(evidenceId)).toBe(true);
  for (const file of present.flatMap((evidence) => evidence.files)) {
    await expect(again.locateEvidence(file.id)).resolves.toMatchObject({ bytes: 300_000 }); // verifies the hash
  }
});
