// Packages the app for this machine and starts the result. Releases are built with electron-builder.yml alone.
import path from 'node:path';
import { buildIfStale } from './build.mjs';
import { mustRunWithElectron } from './electron-command.mjs';
import { root } from './run.mjs';
import { setupElectron } from './setup.mjs';
import { main } from './terminal.mjs';

const CONFIG = 'electron/runtime/electron-builder.smoke.cjs';
const macFolder = process.arch === 'arm64' ? 'mac-arm64' : 'mac';
const PACKAGED_APP = {
  linux: 'dist/linux-unpacked/dabiao',
  win32: 'dist/win-unpacked/dabiao.exe',
  darwin: `dist/${macFolder}/达标.app/Contents/MacOS/达标`,
}[process.platform];

await main(async () => {
  await setupElectron();
  await buildIfStale();
  await mustRunWithElectron('packaging failed', [
    'electron-builder',
    '--config',
    CONFIG,
    '--dir',
    '--publish',
    'never',
  ]);
  await mustRunWithElectron(
    'the packaged app does not work',
    ['playwright', 'test', 'tests/e2e/packaged.spec.ts', ...process.argv.slice(2)],
    { PACKAGED_APP: path.join(root, PACKAGED_APP) },
  );
});
