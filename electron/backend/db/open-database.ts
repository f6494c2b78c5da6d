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
  db.pragma('busy_timeout = 5000');
  db.pragma('trusted_schema = OFF');
  db.pragma('cell_size_check = ON');
  db.pragma('fullfsync = ON'); // macOS: fsync alone does not reach the disk
}

/** SQLite's own word for a file that is not, or no longer, a database. */
export function isDamage(cause: unknown): boolean {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' && /^SQLITE_(?:CORRUPT|NOTADB)/.test(code);
}
