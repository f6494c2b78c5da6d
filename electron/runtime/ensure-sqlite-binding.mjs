// Prints the path of a better-sqlite3 binary for an Electron whose Node-API is
// older than the one better-sqlite3's prebuilt binaries ask for, or nothing
// when the prebuilt one works. The app opens its databases with
//   new Database(file, { nativeBinding: process.env.BETTER_SQLITE3_BINDING || undefined })
// so node_modules stays untouched and plain Node keeps using the prebuild.
//
// better-sqlite3 13 needs Node-API 10 only for references to strings, which
// older runtimes (from Node 20 on) offer to addons compiled as experimental.
// Only development on a fallback runtime needs this; it is never packaged.
// Needs a C and a C++20 compiler; cached per user by better-sqlite3 version.
import { execFile, execFileSync, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { cacheRoot, ensureElectron } from './ensure-electron.mjs';
import { say } from './terminal.mjs';

const run = promisify(execFile);
const words = (text) => text.split(' ');

export const isBindingCompiled = (projectDir) =>
  Boolean(process.env.BETTER_SQLITE3_BINDING) || fs.existsSync(installedPackage(projectDir).compiledFile);

export async function ensureSqliteBinding(electronExecutable, projectDir = process.cwd()) {
  if (process.env.BETTER_SQLITE3_BINDING) return process.env.BETTER_SQLITE3_BINDING;

  const { require, packageDir, version, compiledFile } = installedPackage(projectDir);
  const gyp = fs.readFileSync(path.join(packageDir, 'binding.gyp'), 'utf8');
  const needed = Number(/NAPI_VERSION=(\d+)/.exec(gyp)?.[1] ?? 0);
  if (nodeApiVersion(electronExecutable) >= needed) return null;

  if (!fs.existsSync(compiledFile)) {
    say(`compiling better-sqlite3 ${version} for this Electron (half a minute, once per user)`);
    fs.mkdirSync(cacheRoot, { recursive: true });
    const work = fs.mkdtempSync(path.join(cacheRoot, '.tmp-'));
    try {
      const built = await compile(packageDir, require, work);
      const check = `new (require(${JSON.stringify(packageDir)}))(':memory:', { nativeBinding: ${JSON.stringify(built)} }).close()`;
      execFileSync(electronExecutable, ['-e', check], { env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' } });
      fs.renameSync(built, compiledFile);
    } finally {
      fs.rmSync(work, { recursive: true, force: true });
    }
  }
  return compiledFile;
}

function installedPackage(projectDir) {
  const require = createRequire(path.join(projectDir, 'noop.js'));
  const packageDir = path.dirname(require.resolve('better-sqlite3/package.json'));
  const { version } = JSON.parse(fs.readFileSync(path.join(packageDir, 'package.json'), 'utf8'));
  const name = `better_sqlite3-${version}-${process.platform}-${process.arch}-experimental.node`;
  return { require, packageDir, version, compiledFile: path.join(cacheRoot, name) };
}

function nodeApiVersion(executable) {
  const env = { ...process.env, ELECTRON_RUN_AS_NODE: '1' };
  const probe = spawnSync(executable, ['-p', 'process.versions.napi'], { env, encoding: 'utf8' });
  if (probe.status === 0) return Number(probe.stdout);
  const reason = probe.error?.message ?? probe.stderr.trim().split('\n').at(-1);
  throw new Error(`Electron does not start: ${reason || `it ended with ${probe.status ?? probe.signal}`}`);
}

// The package's own build (binding.gyp, deps/sqlite3.gyp), less link-time
// optimisation and with -O1 for SQLite: a quarter of the time. SQLite's own
// options come from the package, so features such as FTS5 are the same.
async function compile(packageDir, require, work) {
  const sqlite = path.join(packageDir, 'deps', 'sqlite3');
  const gypi = fs.readFileSync(path.join(packageDir, 'deps', 'defines.gypi'), 'utf8');
  const defines = [...gypi.matchAll(/'([A-Z0-9_]+(?:=[^']*)?)'/g)].map(([, define]) => `-D${define}`);
  const addonApi = path.dirname(createRequire(path.join(packageDir, 'noop.js')).resolve('node-addon-api/package.json'));
  const [c, cxx] = [process.env.CC || 'cc', process.env.CXX || 'c++'];
  const out = (name) => path.join(work, name);

  await Promise.all([
    compiler(c, [
      ...words('-c -std=c99 -w -O1 -fPIC -DNDEBUG'),
      ...defines,
      `-I${sqlite}`,
      path.join(sqlite, 'sqlite3.c'),
      '-o',
      out('sqlite3.o'),
    ]),
    compiler(cxx, [
      ...words('-c -std=c++20 -w -O2 -fPIC -fno-rtti -fno-exceptions -fvisibility=hidden -fvisibility-inlines-hidden'),
      ...words('-DNDEBUG -DNAPI_EXPERIMENTAL -DNAPI_DISABLE_CPP_EXCEPTIONS -DNODE_API_SWALLOW_UNTHROWABLE_EXCEPTIONS'),
      '-DNODE_GYP_MODULE_NAME=better_sqlite3',
      ...defines,
      `-I${nodeHeaders(require)}`,
      `-I${addonApi}`,
      `-I${sqlite}`,
      path.join(packageDir, 'src', 'better_sqlite3.cpp'),
      '-o',
      out('better_sqlite3.o'),
    ]),
  ]);
  await compiler(cxx, [
    ...words('-shared -pthread -s -Wl,-Bsymbolic -Wl,--exclude-libs,ALL'),
    out('better_sqlite3.o'),
    out('sqlite3.o'),
    '-ldl',
    '-o',
    out('better_sqlite3.node'),
  ]);
  return out('better_sqlite3.node');
}

async function compiler(command, args) {
  try {
    await run(command, args);
  } catch (error) {
    const reason =
      error.stderr?.split('\n').find((line) => /error/i.test(line)) ?? `${command} ended with ${error.code}`;
    throw new Error(`better-sqlite3 could not be compiled: ${reason}`, { cause: error });
  }
}

// The headers of the `node` dev dependency, or of the running Node.
function nodeHeaders(require) {
  const roots = [path.join(path.dirname(process.execPath), '..'), '/usr', '/usr/local'];
  try {
    const name = `node-${process.platform}-${process.arch}/package.json`;
    roots.unshift(path.dirname(createRequire(require.resolve('node/package.json')).resolve(name)));
  } catch {
    /* not installed from the registry */
  }
  const found = roots
    .map((root) => path.join(root, 'include', 'node'))
    .find((dir) => fs.existsSync(path.join(dir, 'node_api.h')));
  if (!found)
    throw new Error(
      'no Node headers (include/node/node_api.h) to compile better-sqlite3 with; `npm ci` brings those of the node package',
    );
  return found;
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const binding = await ensureSqliteBinding(ensureElectron().executable);
    if (binding) console.log(binding);
  } catch (error) {
    say(error.message.split('\n')[0]);
    process.exit(1);
  }
}
