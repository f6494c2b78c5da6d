import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';

/**
 * The library's index: every pack as it was last parsed, and a full-text table over all clauses. A cache, made again
 * whenever in doubt, so nothing here waits for the disk.
 */

/** Changes with the tables below and with what is written into them. */
const format = 2;

/** What an index was made of and by; one of another origin is thrown away. */
export interface IndexOrigin {
  /** Of the program: a new one may read packs differently. */
  readonly version: string;
  /** The folder of the packs: two installations may have packs of the same size and time that differ. */
  readonly folder: string;
}

const tables = `
CREATE TABLE origin (version TEXT NOT NULL, folder TEXT NOT NULL) STRICT;
-- A broken pack has problems and nothing else.
CREATE TABLE pack (
  file TEXT NOT NULL UNIQUE,
  size INTEGER NOT NULL,
  modified TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  id TEXT,
  programme TEXT,
  title TEXT,
  initials TEXT,
  summary TEXT,
  standard TEXT,
  reference TEXT,
  problems TEXT NOT NULL,
  -- Whether its clauses are in the tables below.
  searchable INTEGER NOT NULL CHECK (searchable IN (0, 1))
) STRICT;
CREATE TABLE clause (
  key INTEGER PRIMARY KEY,
  file TEXT NOT NULL,
  position INTEGER NOT NULL,
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  method TEXT NOT NULL,
  core INTEGER NOT NULL,
  text TEXT NOT NULL,
  -- The titles of its chapter and section.
  place TEXT NOT NULL
) STRICT;
CREATE INDEX clause_file ON clause (file);
CREATE VIRTUAL TABLE clause_search
  USING fts5 (code, title, initials, body, content='', contentless_delete=1, prefix='1');
`;

/** Opens the index, as a new one unless it is of this origin. Throws what SQLite says of a file it cannot use. */
export function openIndex(file: string, origin: IndexOrigin): Database.Database {
  if (file !== inMemory) makeFolder(path.dirname(file));
  const db = new Database(file, { nativeBinding: process.env['BETTER_SQLITE3_BINDING'] || undefined });
  try {
    db.pragma('busy_timeout = 5000');
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = NORMAL'); // a power cut may lose it, never break it
    db.pragma('cache_size = -8000'); // holds the words of all clauses: a search at every key
    db.pragma('trusted_schema = OFF');
    db.pragma('cell_size_check = ON');
    db.transaction(() => {
      if (isOf(db, origin)) return;
      for (const name of ['clause_search', 'clause', 'pack', 'origin']) db.exec(`DROP TABLE IF EXISTS ${name}`);
      db.exec(tables);
      db.prepare('INSERT INTO origin (version, folder) VALUES (?, ?)').run(origin.version, origin.folder);
      db.pragma(`user_version = ${format}`);
    }).immediate();
    return db;
  } catch (cause) {
    db.close();
    throw cause;
  }
}

export const inMemory = ':memory:';

function makeFolder(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true });
  } catch (cause) {
    throw new Database.SqliteError(`no folder for the index: ${String(cause)}`, 'SQLITE_CANTOPEN');
  }
}

function isOf(db: Database.Database, { version, folder }: IndexOrigin): boolean {
  if (db.pragma('user_version', { simple: true }) !== format) return false;
  return db.prepare('SELECT 1 FROM origin WHERE version = ? AND folder = ?').get(version, folder) !== undefined;
}

/** Within a transaction: that no process of another version has taken the file over meanwhile. */
export function assertOf(db: Database.Database, origin: IndexOrigin): void {
  if (!isOf(db, origin)) throw new Database.SqliteError('the index is of another origin', 'SQLITE_SCHEMA');
}

/** Removes a damaged index. Its log goes too: SQLite would play it into the new file. */
export function discardIndex(file: string): void {
  for (const suffix of ['', '-wal', '-shm']) rmSync(`${file}${suffix}`, { force: true });
}

/**
 * From here on the connection sees the index as it is now, whatever another process does to it, until it is closed.
 * Nothing can be written through it any more.
 */
export function holdStill(db: Database.Database, origin: IndexOrigin): void {
  db.exec('BEGIN');
  assertOf(db, origin);
}
