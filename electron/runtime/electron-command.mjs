// with-electron.mjs, for the other entries.
import path from 'node:path';
import { mustRun, root } from './run.mjs';

export const mustRunWithElectron = (failure, command, env = {}) =>
  mustRun(failure, process.execPath, [path.join(root, 'electron/runtime/with-electron.mjs'), ...command], {
    env: { ...process.env, ...env },
  });
