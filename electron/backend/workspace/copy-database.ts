import { cpSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { notReadable } from '../../../shared/errors/messages.ts';
import { errnoOf } from '../files/disk-errors.ts';
import { systemFailure } from '../files/system-failure.ts';

/**
 * A copy of a database, with what its log holds, in a folder of its own outside the workspace.
 *
 * @throws {AppError} workspace/not-readable, disk/full
 */
export function copyDatabase(databaseFile: string): { readonly file: string; remove(): void } {
  let folder: string | undefined;
  const remove = (): void => {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
  };
  try {
    folder = mkdtempSync(path.join(tmpdir(), 'dabiao-'));
    const file = path.join(folder, path.basename(databaseFile));
    for (const suffix of ['', '-wal'])
      if (existsSync(databaseFile + suffix)) cpSync(databaseFile + suffix, file + suffix);
    return { file, remove };
  } catch (cause) {
    remove();
    if (['EACCES', 'EPERM'].includes(errnoOf(cause))) throw notReadable(databaseFile, cause);
    throw systemFailure(cause, folder ?? tmpdir()) ?? cause;
  }
}
