// npm start: everything from a fresh clone to the running app.
import fs from 'node:fs';
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { callerDirectory, installedNode, root, run } from './run.mjs';
import { setupElectron, setupModules } from './setup.mjs';
import { hasDisplay } from './system-packages.mjs';
import { main, say } from './terminal.mjs';

const SAMPLE = '示例卫生院';

await main(() => (hasDisplay() ? openWindow() : makeSample()));

async function openWindow() {
  const { executable, env } = await setupElectron();
  await buildIfStale();
  return run(executable, [root, ...process.argv.slice(2)], { env });
}

/** Shows what the app does where it cannot open a window: the sample workspace, scored and exported. */
async function makeSample() {
  say('there is no display here, so the sample workspace is made and exported without a window');
  await setupModules();
  const cwd = callerDirectory('start');
  return run(installedNode, [path.join(root, 'electron/cli/index.ts'), 'sample', '--out', freeName(cwd)], { cwd });
}

function freeName(folder) {
  for (let count = 1; ; count++) {
    const name = count === 1 ? SAMPLE : `${SAMPLE}-${count}`;
    if (!fs.existsSync(path.join(folder, name))) return name;
  }
}
