import type { Migration } from './migration.ts';

/** Every scoring method: scores, figures and own targets of a round, edited rules, plans; rules of all kinds, scopes, weighted parts. */
export const allMethods: Migration = {
  version: 2,
  up: (db) =>
    db.exec(`
ALTER TABLE standard ADD COLUMN total_points TEXT;
ALTER TABLE standard ADD COLUMN yes_at_rate TEXT NOT NULL DEFAULT '0.6';
ALTER TABLE clause ADD COLUMN full_score TEXT;
ALTER TABLE indicator_definition ADD COLUMN multiplier TEXT;
ALTER TABLE indicator_definition ADD COLUMN target TEXT;
ALTER TABLE indicator_definition ADD COLUMN target_advice TEXT;
ALTER TABLE indicator_definition ADD COLUMN formula TEXT;

CREATE TABLE new_hint (
  clause_id TEXT NOT NULL REFERENCES clause (id), position INTEGER NOT NULL, text TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('evidence', 'check', 'department', 'generic-tier', 'deduction')),
  PRIMARY KEY (clause_id, kind, position)
) STRICT, WITHOUT ROWID;
INSERT INTO new_hint (clause_id, position, text, kind) SELECT clause_id, position, text, kind FROM clause_hint;
DROP TABLE clause_hint;
ALTER TABLE new_hint RENAME TO clause_hint;

CREATE TABLE scope (
  standard_id TEXT NOT NULL REFERENCES standard, id TEXT NOT NULL, label TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (standard_id, id)
) STRICT, WITHOUT ROWID;
CREATE TABLE scope_chapter (
  standard_id TEXT NOT NULL, scope_id TEXT NOT NULL, chapter_code TEXT NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (standard_id, scope_id, chapter_code),
  FOREIGN KEY (standard_id, scope_id) REFERENCES scope (standard_id, id),
  FOREIGN KEY (standard_id, chapter_code) REFERENCES chapter (standard_id, code)
) STRICT, WITHOUT ROWID;

-- weights and rates are exact text
CREATE TABLE scoring (
  standard_id TEXT PRIMARY KEY REFERENCES standard, full TEXT NOT NULL,
  confidence TEXT CHECK (confidence IN ('high', 'medium', 'low')), note TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE scoring_part (
  standard_id TEXT NOT NULL REFERENCES scoring, position INTEGER NOT NULL, scope TEXT NOT NULL, weight TEXT NOT NULL,
  rate_a TEXT NOT NULL, rate_b TEXT NOT NULL, rate_c TEXT NOT NULL, rate_d TEXT NOT NULL,
  rate_met TEXT NOT NULL, rate_improved TEXT NOT NULL, rate_worse TEXT NOT NULL, rate_missing TEXT NOT NULL,
  PRIMARY KEY (standard_id, position)
) STRICT, WITHOUT ROWID;

-- at_least is exact text: 0.8, 1/3, 850. measure is the grade, 'passing', 'points' or 'share'.
CREATE TABLE new_rule (
  standard_id TEXT NOT NULL, target_id TEXT NOT NULL, position INTEGER NOT NULL, scope TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('A', 'B', 'C', 'D', 'passing', 'points', 'share')), at_least TEXT NOT NULL,
  PRIMARY KEY (standard_id, target_id, position),
  FOREIGN KEY (standard_id, target_id) REFERENCES target (standard_id, id)
) STRICT, WITHOUT ROWID;
INSERT INTO new_rule (standard_id, target_id, position, scope, measure, at_least)
  SELECT standard_id, target_id, position, scope, grade, at_least FROM target_rule;
DROP TABLE target_rule;
ALTER TABLE new_rule RENAME TO target_rule;

-- a target as a round edited it; without rows it is the standard's
CREATE TABLE round_rule (
  round_id TEXT NOT NULL REFERENCES round, target_id TEXT NOT NULL, position INTEGER NOT NULL, scope TEXT NOT NULL,
  measure TEXT NOT NULL CHECK (measure IN ('A', 'B', 'C', 'D', 'passing', 'points', 'share')), at_least TEXT NOT NULL,
  PRIMARY KEY (round_id, target_id, position)
) STRICT, WITHOUT ROWID;

-- a weighted total as a round edited it; without a row it is the standard's
CREATE TABLE round_scoring (round_id TEXT PRIMARY KEY REFERENCES round, full TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE round_scoring_part (
  round_id TEXT NOT NULL REFERENCES round_scoring ON DELETE CASCADE, position INTEGER NOT NULL, scope TEXT NOT NULL,
  weight TEXT NOT NULL, rate_a TEXT NOT NULL, rate_b TEXT NOT NULL, rate_c TEXT NOT NULL, rate_d TEXT NOT NULL,
  rate_met TEXT NOT NULL, rate_improved TEXT NOT NULL, rate_worse TEXT NOT NULL, rate_missing TEXT NOT NULL,
  PRIMARY KEY (round_id, position)
) STRICT, WITHOUT ROWID;

ALTER TABLE clause_state ADD COLUMN own_score TEXT;
ALTER TABLE clause_state ADD COLUMN own_target TEXT;
ALTER TABLE clause_state ADD COLUMN planned TEXT CHECK (planned IN ('A', 'B', 'C', 'D', 'yes', 'full'));

-- exact decimal text; null is not entered
CREATE TABLE indicator_figure (
  round_id TEXT NOT NULL REFERENCES round, clause_id TEXT NOT NULL REFERENCES clause (id), period TEXT NOT NULL,
  numerator TEXT, denominator TEXT,
  PRIMARY KEY (round_id, clause_id, period)
) STRICT, WITHOUT ROWID;
`),
};
