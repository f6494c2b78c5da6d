import { writeSync } from 'node:fs';
import path from 'node:path';
import { createBackend } from '../../electron/backend/backend.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import { ownPackId } from './own-round.ts';

/**
 * Started as a process of its own, to be killed: `crash-mover.ts <workspace>`. Moves the only round to the next edition
 * and takes it back, without end, and acknowledges each.
 */
const [workspace = ''] = process.argv.slice(2);
const backend = createBackend({
  standardsFolder: path.resolve(import.meta.dirname, '../../resources/standards'),
  settingsFolder: undefined,
  sampleFolder: '',
  workbookWorker: new URL('file:///none'),
  standardWorker: new URL('file:///none'),
  program: '待杀进程',
  version: '0.0.0',
  now: () => new Date(),
  announce: () => undefined,
  logBug: (_where, cause) => console.error(cause),
});

async function ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
  const reply = await backend.call(name, input);
  if (!reply.ok) throw new Error(reply.error.message);
  return reply.value as Output<Name>;
}

const { rounds } = await ask('workspace.open', { folder: backend.grant(workspace) });
const roundId = rounds[0]!.id;
const acknowledge = (text: string): void => void writeSync(1, `${text}\n`);
acknowledge('READY');
for (;;) {
  await ask('edition.move', { roundId, packId: ownPackId, targetId: 'pass', leave: [] });
  acknowledge('moved');
  await ask('assessment.undo', { roundId });
  acknowledge('undone');
}
