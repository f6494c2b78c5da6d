import type { Migration } from './migration.ts';

/** The first schema: standards as rounds pin them, results, evidence, the change log and the search index. */
export const initial: Migration = {
  version: 1,
  up: (db) =>
    db.exec(`
CREATE TABLE workspace (
  id TEXT PRIMARY KEY, institution TEXT NOT NULL, type TEXT NOT NULL, created_at TEXT NOT NULL
) STRICT;

CREATE TABLE standard (
  id TEXT PRIMARY KEY, pack_id TEXT NOT NULL, title TEXT NOT NULL, programme TEXT NOT NULL, edition TEXT NOT NULL,
  confidence TEXT NOT NULL CHECK (confidence IN ('high', 'medium', 'low')), note TEXT
) STRICT;

CREATE TABLE chapter (
  standard_id TEXT NOT NULL REFERENCES standard, code TEXT NOT NULL, title TEXT NOT NULL,
  excluded_from_rules INTEGER NOT NULL CHECK (excluded_from_rules IN (0, 1)), position INTEGER NOT NULL,
  PRIMARY KEY (standard_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE section (
  standard_id TEXT NOT NULL REFERENCES standard, code TEXT NOT NULL, chapter_code TEXT NOT NULL, title TEXT NOT NULL,
  position INTEGER NOT NULL,
  PRIMARY KEY (standard_id, code),
  FOREIGN KEY (standard_id, chapter_code) REFERENCES chapter (standard_id, code)
) STRICT, WITHOUT ROWID;

CREATE TABLE clause (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, standard_id TEXT NOT NULL, section_code TEXT NOT NULL,
  code TEXT NOT NULL, title TEXT NOT NULL, position INTEGER NOT NULL,
  method TEXT NOT NULL CHECK (method IN ('graded', 'checklist', 'points', 'prerequisite', 'indicator')),
  core INTEGER NOT NULL CHECK (core IN (0, 1)), optional INTEGER NOT NULL CHECK (optional IN (0, 1)),
  confidence TEXT CHECK (confidence IN ('high', 'medium', 'low')), note TEXT,
  UNIQUE (standard_id, code),
  FOREIGN KEY (standard_id, section_code) REFERENCES section (standard_id, code)
) STRICT;

CREATE TABLE indicator_definition (
  clause_id TEXT PRIMARY KEY REFERENCES clause (id), numerator TEXT NOT NULL, denominator TEXT, unit TEXT NOT NULL,
  direction TEXT NOT NULL CHECK (direction IN ('up', 'down', 'monitor')),
  period TEXT NOT NULL CHECK (period IN ('month', 'quarter', 'year'))
) STRICT, WITHOUT ROWID;

CREATE TABLE point (
  id TEXT PRIMARY KEY, clause_id TEXT NOT NULL REFERENCES clause (id), position INTEGER NOT NULL,
  tier TEXT NOT NULL CHECK (tier IN ('C', 'B', 'A', 'yes')), text TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX point_of_clause ON point (clause_id, position);

-- short lists that a pack gives with a clause
CREATE TABLE clause_hint (
  clause_id TEXT NOT NULL REFERENCES clause (id), position INTEGER NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('evidence', 'check', 'department', 'generic-tier')),
  PRIMARY KEY (clause_id, kind, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE target (
  standard_id TEXT NOT NULL REFERENCES standard, id TEXT NOT NULL, label TEXT NOT NULL, position INTEGER NOT NULL,
  confidence TEXT CHECK (confidence IN ('high', 'medium', 'low')), note TEXT,
  PRIMARY KEY (standard_id, id)
) STRICT, WITHOUT ROWID;

-- at_least is exact text: 0.8, 1/3
CREATE TABLE target_rule (
  standard_id TEXT NOT NULL, target_id TEXT NOT NULL, position INTEGER NOT NULL, scope TEXT NOT NULL,
  grade TEXT NOT NULL CHECK (grade IN ('A', 'B', 'C', 'D')), at_least TEXT NOT NULL,
  PRIMARY KEY (standard_id, target_id, position),
  FOREIGN KEY (standard_id, target_id) REFERENCES target (standard_id, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE round (
  id TEXT PRIMARY KEY, standard_id TEXT NOT NULL, target_id TEXT NOT NULL, title TEXT NOT NULL,
  created_at TEXT NOT NULL, archived_at TEXT, position_clause_id TEXT REFERENCES clause (id),
  FOREIGN KEY (standard_id, target_id) REFERENCES target (standard_id, id)
) STRICT;

CREATE TABLE clause_state (
  round_id TEXT NOT NULL REFERENCES round, clause_id TEXT NOT NULL REFERENCES clause (id),
  own_grade TEXT CHECK (own_grade IN ('A', 'B', 'C', 'D', 'E')), reason TEXT NOT NULL DEFAULT '',
  note TEXT NOT NULL DEFAULT '', lead_department TEXT NOT NULL DEFAULT '',
  status TEXT NOT NULL DEFAULT 'draft' CHECK (status IN ('draft', 'submitted', 'verified', 'returned')),
  PRIMARY KEY (round_id, clause_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE point_mark (
  round_id TEXT NOT NULL REFERENCES round, point_id TEXT NOT NULL REFERENCES point,
  mark TEXT NOT NULL CHECK (mark IN ('met', 'partial', 'unmet', 'n/a')),
  PRIMARY KEY (round_id, point_id)
) STRICT, WITHOUT ROWID;

-- a file in evidence/, by content; a row here means the file is durable on disk
CREATE TABLE stored_file (
  sha256 TEXT PRIMARY KEY CHECK (length(sha256) = 64), extension TEXT NOT NULL, bytes INTEGER NOT NULL,
  added_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE evidence (
  key INTEGER PRIMARY KEY, id TEXT NOT NULL UNIQUE, number TEXT NOT NULL, title TEXT NOT NULL,
  document_date TEXT NOT NULL DEFAULT '', valid_until TEXT NOT NULL DEFAULT '', department TEXT NOT NULL DEFAULT '',
  remark TEXT NOT NULL DEFAULT '', added_at TEXT NOT NULL
) STRICT;

CREATE TABLE evidence_file (
  id TEXT PRIMARY KEY, evidence_id TEXT NOT NULL REFERENCES evidence (id), position INTEGER NOT NULL,
  sha256 TEXT NOT NULL REFERENCES stored_file, name TEXT NOT NULL
) STRICT;
CREATE INDEX file_of_evidence ON evidence_file (evidence_id, position);
CREATE INDEX evidence_of_file ON evidence_file (sha256);

CREATE TABLE evidence_use (
  round_id TEXT NOT NULL REFERENCES round, clause_id TEXT NOT NULL REFERENCES clause (id),
  evidence_id TEXT NOT NULL REFERENCES evidence (id), position INTEGER NOT NULL,
  PRIMARY KEY (round_id, clause_id, evidence_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX use_of_evidence ON evidence_use (evidence_id);

-- Who did what, and the source of undo. patches is a log entry in JSON: replayed, never queried.
CREATE TABLE change_log (
  seq INTEGER PRIMARY KEY, at TEXT NOT NULL, actor TEXT NOT NULL, round_id TEXT NOT NULL REFERENCES round,
  verb TEXT NOT NULL CHECK (verb IN ('do', 'undo', 'redo')), label TEXT NOT NULL, patches TEXT NOT NULL,
  -- SHA-256 over the hash before and this row: an edited row is found
  hash TEXT NOT NULL
) STRICT;
CREATE TRIGGER change_log_no_update BEFORE UPDATE ON change_log BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;
CREATE TRIGGER change_log_no_delete BEFORE DELETE ON change_log BEGIN SELECT RAISE(ABORT, 'change_log is append-only'); END;

-- Title and points, or number and title, one token per character, so that two-character words are found; and the
-- pinyin initials of the title. Keyed like their tables.
CREATE VIRTUAL TABLE clause_search USING fts5 (text, initials, content='', contentless_delete=1);
CREATE VIRTUAL TABLE evidence_search USING fts5 (text, initials, content='', contentless_delete=1);
`),
};
