import type { Migration } from './migration.ts';

/** What stands beside standards: official wording, work on own standards, links between clauses of two standards. */
export const standardsBeside: Migration = {
  version: 4,
  up: (db) =>
    db.exec(`
-- Official wording laid over a standard, by the standard's clause codes. is_left: the file has a clause of this code,
-- whose text was not taken; title is the file's.
CREATE TABLE official_text (
  pack_id TEXT NOT NULL, code TEXT NOT NULL, title TEXT, source TEXT NOT NULL, added_at TEXT NOT NULL,
  is_left INTEGER NOT NULL DEFAULT 0 CHECK (is_left IN (0, 1)),
  PRIMARY KEY (pack_id, code)
) STRICT, WITHOUT ROWID;
CREATE TABLE official_point (
  pack_id TEXT NOT NULL, code TEXT NOT NULL, position INTEGER NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('C', 'B', 'A', 'yes')), text TEXT NOT NULL,
  PRIMARY KEY (pack_id, code, position),
  FOREIGN KEY (pack_id, code) REFERENCES official_text (pack_id, code) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- An own standard under edit, as JSON that may have faults. base is the revision it was begun from; remarks are the
-- errors of the import that it came from, as JSON.
CREATE TABLE standard_work (
  id TEXT PRIMARY KEY, pack TEXT NOT NULL, base INTEGER, source TEXT NOT NULL, changed_at TEXT NOT NULL,
  remarks TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Two clauses that ask for the same thing, each pair once: pack_id sorts before other_pack_id.
CREATE TABLE clause_link (
  pack_id TEXT NOT NULL, code TEXT NOT NULL, other_pack_id TEXT NOT NULL, other_code TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('confirmed', 'dismissed')), at TEXT NOT NULL,
  PRIMARY KEY (pack_id, code, other_pack_id, other_code), CHECK (pack_id < other_pack_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX link_of_other ON clause_link (other_pack_id, other_code);
`),
};
