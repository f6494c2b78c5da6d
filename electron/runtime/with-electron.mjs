// node electron/runtime/with-electron.mjs <command> [args]
// Runs a command with a usable Electron, and the better-sqlite3 binary that fits it, in its environment; on Linux
// without a display under a virtual one.
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

  const { display, stop } = await startVirtualScreen();
  try {
    return await run(command, args, { env: { ...env, DISPLAY: display } });
  } finally {
    stop();
  }
});
