import path from 'node:path';
import type { FromBackend, ToBackend } from '../../shared/contract/backend-messages.ts';
import { createBackend } from './backend.ts';
import { createBugLog } from './log/bug-log.ts';
import { toErrorDto } from './router.ts';

/** The backend as a process of the window's own: messages of its parent in, the same calls as everywhere. */

const send = (message: FromBackend): void => void process.send?.(message);

const [standardsFolder = '', settingsFolder = '', documentsFolder = '', version = ''] = process.argv.slice(2);
const logBug = createBugLog(path.join(settingsFolder, 'logs', 'dabiao.log'));
const backend = createBackend({
  standardsFolder,
  settingsFolder,
  sampleFolder: path.join(documentsFolder, '示例卫生院'),
  workbookWorker: new URL('./workbook-worker.js', import.meta.url),
  standardWorker: new URL('./standard-worker.js', import.meta.url),
  documentWorker: new URL('./document-worker.js', import.meta.url),
  program: '达标窗口',
  version,
  now: () => new Date(),
  announce: (event) => send({ kind: 'event', event }),
  logBug,
});

backend.reopenLast(); // while the window loads

process.on('uncaughtException', (cause) => logBug('uncaught', cause));
process.on('unhandledRejection', (cause) => logBug('unhandled', cause));

process.on('message', (message: ToBackend) => {
  switch (message.kind) {
    case 'grant':
      backend.grant(message.path, message.token);
      return;
    case 'call':
      void backend.call(message.name, message.input).then((reply) => send({ kind: 'reply', id: message.id, reply }));
      return;
    case 'locate':
      void backend
        .locateEvidence(message.fileId)
        .then((value) => ({ ok: true as const, value }))
        .catch((cause: unknown) => ({ ok: false as const, error: toErrorDto('locate', cause, logBug) }))
        .then((reply) => send({ kind: 'reply', id: message.id, reply }));
      return;
    case 'close':
      backend.close();
      process.exit(0);
  }
});

// The window's program ended without a word. What was answered is on disk; nothing else may follow.
process.on('disconnect', () => {
  backend.close();
  process.exit(0);
});
