import { randomUUID } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import type { WorkspaceId, WorkspaceInfo } from '../../../shared/contract/workspace.ts';
import type { InstitutionType } from '../../../shared/domain/institution.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  databaseMissing,
  folderIsFile,
  folderMissing,
  folderNotEmpty,
  folderNotWritable,
  notAWorkspace,
  notReadable,
  readOnlyReasons,
  workspaceFileRepaired,
} from '../../../shared/errors/messages.ts';
import { latestVersion, migrate } from '../db/migrate.ts';
import { migrations as allMigrations } from '../db/migrations/index.ts';
import type { Migration } from '../db/migrations/migration.ts';
import { applicationId, openDatabase, openReadOnly } from '../db/open-database.ts';
import { errnoOf, isDiskFull } from '../files/disk-errors.ts';
import { systemFailure } from '../files/system-failure.ts';
import { backUp, newestBackup } from './backups.ts';
import { copyDatabase } from './copy-database.ts';
import { inspectDatabase, type DatabaseFound } from './inspect-database.ts';
import { lockWorkspace } from './workspace-lock.ts';
import { readWorkspaceFile, workspaceFormatVersion, writeWorkspaceFile, type WorkspaceFile } from './workspace-file.ts';

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
 * @throws {AppError} workspace/folder-not-empty, workspace/folder-is-file, workspace/folder-not-writable, disk/*
 */
export async function createWorkspace(
  folder: string,
  institution: string,
  type: InstitutionType,
  now: Date,
  opener: Opener,
): Promise<OpenWorkspace> {
  const existed = existsSync(folder);
  if (existed && !statSync(folder).isDirectory()) throw folderIsFile(folder);
  if (existed && readdirSync(folder).length > 0) throw folderNotEmpty(folder);
  try {
    mkdirSync(folder, { recursive: true });
    const identity = { id: randomUUID(), institution, type };
    for (const part of ['evidence', 'backups']) mkdirSync(path.join(folder, part));
    const db = openDatabase(path.join(folder, databaseName));
    try {
      db.pragma(`application_id = ${applicationId}`);
      migrate(db, opener.migrations ?? allMigrations, () => undefined);
      db.prepare('INSERT INTO workspace (id, institution, type, created_at) VALUES (?, ?, ?, ?)').run(
        identity.id,
        institution,
        type,
        now.toISOString(),
      );
    } finally {
      db.close();
    }
    writeWorkspaceFile(folder, identity);
  } catch (cause) {
    removeUnfinished(folder, existed);
    // ENOENT is what a recursive mkdir says on a read-only disk.
    const isRefused = ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR', 'ENOENT'].includes(errnoOf(cause));
    if (isRefused || errnoOf(cause).startsWith('SQLITE_CANTOPEN')) throw folderNotWritable(folder, cause);
    throw systemFailure(cause, folder) ?? cause;
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

/** A workspace that is being opened. */
interface Opening {
  readonly folder: string;
  readonly databaseFile: string;
  readonly file: WorkspaceFile;
  readonly known: readonly Migration[];
}

/**
 * Opens a workspace. One written by a newer version, or lying where nothing can be written, opens read-only and says
 * why. A workspace.json that is missing or damaged is written again from the database.
 *
 * @throws {AppError} workspace/not-a-workspace, workspace/in-use, workspace/database-*
 */
export function openWorkspace(folder: string, now: Date, opener: Opener): OpenWorkspace {
  const opening = lookAt(folder, opener.migrations ?? allMigrations);
  let lock: ReturnType<typeof lockWorkspace> | undefined;
  try {
    const refused = whyNotWritable(opening);
    if (refused !== undefined) return openCopy(opening, refused);
    const held = lockWorkspace(folder, opener.program);
    lock = held;
    const opened = openInPlace(opening, now);
    return {
      ...opened,
      close: () => {
        opened.close();
        held.release();
      },
    };
  } catch (cause) {
    try {
      if (!isOutOfRoom(cause, folder)) throw inWords(cause, opening);
      return openCopy(opening, readOnlyReasons.diskFull(folder)); // while the lock is held: nobody else writes
    } finally {
      lock?.release();
    }
  }
}

/** @throws {AppError} when the folder is none of ours, or has no database */
function lookAt(folder: string, known: readonly Migration[]): Opening {
  const databaseFile = path.join(folder, databaseName);
  const opening = { folder, databaseFile, file: readWorkspaceFile(folder), known };
  try {
    if (!statSync(folder).isDirectory()) throw folderIsFile(folder);
    if (statSync(databaseFile, { throwIfNoEntry: false })?.isFile()) return opening;
    readdirSync(folder);
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') throw folderMissing(folder);
    if (cause instanceof AppError) throw cause;
    throw isRefusal(cause) ? notReadable(folder, cause) : (systemFailure(cause, folder) ?? cause);
  }
  throw opening.file.fault === 'missing' ? notAWorkspace(folder) : databaseMissing(folder, newestBackup(folder));
}

function whyNotWritable({ folder, databaseFile }: Opening): string | undefined {
  for (const file of [folder, databaseFile]) {
    try {
      accessSync(file, constants.W_OK);
    } catch (cause) {
      return errnoOf(cause) === 'EROFS' ? readOnlyReasons.readOnlyDisk(folder) : readOnlyReasons.noPermission(file);
    }
  }
  return undefined;
}

function openInPlace(opening: Opening, now: Date): OpenWorkspace {
  const { folder, databaseFile, file, known } = opening;
  const found = inspectDatabase(databaseFile, databaseFile);
  const newer = whyNewer(opening, found);
  if (newer !== undefined && found.version < latestVersion(known)) return openCopy(opening, newer);
  const readOnlyBecause = newer ?? repairFile(opening, found);
  const remark = file.fault && readOnlyBecause === undefined ? workspaceFileRepaired(file.fault) : undefined;
  const db = readOnlyBecause === undefined ? openDatabase(databaseFile) : openReadOnly(databaseFile);
  try {
    const info = { ...infoOf(opening, found), readOnlyBecause, remark };
    if (readOnlyBecause === undefined) migrate(db, known, () => backUp(db, folder, now));
    return { folder, db, info, close: () => db.close() };
  } catch (cause) {
    db.close();
    throw cause;
  }
}

/** For reading only, and on a copy: SQLite cannot read a WAL database where it cannot write beside it. */
function openCopy(opening: Opening, because: string): OpenWorkspace {
  const { folder, databaseFile, known } = opening;
  const copy = copyDatabase(databaseFile);
  let db: Database | undefined;
  try {
    const found = inspectDatabase(copy.file, databaseFile);
    const newer = whyNewer(opening, found);
    if (found.version < latestVersion(known)) migrateCopy(copy.file, known);
    const opened = openReadOnly(copy.file);
    db = opened;
    const close = (): void => {
      opened.close();
      copy.remove();
    };
    return { folder, db, info: { ...infoOf(opening, found), readOnlyBecause: newer ?? because }, close };
  } catch (cause) {
    db?.close();
    copy.remove();
    throw inWords(cause, opening);
  }
}

function migrateCopy(file: string, known: readonly Migration[]): void {
  const db = openDatabase(file);
  try {
    migrate(db, known, () => undefined);
  } finally {
    db.close();
  }
}

function whyNewer({ file, known }: Opening, found: DatabaseFound): string | undefined {
  const latest = latestVersion(known);
  if (found.version > latest) return readOnlyReasons.newerVersion('数据', found.version, latest);
  return file.formatVersion > workspaceFormatVersion
    ? readOnlyReasons.newerVersion('格式', file.formatVersion, workspaceFormatVersion)
    : undefined;
}

/** Writes workspace.json again where it is missing or damaged; gives the reason when that cannot be done. */
function repairFile({ folder, file }: Opening, { identity }: DatabaseFound): string | undefined {
  if (!file.fault) return undefined;
  try {
    if (identity) writeWorkspaceFile(folder, identity);
    return identity ? undefined : readOnlyReasons.fileNotRepaired(file.fault);
  } catch (cause) {
    if (isOutOfRoom(cause, folder)) throw cause;
    return readOnlyReasons.fileNotRepaired(file.fault);
  }
}

/** @throws {AppError} workspace/not-a-workspace when neither workspace.json nor the database says whose it is */
function infoOf({ folder, file }: Opening, found: DatabaseFound): Omit<WorkspaceInfo, 'readOnlyBecause'> {
  const identity = file.identity ?? found.identity;
  if (!identity) throw notAWorkspace(folder);
  return { ...identity, id: identity.id as WorkspaceId, folder };
}

const isRefusal = (cause: unknown): boolean => ['EACCES', 'EPERM'].includes(errnoOf(cause));

/** On a full disk SQLite cannot make the files beside the database either, and says only that something went wrong. */
function isOutOfRoom(cause: unknown, folder: string): boolean {
  if (isDiskFull(cause)) return true;
  if (!/^SQLITE_(?:IOERR|CANTOPEN)/.test(errnoOf(cause))) return false;
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize < 64 * 1024;
}

function inWords(cause: unknown, { folder, databaseFile, file }: Opening): unknown {
  if (cause instanceof AppError) {
    return cause.code === 'workspace/database-foreign' && file.fault === 'missing' ? notAWorkspace(folder) : cause;
  }
  if (isRefusal(cause)) return notReadable(databaseFile, cause);
  return systemFailure(cause, databaseFile) ?? cause;
}
