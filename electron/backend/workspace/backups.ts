import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';

const folderName = 'backups';
const named = /^\d{4}-\d\d-\d\dT\d{4}(?:-\d+)?\.db$/;

/** A whole copy under backups/, named by the local minute; the database is open and nobody else has it. */
export function backUp(db: Database, workspace: string, now: Date): void {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const stamp = `${day}T${two(now.getHours())}${two(now.getMinutes())}`;
  const folder = path.join(workspace, folderName);
  mkdirSync(folder, { recursive: true });
  let file = path.join(folder, `${stamp}.db`);
  for (let copy = 2; existsSync(file); copy++) file = path.join(folder, `${stamp}-${copy}.db`);
  // Half a copy, left by a full disk, must not pass for the newest backup.
  const unfinished = `${file}.tmp`;
  rmSync(unfinished, { force: true });
  try {
    db.prepare('VACUUM INTO ?').run(unfinished);
    renameSync(unfinished, file);
  } catch (cause) {
    rmSync(unfinished, { force: true });
    throw cause;
  }
}

/** The file name of the newest backup; undefined when there is none. */
export function newestBackup(workspace: string): string | undefined {
  try {
    const names = readdirSync(path.join(workspace, folderName)).filter((name) => named.test(name));
    return names.toSorted((left, right) => path.parse(left).name.localeCompare(path.parse(right).name)).at(-1);
  } catch {
    return undefined;
  }
}
