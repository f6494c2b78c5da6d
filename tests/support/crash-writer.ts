import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { createBackend } from '../../electron/backend/backend.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';
import { clausesOf } from '../../shared/domain/standard/standard.ts';
import path from 'node:path';

/**
 * Started as a process of its own, to be killed: `crash-writer.ts <workspace> <score|attach> [inbox]`. Acknowledges
 * every action after the backend has answered, as the window shows “已保存”.
 */
const [workspace = '', what = '', inbox = ''] = process.argv.slice(2);
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
const clauses = clausesOf((await ask('round.open', { roundId })).standard);
const acknowledge = (text: string): void => void writeSync(1, `${text}\n`);
acknowledge('READY');
for (let turn = 0; ; turn++) {
  const clause = clauses[turn % clauses.length]!;
  if (what === 'score') {
    await ask('assessment.note', { roundId, clauseId: clause.id, note: `第 ${turn} 次` });
    acknowledge(`${clause.id}\t第 ${turn} 次`);
  } else {
    const result = await ask('evidence.attach', {
      roundId,
      clauseId: clause.id,
      files: [backend.grant(path.join(inbox, `${turn % 40}.bin`))],
      jobId: randomUUID(),
    });
    for (const evidence of result.added) acknowledge(`${clause.id}\t${evidence.id}`);
  }
}
