import { statSync } from 'node:fs';
import path from 'node:path';
import type { Database } from 'better-sqlite3';
import { databaseDamaged, databaseForeign, databaseVersionLost } from '../../../shared/errors/messages.ts';
import { versionOf } from '../db/migrate.ts';
import { applicationId, isDamage, openReadOnly } from '../db/open-database.ts';
import { newestBackup } from './backups.ts';
import { parseIdentity, type Identity } from './workspace-file.ts';

export interface DatabaseFound {
  readonly version: number;
  /** Of a newer version it may be kept in another way. */
  readonly identity: Identity | undefined;
}

/**
 * Looks before anything is written: is it a database, ours, and whole? `file` may be a copy; `original` is what the
 * messages name.
 *
 * @throws {AppError} workspace/database-damaged, workspace/database-foreign
 */
export function inspectDatabase(file: string, original: string): DatabaseFound {
  const backup = newestBackup(path.dirname(original));
  // To SQLite an empty file is a database without tables, anybody's.
  if (statSync(file).size === 0) throw databaseDamaged(original, backup);
  let db: Database | undefined;
  try {
    db = openReadOnly(file);
    if (db.pragma('application_id', { simple: true }) !== applicationId) throw databaseForeign(original);
    const check = db.pragma('quick_check(1)', { simple: true });
    if (check !== 'ok') throw databaseDamaged(original, backup, check);
    const version = versionOf(db);
    if (version < 1) throw databaseVersionLost(original, backup);
    return { version, identity: identityIn(db) };
  } catch (cause) {
    throw isDamage(cause) ? databaseDamaged(original, backup, cause) : cause;
  } finally {
    db?.close();
  }
}

function identityIn(db: Database): Identity | undefined {
  try {
    return parseIdentity(db.prepare('SELECT id, institution, type FROM workspace').get());
  } catch (cause) {
    if (isDamage(cause)) throw cause;
    return undefined; // another version's table
  }
}
