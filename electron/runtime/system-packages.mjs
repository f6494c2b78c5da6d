// The libraries and programs that Electron expects of a Linux system. Debian and its relatives get them from apt when
// we may install them; others are told what is missing.
import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { runQuietly } from './run.mjs';
import { say } from './terminal.mjs';

const LIBRARIES = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
};
const CHINESE_FONTS = 'fonts-noto-cjk';
const CHINESE_FONT_FILE = /cjk|wqy|uming|ukai|source-?han|droidsansfallback|msyh|simsun|simhei/i;
const COMPILER = 'g++';

export const hasDisplay = () =>
  process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);

export async function ensureSystemPackages({ compiler }) {
  if (process.platform !== 'linux') return;
  const missing = missingPackages(compiler);
  if (missing.length === 0) return;

  const isDebian = hasProgram('apt-get') && fs.existsSync('/etc/debian_version');
  if (isDebian && process.getuid() === 0) return installWithApt(missing);

  const advice = isDebian
    ? `sudo apt-get install -y --no-install-recommends ${missing.join(' ')}`
    : `install what this distribution calls ${missing.join(', ')}`;
  // Without Chinese fonts the app runs; its text would be boxes.
  if (missing.some((name) => name !== CHINESE_FONTS))
    throw new Error(`the system lacks what Electron needs: ${advice}`);
  say(`no Chinese font was found, so text may show as boxes: ${advice}`);
}

function missingPackages(compiler) {
  const known = sharedLibraries();
  const missing = Object.keys(LIBRARIES)
    .filter((library) => !known.includes(library))
    .map((library) => LIBRARIES[library]);
  if (!hasDisplay() && !hasProgram('Xvfb')) missing.push('xvfb');
  if (!hasChineseFont()) missing.push(CHINESE_FONTS);
  if (compiler && !(hasProgram(process.env.CC || 'cc') && hasProgram(process.env.CXX || 'c++'))) missing.push(COMPILER);
  return missing;
}

async function installWithApt(missing) {
  say(`installing ${missing.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (...args) => runQuietly('apt-get', ['-qq', '-o', 'DPkg::Lock::Timeout=120', ...args], { env });
  await apt('update'); // one unreachable source fails it, though the others may have all we need
  const names = missing.map(renamedSince2024);
  const { code, errors } = await apt('install', '-y', '--no-install-recommends', ...names);
  if (code === 0) return;
  const reason = errors.split('\n').find((line) => line.startsWith('E:')) ?? `it ended with ${code}`;
  throw new Error(`apt-get could not install ${names.join(' ')}: ${reason}`);
}

/** Debian 13 and Ubuntu 24.04 renamed some libraries for their 64-bit time; the old name may then be ambiguous. */
function renamedSince2024(name) {
  const newer = `${name}t64`;
  return spawnSync('apt-cache', ['show', newer], { stdio: 'ignore' }).status === 0 ? newer : name;
}

function sharedLibraries() {
  const ldconfig = ['/sbin/ldconfig', '/usr/sbin/ldconfig'].find((file) => fs.existsSync(file)) ?? 'ldconfig';
  const listing = spawnSync(ldconfig, ['-p'], { encoding: 'utf8' }).stdout ?? '';
  return listing.split('\n').map((line) => line.trim().split(' ')[0]);
}

function hasProgram(name) {
  const folders = path.isAbsolute(name) ? [''] : (process.env.PATH ?? '').split(path.delimiter);
  return folders.some((folder) => fs.existsSync(path.join(folder, name)));
}

function hasChineseFont() {
  const listing = spawnSync('fc-list', [':lang=zh-cn', 'file'], { encoding: 'utf8' });
  if (listing.status === 0) return listing.stdout.trim() !== '';
  const home = os.homedir();
  const folders = ['/usr/share/fonts', '/usr/local/share/fonts', `${home}/.local/share/fonts`, `${home}/.fonts`];
  return folders
    .filter((folder) => fs.existsSync(folder))
    .flatMap((folder) => fs.readdirSync(folder, { recursive: true }))
    .some((file) => CHINESE_FONT_FILE.test(file));
}
