import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import Database from 'better-sqlite3';
import { lockUnusable, workspaceInUse } from '../../../shared/errors/messages.ts';

/**
 * One process at a time. The lock is an open exclusive SQLite transaction on a file of its own: the operating system
 * lets go of it when the process ends, however it ends, so no stale lock is ever left. The text beside it only names
 * the holder.
 *
 * @throws {AppError} workspace/in-use, workspace/lock-unusable
 */
export function lockWorkspace(folder: string, program: string): { release(): void } {
  const file = path.join(folder, '.lock');
  const holderFile = path.join(folder, '.lock-holder');
  let db: Database.Database | undefined;
  try {
    db = new Database(file, { timeout: 0, nativeBinding: process.env['BETTER_SQLITE3_BINDING'] || undefined });
    db.pragma('journal_mode = MEMORY');
    db.exec('BEGIN EXCLUSIVE');
  } catch (cause) {
    db?.close();
    if ((cause as { code?: unknown }).code === 'SQLITE_BUSY') throw workspaceInUse(readHolder(holderFile));
    throw existsSync(file) ? lockUnusable(file, cause) : cause;
  }
  writeHolder(holderFile, `${program}，电脑 ${hostname()}，进程 ${process.pid}`);
  const held = db;
  return {
    release: () => {
      held.exec('ROLLBACK');
      held.close();
    },
  };
}

/** The name helps the next one who comes; the lock holds without it, on a full disk for one. */
function writeHolder(file: string, holder: string): void {
  try {
    writeFileSync(file, holder);
  } catch {
    // Nobody will be named.
  }
}

function readHolder(file: string): string {
  try {
    return readFileSync(file, 'utf8').slice(0, 200) || '未知';
  } catch {
    return '未知'; // the holder has not written its name yet
  }
}
