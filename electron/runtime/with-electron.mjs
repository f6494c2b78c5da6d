// node electron/runtime/with-electron.mjs <command> [args]
// Runs a command with a usable Electron, and the better-sqlite3 binary that fits it, in its environment; on Linux
// without a display under virtual ones.
import { startVirtualScreen } from './display.mjs';
import { run } from './run.mjs';
import { setupElectron } from './setup.mjs';
import { hasDisplay } from './system-packages.mjs';
import { main } from './terminal.mjs';

await main(async () => {
  const [command, ...args] = process.argv.slice(2);
  if (!command) throw new Error('usage: with-electron.mjs <command> [args]');
  const { env } = await setupElectron();
  if (hasDisplay()) return run(command, args, { env });

  // Two, so that two windows of the tests do not take the keyboard from each other.
  const screens = await Promise.all([startVirtualScreen(), startVirtualScreen()]);
  const displays = screens.map(({ display }) => display);
  try {
    return await run(command, args, {
      env: { ...env, DISPLAY: displays[0], VIRTUAL_DISPLAYS: displays.join(' ') },
    });
  } finally {
    for (const { stop } of screens) stop();
  }
});
