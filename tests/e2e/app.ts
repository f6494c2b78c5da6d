import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { ownDisplay } from './displays.ts';

export const root = path.resolve(import.meta.dirname, '../..');

export interface Launched {
  readonly app: ElectronApplication;
  readonly page: Page;
}

/** Starts the application on a profile of its own; documents (and so the sample) lie there too. */
export async function launch(profile: string): Promise<Launched> {
  const packaged = process.env['PACKAGED_APP'];
  const app = await _electron.launch({
    ...(packaged ? { executablePath: packaged } : {}),
    args: [...(packaged ? [] : [root]), `--user-data-dir=${profile}`, '--disable-gpu', '--lang=zh-CN'],
    env: { ...process.env, ...ownDisplay(), LANG: 'zh_CN.UTF-8', TZ: 'Asia/Shanghai', DABIAO_DOCUMENTS: profile },
    timeout: 30_000,
  });
  const page = await app.firstWindow();
  return { app, page };
}

export function temporaryProfile(): { readonly folder: string; remove(): void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'dabiao-e2e-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** The system's dialogs cannot be clicked by a test; their answer is given instead. */
export async function answerDialogs(
  app: ElectronApplication,
  answer: { open?: string[]; save?: string },
): Promise<void> {
  await app.evaluate(({ dialog }, { open, save }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: !open, filePaths: open ?? [] });
    dialog.showSaveDialog = () => Promise.resolve({ canceled: !save, filePath: save ?? '' });
  }, answer);
}

/** Stops, holds or ends the application's backend process, as a task manager would. */
export function signalBackend(app: ElectronApplication, signal: 'SIGSTOP' | 'SIGCONT' | 'SIGKILL'): void {
  const pid = execFileSync('pgrep', ['-P', String(app.process().pid), '-f', 'backend.js'], { encoding: 'utf8' });
  process.kill(Number(pid), signal);
}
