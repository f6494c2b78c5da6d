import { homedir } from 'node:os';
import path from 'node:path';
import { createBackend } from '../backend/backend.ts';
import { createBugLog } from '../backend/log/bug-log.ts';
import { run } from './run.ts';

// The command line: the window's services without a window. Results on stdout, refusals on stderr.
const root = path.resolve(import.meta.dirname, '../..');
const backend = createBackend({
  standardsFolder: path.join(root, 'resources/standards'),
  settingsFolder: undefined,
  sampleFolder: path.resolve('示例卫生院'),
  workbookWorker: new URL('../backend/workbook/workbook-worker.ts', import.meta.url),
  standardWorker: new URL('../backend/standard-import/standard-worker.ts', import.meta.url),
  program: '命令行',
  version: process.env['npm_package_version'] ?? '0.1.0',
  now: () => new Date(),
  announce: () => undefined,
  logBug: createBugLog(path.join(process.env['XDG_STATE_HOME'] ?? path.join(homedir(), '.dabiao'), 'dabiao.log')),
});
process.exitCode = await run(process.argv.slice(2), backend, {
  out: (text) => process.stdout.write(`${text}\n`),
  error: (text) => process.stderr.write(`${text}\n`),
});
