import { existsSync, realpathSync } from 'node:fs';
import path from 'node:path';

/** The workspace folder in which a file lies or would lie, whatever links lead there; undefined outside of all. */
export function workspaceAround(file: string): string | undefined {
  let folder = realFolder(path.dirname(path.resolve(file)));
  for (;;) {
    if (existsSync(path.join(folder, 'dabiao.db'))) return folder;
    const above = path.dirname(folder);
    if (above === folder) return undefined;
    folder = above;
  }
}

function realFolder(folder: string): string {
  try {
    return realpathSync(folder);
  } catch {
    return folder; // it is not there; what is wrong with it will be said when it is written to
  }
}
