import { writeSync } from 'node:fs';
import path from 'node:path';
import { createBackend } from '../../electron/backend/backend.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';

/** In a process that is to be killed: the only round of a workspace, and how to work on it and tell of it. */
export async function openRoundToCrash(workspace: string) {
  const backend = createBackend({
    standardsFolder: path.resolve(import.meta.dirname, '../../resources/standards'),
    settingsFolder: undefined,
    sampleFolder: '',
    workbookWorker: new URL('file:///none'),
    standardWorker: new URL('file:///none'),
    documentWorker: new URL('file:///none'),
    program: '待杀进程',
    version: '0.0.0',
    now: () => new Date(),
    announce: () => undefined,
    logBug: (_where, cause) => console.error(cause),
  });
  const ask = async <Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> => {
    const reply = await backend.call(name, input);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as Output<Name>;
  };
  const { rounds } = await ask('workspace.open', { folder: backend.grant(workspace) });
  return {
    roundId: rounds[0]!.id,
    ask,
    grant: backend.grant,
    /** After the backend has answered, as the window shows “已保存”. */
    acknowledge: (text: string): void => void writeSync(1, `${text}\n`),
  };
}
