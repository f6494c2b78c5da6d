import { copyFileSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { createBackend } from '../../electron/backend/backend.ts';
import type { BackendEvent, CallName, Input, Output } from '../../shared/contract/contract.ts';
import type { RoundView } from '../../shared/contract/round.ts';
import type { InstitutionType } from '../../shared/domain/institution.ts';
import type { ErrorDto } from '../../shared/errors/app-error.ts';
import { clausesOf, type Clause } from '../../shared/domain/standard/standard.ts';
import { threadUrl } from './threads.ts';

export const repoRoot = path.resolve(import.meta.dirname, '../..');

/** A folder of the test's own, gone when the test ends. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
  return folder;
}

/** The real backend on real files; only the clock is the test's. Without an index the library makes its own. */
export function startBackend(folder: string, { hasIndex = true }: { readonly hasIndex?: boolean } = {}) {
  let milliseconds = Date.UTC(2026, 10, 22, 1, 0, 0);
  const events: BackendEvent[] = [];
  const bugs: unknown[] = [];
  const settingsFolder = path.join(folder, 'settings');
  if (hasIndex) takeLibraryIndex(settingsFolder);
  const backend = createBackend({
    standardsFolder: path.join(repoRoot, 'resources/standards'),
    settingsFolder,
    sampleFolder: path.join(folder, '示例卫生院'),
    workbookWorker: threadUrl('workbook-worker'),
    standardWorker: threadUrl('standard-worker'),
    documentWorker: threadUrl('document-worker'),
    program: '测试',
    version: '0.0.0',
    now: () => new Date((milliseconds += 1000)),
    announce: (event) => events.push(event),
    logBug: (_where, cause) => bugs.push(cause),
  });
  onTestFinished(() => backend.close());
  return {
    ...backend,
    events,
    /** Failures that were not a refusal in words. */
    bugs,
    async ask<Name extends CallName>(name: Name, input: Input<Name>): Promise<Output<Name>> {
      const reply = await backend.call(name, input);
      if (!reply.ok)
        throw Object.assign(new Error(`${name}: ${reply.error.message}`), { cause: bugs.at(-1), ...reply.error });
      return reply.value as Output<Name>;
    },
    async refusal<Name extends CallName>(name: Name, input: Input<Name>): Promise<ErrorDto> {
      const reply = await backend.call(name, input);
      if (reply.ok) throw new Error(`${name} was not refused`);
      return reply.error;
    },
  };
}
function takeLibraryIndex(settingsFolder: string): void {
  const index = process.env['DABIAO_TEST_INDEX'];
  if (index === undefined) throw new Error('no index was made: tests/support/library-index.ts');
  mkdirSync(settingsFolder, { recursive: true });
  const own = path.join(settingsFolder, 'standards-index.db');
  if (!existsSync(own)) copyFileSync(index, own);
}
export type TestBackend = ReturnType<typeof startBackend>;

export const workspaceFolderOf = (folder: string): string => path.join(folder, '某某镇卫生院');

/** A new workspace, open; it lies where `workspaceFolderOf` says. */
export const createWorkspace = (backend: TestBackend, folder: string, type: InstitutionType = '乡镇卫生院') =>
  backend.ask('workspace.create', {
    folder: backend.grant(workspaceFolderOf(folder)),
    institution: '某某镇卫生院',
    type,
  });

/** A workspace with one round of the township pack. */
export async function startRound(backend: TestBackend, folder: string) {
  await createWorkspace(backend, folder);
  const round = await backend.ask('round.create', {
    packId: 'jcx-township-2022',
    targetId: 'recommended',
    title: '2026 年下半年自评',
  });
  const view: RoundView = await backend.ask('round.open', { roundId: round.id });
  return { roundId: round.id, view, clause: (code: string): Clause => clauseOf(view, code) };
}

export function clauseOf(view: RoundView, code: string): Clause {
  const clause = clausesOf(view.standard).find((entry) => entry.code === code);
  if (!clause) throw new Error(`no clause ${code}`);
  return clause;
}

/** Marks that meet every point of a clause. */
export const allMet = (clause: Clause) => clause.points.map((point) => ({ pointId: point.id, mark: 'met' as const }));
