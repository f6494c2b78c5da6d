// Where things are, and how to run a program of this project.
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const modulesDir = path.join(root, 'node_modules');

const isWindows = process.platform === 'win32';

/** The Node that the `node` dev dependency brings: it runs our TypeScript as it is, whatever Node the machine has. */
export const installedNode = path.join(modulesDir, 'node', 'bin', isWindows ? 'node.exe' : 'node');

export const isOurNode = process.execPath.startsWith(modulesDir);

/**
 * The folder the user stands in. npm changes to the project's folder first and leaves the user's in INIT_CWD; an
 * INIT_CWD inherited from some npm further out (a test that starts us) must not count, hence the script's name.
 */
export function callerDirectory(npmScript) {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return npm_lifecycle_event === npmScript && INIT_CWD && fs.existsSync(INIT_CWD) ? INIT_CWD : process.cwd();
}

/** Runs a command to its end and gives its exit code. */
export const run = async (command, args, options) => (await execute(command, args, options)).code;

/** Like `run`, with nothing on the terminal; what the command wrote to stderr comes back. */
export const runQuietly = (command, args, options) =>
  execute(command, args, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });

/** With `ownPrograms` the command finds those in node_modules first, otherwise not at all. */
function execute(command, args, { env = process.env, cwd = root, stdio = 'inherit', ownPrograms = true } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      stdio,
      env: withSearchPath(env, ownPrograms),
      shell: isWindows && !path.isAbsolute(command), // npm and the programs in .bin are .cmd files there
    });
    const pass = (signal) => {
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal); // a terminal's Ctrl-C reached it already
    };
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'];
    for (const signal of signals) process.on(signal, pass);
    const settle = (action) => {
      for (const signal of signals) process.off(signal, pass);
      action();
    };
    let errors = '';
    child.stderr?.setEncoding('utf8').on('data', (text) => (errors += text));
    child.on('error', (error) => settle(() => reject(new Error(`${command} could not be started: ${error.message}`))));
    child.on('close', (code) => settle(() => resolve({ code: code ?? 1, errors })));
  });
}

/** Like `run`, but failing is an error, described by `failure`. */
export async function mustRun(failure, command, args, options) {
  const code = await run(command, args, options);
  if (code !== 0) throw new Error(`${failure} (${[command, ...args].join(' ')} ended with ${code})`);
}

function withSearchPath(env, ownPrograms) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH'; // it is `Path` on Windows
  const others = (env[name] ?? '').split(path.delimiter).filter((folder) => !folder.startsWith(modulesDir));
  const folders = ownPrograms ? [path.join(modulesDir, '.bin'), ...others] : others;
  return { ...env, [name]: folders.join(path.delimiter) };
}
