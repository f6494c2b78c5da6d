import { randomUUID } from 'node:crypto';
import { accessSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { WorkspaceId, WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { InstitutionType } from '../../../shared/domain/institution.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  databaseDamaged,
  folderNotEmpty,
  folderNotWritable,
  notAWorkspace,
  workspaceFromNewerVersion,
  workspaceReadOnly,
} from '../../../shared/errors/messages.ts';
import { latestVersion, migrate, versionOf } from '../db/migrate.ts';
import { migrations as allMigrations } from '../db/migrations/index.ts';
import type { Migration } from '../db/migrations/migration.ts';
import { applicationId, isDamage, openDatabase, openReadOnly } from '../db/open-database.ts';
import { errnoOf, writingFailed } from '../files/disk-errors.ts';
import { lockWorkspace } from './workspace-lock.ts';
import { readWorkspaceFile, workspaceFormatVersion, writeWorkspaceFile } from './workspace-file.ts';

/** An open workspace: its database, where its files lie, and the lock that keeps others out. */
export interface OpenWorkspace {
  readonly info: WorkspaceInfo;
  readonly folder: string;
  readonly db: Database;
  close(): void;
}

/** Who is opening, as the message to a second opener names it: 达标窗口, 命令行. */
export interface Opener {
  readonly program: string;
  readonly migrations?: readonly Migration[];
}

const databaseName = 'dabiao.db';

/**
 * Makes a new workspace in a folder that is empty or does not exist yet.
 *
 * @throws {AppError} workspace/folder-not-empty, workspace/folder-not-writable, disk/full
 */
export async function createWorkspace(
  folder: string,
  institution: string,
  type: InstitutionType,
  now: Date,
  opener: Opener,
): Promise<OpenWorkspace> {
  const existed = existsSync(folder);
  if (existed && readdirSync(folder).length > 0) throw folderNotEmpty(folder);
  try {
    mkdirSync(folder, { recursive: true });
    const file = { formatVersion: workspaceFormatVersion, id: randomUUID(), institution, type };
    for (const part of ['evidence', 'backups']) mkdirSync(path.join(folder, part));
    const db = openDatabase(path.join(folder, databaseName));
    try {
      db.pragma(`application_id = ${applicationId}`);
      migrate(db, opener.migrations ?? allMigrations, () => undefined);
      db.prepare('INSERT INTO workspace (id, institution, type, created_at) VALUES (?, ?, ?, ?)').run(
        file.id,
        institution,
        type,
        now.toISOString(),
      );
    } finally {
      db.close();
    }
    await writeWorkspaceFile(folder, file);
  } catch (cause) {
    removeUnfinished(folder, existed);
    // ENOENT is what a recursive mkdir says on a read-only disk.
    const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(errnoOf(cause));
    if (isRefused || errnoOf(cause).startsWith('SQLITE_CANTOPEN')) throw folderNotWritable(folder, cause);
    throw writingFailed(folder, cause);
  }
  return openWorkspace(folder, now, opener);
}

function removeUnfinished(folder: string, existed: boolean): void {
  try {
    if (!existed) rmSync(folder, { recursive: true, force: true });
    else for (const name of readdirSync(folder)) rmSync(path.join(folder, name), { recursive: true, force: true });
  } catch {
    // A folder we could not write to holds nothing of ours either.
  }
}

/**
 * Opens a workspace. One written by a newer version, or lying where nothing can be written, opens read-only and says why.
 *
 * @throws {AppError} workspace/not-a-workspace, workspace/in-use, workspace/database-damaged
 */
export function openWorkspace(folder: string, now: Date, opener: Opener): OpenWorkspace {
  const file = readWorkspaceFile(folder);
  const databaseFile = path.join(folder, databaseName);
  if (!existsSync(databaseFile)) throw notAWorkspace(folder);
  const lock = isWritable(folder) ? lockWorkspace(folder, opener.program) : undefined;
  let copy: string | undefined;
  let db: Database | undefined;
  try {
    copy = lock ? undefined : copyDatabase(databaseFile);
    const known = opener.migrations ?? allMigrations;
    const newer = inspect(copy ?? databaseFile, latestVersion(known));
    const readOnly = newer ?? (lock ? undefined : workspaceReadOnly());
    if (copy && !newer) migrateCopy(copy, known);
    db = readOnly ? openReadOnly(copy ?? databaseFile) : openDatabase(databaseFile);
    const writable = db;
    if (!readOnly) migrate(db, known, () => backUp(writable, folder, now));
    const opened = db;
    return {
      folder,
      db,
      info: {
        id: file.id as WorkspaceId,
        institution: file.institution,
        type: file.type,
        folder,
        readOnlyBecause: readOnly?.message,
      },
      close: () => {
        opened.close();
        lock?.release();
        if (copy) rmSync(path.dirname(copy), { recursive: true, force: true });
      },
    };
  } catch (cause) {
    db?.close();
    lock?.release();
    if (copy) rmSync(path.dirname(copy), { recursive: true, force: true });
    if (isDamage(cause)) throw databaseDamaged(databaseFile, cause);
    throw writingFailed(databaseFile, cause);
  }
}

/** Looks before anything is written: is it a database, ours, whole, and not from the future? */
function inspect(databaseFile: string, known: number): AppError | undefined {
  const db = openReadOnly(databaseFile);
  try {
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw databaseDamaged(databaseFile);
    const check = db.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw databaseDamaged(databaseFile, check);
    const found = versionOf(db);
    return found > known ? workspaceFromNewerVersion(found, known) : undefined;
  } finally {
    db.close();
  }
}

function isWritable(folder: string): boolean {
  try {
    accessSync(folder, constants.W_OK);
    accessSync(path.join(folder, databaseName), constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** SQLite cannot read a WAL database where it cannot write beside it, so such a database is read from a copy. */
function copyDatabase(databaseFile: string): string {
  const copy = path.join(mkdtempSync(path.join(tmpdir(), 'dabiao-')), databaseName);
  for (const suffix of ['', '-wal']) {
    if (existsSync(databaseFile + suffix)) cpSync(databaseFile + suffix, copy + suffix);
  }
  return copy;
}

/** A database of an older version that lies where nothing can be written is brought forward in its copy. */
function migrateCopy(file: string, known: readonly Migration[]): void {
  const db = openDatabase(file);
  try {
    migrate(db, known, () => undefined);
  } finally {
    db.close();
  }
}

/** A whole copy under backups/, named by the local minute; the database is open and nobody else has it. */
function backUp(db: Database, folder: string, now: Date): void {
  const two = (value: number): string => String(value).padStart(2, '0');
  const day = `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  const stamp = `${day}T${two(now.getHours())}${two(now.getMinutes())}`;
  mkdirSync(path.join(folder, 'backups'), { recursive: true });
  let file = path.join(folder, 'backups', `${stamp}.db`);
  for (let copy = 2; existsSync(file); copy++) file = path.join(folder, 'backups', `${stamp}-${copy}.db`);
  db.prepare('VACUUM INTO ?').run(file);
}
