// Says whether node_modules is what package-lock.json asks for: a stamp in it holds the hash of the lock file it was
// installed from. It is written by the postinstall script, which is this file: an installation without scripts leaves
// no stamp, as it leaves no Node 24 either.
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

if (process.argv[1] && fs.realpathSync(process.argv[1]) === fileURLToPath(import.meta.url)) {
  fs.writeFileSync(stampFile, lockHash());
}
