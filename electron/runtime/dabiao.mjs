// The command line. It must start quickly, so nothing is loaded that an installed checkout does not need.
import module from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isInstalled } from './lock-stamp.mjs';
import { callerDirectory, installedNode, root, run } from './run.mjs';
import { main } from './terminal.mjs';

const cli = path.join(root, 'electron/cli/index.ts');

await main(async () => {
  if (!isInstalled()) {
    const { setupModules } = await import('./setup.mjs');
    await setupModules();
  }
  const cwd = callerDirectory('dabiao');
  // Stripping types takes two thirds of the start; threads and other processes learn of the cache by the variable.
  process.env.NODE_COMPILE_CACHE ??= path.join(root, 'node_modules/.cache/dabiao');
  module.enableCompileCache?.();
  if (!runsTypeScript()) return run(installedNode, [cli, ...process.argv.slice(2)], { cwd });

  process.chdir(cwd);
  process.argv[1] = cli;
  await import(pathToFileURL(cli));
  return process.exitCode;
});

/** Node takes TypeScript since 22.18, and without a warning since 24.12. */
function runsTypeScript() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  return major > 24 || (major === 24 && minor >= 12);
}
