import { mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { createBackend } from '../../electron/backend/backend.ts';
import type { CallName, Input, Output } from '../../shared/contract/contract.ts';

/** A backend for measuring, on the disk this repository lies on: the system's temporary folder may be memory. */
export async function withBackend(work: (bench: Bench) => Promise<void>): Promise<void> {
  const root = path.resolve(import.meta.dirname, '../..');
  const folder = mkdtempSync(path.join(root, 'bench-results-'));
  const backend = createBackend({
    standardsFolder: path.join(root, 'resources/standards'),
    settingsFolder: undefined,
    sampleFolder: path.join(folder, 'sample'),
    workbookWorker: new URL('../../electron/backend/workbook/workbook-worker.ts', import.meta.url),
    standardWorker: new URL('../../electron/backend/standard-import/standard-worker.ts', import.meta.url),
    documentWorker: new URL('file:///none'),
    program: 'bench',
    version: '0.0.0',
    now: () => new Date(),
    announce: () => undefined,
    logBug: (_where, cause) => console.error(cause),
  });
  try {
    await work({
      folder,
      grant: backend.grant,
      call: async (name, input) => {
        const reply = await backend.call(name, input);
        if (!reply.ok) throw new Error(reply.error.message);
        return reply.value as never;
      },
    });
  } finally {
    backend.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

export interface Bench {
  readonly folder: string;
  readonly grant: (path: string) => string;
  call<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>>;
}

export async function openRound(bench: Bench, packId: string, targetId: string) {
  await bench.call('workspace.create', {
    folder: bench.grant(path.join(bench.folder, 'w')),
    institution: '测试',
    type: '二级综合医院',
  });
  const round = await bench.call('round.create', { packId, targetId, title: '' });
  return bench.call('round.open', { roundId: round.id });
}
