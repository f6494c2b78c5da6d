import { statfsSync } from 'node:fs';
import Database from 'better-sqlite3';

/** Marks the file as ours (“DBIA”), so that a foreign SQLite file is told apart before anything is written. */
export const applicationId = 0x44424941;

/**
 * Opens a database for writing. synchronous=FULL is set by hand: the driver's default in WAL mode is NORMAL, which
 * loses acknowledged commits when the power goes.
 */
export function openDatabase(file: string): Database.Database {
  const db = open(file, {});
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    harden(db);
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

const logBytes = 1000 * 4096; // SQLite's own checkpoint size: the log starts again at its beginning there
const roomNeeded = 64 * 2 ** 20;
/** How long another program may hold the database, in milliseconds. */
const patience = 5000;

/**
 * Stretches the write-ahead log to the size it reaches anyway. A commit then overwrites blocks that the file has
 * instead of growing it, so that the disk need not write down a new length and new blocks as well: measured on ext4, a
 * third of the time of a mark.
 * The pages are spilled by a transaction that is rolled back, so that nothing of them is ever read. Left out where
 * the disk is nearly full.
 */
export function reserveLog(db: Database.Database): void {
  const { bavail, bsize } = statfsSync(db.name);
  if (bavail * bsize < roomNeeded) return;
  const pages = db.pragma('cache_size', { simple: true }) as number;
  db.pragma('cache_size = 16'); // so that the pages go to the log before the transaction ends
  db.pragma('busy_timeout = 0'); // not worth waiting for
  try {
    db.exec('BEGIN IMMEDIATE; CREATE TABLE log_room (bytes BLOB) STRICT');
    db.prepare('INSERT INTO log_room (bytes) VALUES (zeroblob(?))').run(logBytes);
  } catch {
    // A full disk or a log that cannot grow costs speed only.
  } finally {
    if (db.inTransaction) db.exec('ROLLBACK');
    db.pragma(`cache_size = ${pages}`);
    db.pragma(`busy_timeout = ${patience}`);
  }
}

export function openReadOnly(file: string): Database.Database {
  const db = open(file, { readonly: true, fileMustExist: true });
  harden(db);
  return db;
}

/** The binding is named by the environment only on runtimes older than the prebuilt one asks for. */
const open = (file: string, options: Database.Options): Database.Database =>
  new Database(file, { ...options, nativeBinding: process.env['BETTER_SQLITE3_BINDING'] || undefined });

function harden(db: Database.Database): void {
  db.pragma('foreign_keys = ON');
  db.pragma(`busy_timeout = ${patience}`);
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('fullfsync = ON'); // macOS: fsync alone does not reach the disk
}

/** SQLite's own word for a file that is not, or no longer, a database. */
export function isDamage(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);
}
