import { writeSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { outputFailed, outputFull, unexpectedSeeLog } from '../../shared/errors/messages.ts';
import { createBackend } from '../backend/backend.ts';
import { errnoOf, isDiskFull } from '../backend/files/disk-errors.ts';
import { createBugLog } from '../backend/log/bug-log.ts';
import { inWords, run } from './run.ts';

// The command line: the window's services without a window. Results on stdout, refusals on stderr.
const args = process.argv.slice(2);
const root = path.resolve(import.meta.dirname, '../..');
const logFile = path.join(process.env['XDG_STATE_HOME'] ?? path.join(homedir(), '.dabiao'), 'dabiao.log');
const logBug = createBugLog(logFile);

function giveUp(cause: unknown): never {
  logBug('uncaught', cause);
  const error = { code: 'app/unexpected', message: unexpectedSeeLog(logFile), details: [] };
  try {
    writeSync(process.stderr.fd, `${inWords(error, args.includes('--json'))}\n`);
  } catch {
    // Nobody listens.
  }
  process.exit(1);
}
process.on('uncaughtException', giveUp);
process.on('unhandledRejection', giveUp);

// What could not be written is told by the callback of the write; without a listener it would end the process.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);

/** Whoever stopped reading (`| head`) wants nothing more: that is no failure. */
const out = (text: string): Promise<void> =>
  new Promise((resolve, reject) => {
    process.stdout.write(`${text}\n`, (cause) => {
      if (!cause || errnoOf(cause) === 'EPIPE') resolve();
      else reject(isDiskFull(cause) ? outputFull(cause) : outputFailed(cause));
    });
  });

try {
  const backend = createBackend({
    standardsFolder: path.join(root, 'resources/standards'),
    settingsFolder: undefined,
    sampleFolder: path.resolve('示例卫生院'),
    workbookWorker: new URL('../backend/workbook/workbook-worker.ts', import.meta.url),
    standardWorker: new URL('../backend/standard-import/standard-worker.ts', import.meta.url),
    documentWorker: new URL('../backend/evidence/document-text/document-worker.ts', import.meta.url),
    program: '命令行',
    version: process.env['npm_package_version'] ?? '0.1.0',
    now: () => new Date(),
    announce: () => undefined,
    logBug,
  });
  process.exitCode = await run(args, backend, { out, error: (text) => process.stderr.write(`${text}\n`), logFile });
} catch (cause) {
  giveUp(cause);
}
