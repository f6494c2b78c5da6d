// Brings a fresh clone to the point where the app can run. Every step says in one line what it does, and is silent
// when there is nothing to do.
import { spawnSync } from 'node:child_process';
import { ensureElectron } from './ensure-electron.mjs';
import { ensureSqliteBinding, isBindingCompiled } from './ensure-sqlite-binding.mjs';
import { isInstalled, writeStamp } from './lock-stamp.mjs';
import { isOurNode, root, runQuietly } from './run.mjs';
import { ensureSystemPackages } from './system-packages.mjs';
import { say } from './terminal.mjs';

/** Enough for the command line. */
export async function setupModules() {
  if (isInstalled()) return;
  // Windows does not let npm replace the program that is running this.
  if (isOurNode && process.platform === 'win32') throw new Error('node_modules is out of date: run `npm ci` once');
  say('installing node_modules from package-lock.json (npm ci, about a minute)');
  // Scripts are asked for outright: without them there is no Node 24 in node_modules, and the system's would take its
  // place unnoticed. Warnings are left out: npm itself runs on the system's Node and would complain about that.
  const flags = ['--ignore-scripts=false', '--no-audit', '--no-fund', '--loglevel=error'];
  const { code, errors } = await runQuietly('npm', ['ci', ...flags], { ownPrograms: false });
  if (code !== 0) throw new Error(`npm ci could not install node_modules: ${firstErrors(errors)}`);
  writeStamp();
}

/** npm tells the cause first and may go on for pages. */
function firstErrors(text) {
  const lines = text.split('\n').map((line) => line.replace(/^npm error\s*/, '').trim());
  return lines
    .filter((line) => line !== '')
    .slice(0, 3)
    .join('; ');
}

/** All that the window needs. Returns Electron, and the environment in which it and its tools find each other. */
export async function setupElectron() {
  await setupModules();
  const { dist, executable, source } = ensureElectron(root);
  await ensureSystemPackages({ compiler: source === 'fallback' && !isBindingCompiled(root) });
  const binding = await ensureSqliteBinding(executable, root);
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: dist, // read by the electron package
    ELECTRON_EXEC_PATH: executable, // read by electron-vite
  };
  if (binding) env.BETTER_SQLITE3_BINDING = binding;
  if (!canSandbox()) env.ELECTRON_DISABLE_SANDBOX = '1';
  return { executable, env };
}

/**
 * Chromium's sandbox refuses root, the usual user of a container, and needs user namespaces, which containers and some
 * distributions deny. An installed app is not concerned: its installer sets up the sandbox's own helper.
 */
function canSandbox() {
  if (process.platform !== 'linux') return true;
  if (process.getuid() === 0) return false;
  const probe = spawnSync('unshare', ['--user', '--map-root-user', 'true'], { stdio: 'ignore' });
  return probe.error !== undefined || probe.status === 0;
}
