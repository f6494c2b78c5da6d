// npm run bench [-- name …]: every tests/bench/*.bench.ts, or those with such a name, one after another.
import fs from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { mustRunWithElectron } from './electron-command.mjs';
import { installedNode, mustRun, root } from './run.mjs';
import { setupElectron } from './setup.mjs';
import { main } from './terminal.mjs';

const FOLDER = 'tests/bench';
const WITH_WINDOW = 'start.bench.ts';

await main(async () => {
  await setupElectron();
  const wanted = process.argv.slice(2);
  const benches = fs
    .readdirSync(path.join(root, FOLDER))
    .filter((name) => name.endsWith('.bench.ts'))
    .filter((name) => wanted.length === 0 || wanted.includes(name.replace('.bench.ts', '')))
    .toSorted();
  if (benches.length === 0) throw new Error(`no such benchmark in ${FOLDER}`);
  for (const name of benches) {
    console.log(`\n── ${name.replace('.bench.ts', '')}`);
    const file = path.join(root, FOLDER, name);
    if (name === WITH_WINDOW) {
      await buildIfStale();
      await mustRunWithElectron(`${name} failed`, [installedNode, file]);
    } else {
      await mustRun(`${name} failed`, installedNode, [file]);
    }
  }
});
