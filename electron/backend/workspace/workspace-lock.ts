import { readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { workspaceInUse } from '../../../shared/errors/messages.ts';

/**
 * One process at a time. The lock is an open exclusive SQLite transaction on a file of its own: the operating system
 * lets go of it when the process ends, however it ends, so no stale lock is ever left. The text beside it only names
 * the holder.
 *
 * @throws {AppError} workspace/in-use
 */
export function lockWorkspace(folder: string, program: string): { release(): void } {
  const db = new Database(path.join(folder, '.lock'), {
    timeout: 0,
    nativeBinding: process.env['BETTER_SQLITE3_BINDING'] || undefined,
  });
  const holderFile = path.join(folder, '.lock-holder');
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db.close();
    if ((cause as { code?: unknown }).code === 'SQLITE_BUSY') throw workspaceInUse(readHolder(holderFile));
    throw cause;
  }
  writeFileSync(holderFile, `${program}，电脑 ${hostname()}，进程 ${process.pid}`);
  return {
    release: () => {
      db.exec('ROLLBACK');
      db.close();
    },
  };
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, 200);
  } catch {
    return '未知'; // the holder has not written its name yet
  }
}
