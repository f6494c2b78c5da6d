import type { Database } from 'better-sqlite3';

/**
 * One step forward, run in one transaction. A migration imports nothing but this type: today's code must not rewrite
 * yesterday's step.
 */
export interface Migration {
  readonly version: number;
  readonly up: (db: Database) => void;
}
