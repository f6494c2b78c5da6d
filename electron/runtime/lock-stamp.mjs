// Says whether node_modules is what package-lock.json asks for: a stamp in it holds the hash of the lock file it was
// installed from. As the postinstall script this file writes it, so that a plain `npm ci` counts, and one without
// scripts does not: it brings no Node 24 to run our TypeScript.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedNode, root } from './run.mjs';

const stampFile = path.join(root, 'node_modules', '.dabiao-lock');
const lockHash = () =>
  createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');

export function isInstalled() {
  return fs.existsSync(stampFile) && fs.readFileSync(stampFile, 'utf8') === lockHash() && fs.existsSync(installedNode);
}

export function writeStamp() {
  if (!fs.existsSync(installedNode)) throw new Error('npm left node_modules incomplete: delete it and try again');
  fs.writeFileSync(stampFile, lockHash());
}

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) writeStamp();
