// Builds the app when its output is missing or older than a source.
import fs from 'node:fs';
import path from 'node:path';
import { mustRun, root } from './run.mjs';
import { say } from './terminal.mjs';

// One file of each part; electron-vite writes the parts one after another.
const OUTPUTS = ['out/main/index.js', 'out/preload/index.cjs', 'out/renderer/index.html'];
const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'resources/standards',
  'electron.vite.config.ts',
  'package-lock.json',
];

export async function buildIfStale() {
  if (isFresh()) return;
  say('building the app');
  await mustRun('the build failed', 'npm', ['run', '-s', 'build']);
}

function isFresh() {
  const outputs = OUTPUTS.map((file) => path.join(root, file));
  if (!outputs.every((file) => fs.existsSync(file))) return false;
  const oldestOutput = Math.min(...outputs.map(changedAt));
  return SOURCES.flatMap(filesIn).every((file) => changedAt(file) <= oldestOutput);
}

const changedAt = (file) => fs.statSync(file).mtimeMs;

function filesIn(source) {
  const from = path.join(root, source);
  if (!fs.existsSync(from)) return [];
  if (fs.statSync(from).isFile()) return [from];
  return fs
    .readdirSync(from, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.tsbuildinfo')) // that one is the type check's output
    .map((entry) => path.join(entry.parentPath ?? entry.path, entry.name)); // `path` until Node 20.12
}
