import { fork, type ChildProcess } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import type { FromBackend, ToBackend } from '../../shared/contract/backend-messages.ts';
import type { FileGrant } from '../../shared/contract/bridge.ts';
import type { BackendEvent } from '../../shared/contract/contract.ts';
import type { Reply } from '../../shared/errors/app-error.ts';
import path from 'node:path';

export interface BackendPaths {
  readonly script: string;
  readonly standardsFolder: string;
  readonly settingsFolder: string;
  readonly documentsFolder: string;
  readonly version: string;
}

export interface LocatedEvidence {
  readonly path: string;
  readonly name: string;
}

export type BackendProcess = ReturnType<typeof startBackend>;

/**
 * Database and files live in a process of their own, so that no export ever freezes the window. It is this program run
 * as plain Node, not one of Electron's utility processes: those can be forked only when Chromium is up, and then compete
 * with the window for the processor.
 */
export function startBackend(paths: BackendPaths) {
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  const listeners = new Set<(event: BackendEvent) => void>();
  const lossListeners = new Set<() => void>();
  let next = 0;
  let gone = false;
  let isClosing = false;
  let child = begin();

  const post = (message: ToBackend): void => {
    if (!gone) child.send(message);
  };
  const lost: Reply<never> = {
    ok: false,
    error: {
      code: 'app/backend-gone',
      message: '后台程序意外停止。已保存的内容不受影响，请重新启动达标。',
      details: [],
    },
  };

  function begin(): ChildProcess {
    const { NODE_OPTIONS: _, ...environment } = process.env;
    const started = fork(
      paths.script,
      [paths.standardsFolder, paths.settingsFolder, paths.documentsFolder, paths.version],
      { env: { ...environment, ELECTRON_RUN_AS_NODE: '1' }, execArgv: [], serialization: 'advanced' },
    );
    started.on('message', (data: unknown) => {
      const message = data as FromBackend;
      if (message.kind === 'event') {
        for (const listener of listeners) listener(message.event);
        return;
      }
      waiting.get(message.id)?.(message.reply);
      waiting.delete(message.id);
    });
    const lose = (): void => {
      if (gone || started !== child) return;
      gone = true;
      for (const answer of waiting.values()) answer(lost);
      waiting.clear();
      if (!isClosing) for (const listener of lossListeners) listener();
    };
    started.on('exit', lose);
    started.on('error', lose); // never started, or the channel broke in the middle of a message
    return started;
  }

  const ask = (make: (id: number) => ToBackend): Promise<Reply<unknown>> =>
    new Promise((resolve) => {
      if (gone) return resolve(lost);
      const id = next++;
      waiting.set(id, resolve);
      post(make(id));
    });

  return {
    call: (name: string, input: unknown) => ask((id) => ({ kind: 'call', id, name, input })),
    locate: (fileId: string) => ask((id) => ({ kind: 'locate', id, fileId })) as Promise<Reply<LocatedEvidence>>,
    /** Makes a path the user chose known to the backend; the page gets only the token. */
    grant(chosen: string): FileGrant {
      const token = randomUUID();
      post({ kind: 'grant', token, path: chosen });
      return { token, name: path.basename(chosen) };
    },
    onEvent: (listener: (event: BackendEvent) => void) => listeners.add(listener),
    /** Hears that the process ended though nobody closed it. */
    onLost: (listener: () => void) => lossListeners.add(listener),
    /** Another process instead of one that is gone; it opens the workspace that was open last. */
    restart(): void {
      if (!gone || isClosing) return;
      child.kill('SIGKILL'); // one that is still there without its channel would keep the workspace locked
      child = begin();
      gone = false;
    },
    /** Resolves when the database is closed. */
    close: () =>
      new Promise<void>((resolve) => {
        isClosing = true;
        if (gone) return resolve();
        child.once('exit', () => resolve());
        child.once('error', () => resolve());
        post({ kind: 'close' });
      }),
  };
}
