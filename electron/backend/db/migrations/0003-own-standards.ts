import type { Migration } from './migration.ts';

/** The institution's own standards, as they were brought in. Revisions are added, never changed: rounds pin what they used. */
export const ownStandards: Migration = {
  version: 3,
  up: (db) =>
    db.exec(`
-- pack is YAML in the format of the built-in standards
CREATE TABLE own_standard (
  id TEXT NOT NULL, revision INTEGER NOT NULL CHECK (revision > 0), pack TEXT NOT NULL, source TEXT NOT NULL,
  added_at TEXT NOT NULL,
  PRIMARY KEY (id, revision)
) STRICT, WITHOUT ROWID;
`),
};
