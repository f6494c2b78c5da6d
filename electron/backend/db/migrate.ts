import type { Database } from 'better-sqlite3';
import type { Migration } from './migrations/migration.ts';

export const versionOf = (db: Database): number => db.pragma('user_version', { simple: true }) as number;

/** The version this program writes. */
export const latestVersion = (migrations: readonly Migration[]): number => migrations.at(-1)?.version ?? 0;

/**
 * Brings a database forward, one transaction a step. `backUp` is called once before the first step of a database that
 * already holds something.
 */
export function migrate(db: Database, migrations: readonly Migration[], backUp: () => void): void {
  const found = versionOf(db);
  const due = migrations.filter((migration) => migration.version > found);
  if (due.length > 0 && found > 0) backUp();
  for (const migration of due) {
    db.transaction(() => {
      migration.up(db);
      db.pragma(`user_version = ${migration.version}`);
    }).immediate();
  }
}
