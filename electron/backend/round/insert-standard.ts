import type { Database } from 'better-sqlite3';
import type { StandardId } from '../../../shared/domain/id.ts';
import type { Clause, Scoring, Standard } from '../../../shared/domain/standard/standard.ts';
import { toTokens, type InitialsOf } from '../search/search-text.ts';
import type { Hint } from './clause-hint.ts';
import { partColumns, partValues } from './part-row.ts';
import { measureOf } from './rule-row.ts';

/** Writes a standard in whole; call inside a transaction. */
export function insertStandard(db: Database, standard: Standard, initialsOf: InitialsOf): void {
  const { id } = standard;
  db.prepare(
    `INSERT INTO standard (id, pack_id, title, programme, edition, confidence, note, total_points, yes_at_rate)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    id,
    standard.packId,
    standard.title,
    standard.programme,
    standard.edition,
    standard.confidence,
    standard.note,
    standard.totalPoints,
    standard.yesAtRate,
  );

  const target = db.prepare(
    'INSERT INTO target (standard_id, id, label, position, confidence, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const rule = db.prepare(
    'INSERT INTO target_rule (standard_id, target_id, position, scope, measure, at_least) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [position, level] of standard.targets.entries()) {
    target.run(id, level.id, level.label, position, level.confidence, level.note);
    for (const [place, item] of level.rules.entries()) {
      rule.run(id, level.id, place, item.scope, measureOf(item), item.atLeast);
    }
  }

  const chapter = db.prepare(
    'INSERT INTO chapter (standard_id, code, title, excluded_from_rules, position) VALUES (?, ?, ?, ?, ?)',
  );
  const section = db.prepare(
    'INSERT INTO section (standard_id, code, chapter_code, title, position) VALUES (?, ?, ?, ?, ?)',
  );
  const insertClause = clauseInserter(db, id, initialsOf);
  let sections = 0;
  let clauses = 0;
  for (const [position, part] of standard.chapters.entries()) {
    chapter.run(id, part.code, part.title, Number(part.excludedFromRules), position);
    for (const group of part.sections) {
      section.run(id, group.code, part.code, group.title, sections++);
      for (const clause of group.clauses) insertClause(clause, clauses++);
    }
  }
  insertScopes(db, standard);
  if (standard.scoring) insertScoring(db, id, standard.scoring);
}

function insertScopes(db: Database, { id, scopes }: Standard): void {
  const scope = db.prepare('INSERT INTO scope (standard_id, id, label, position) VALUES (?, ?, ?, ?)');
  const member = db.prepare(
    'INSERT INTO scope_chapter (standard_id, scope_id, chapter_code, position) VALUES (?, ?, ?, ?)',
  );
  for (const [position, group] of scopes.entries()) {
    scope.run(id, group.id, group.label, position);
    for (const [place, chapter] of group.chapters.entries()) member.run(id, group.id, chapter, place);
  }
}

function insertScoring(db: Database, id: StandardId, { full, parts, confidence, note }: Scoring): void {
  db.prepare('INSERT INTO scoring (standard_id, full, confidence, note) VALUES (?, ?, ?, ?)').run(
    id,
    full,
    confidence,
    note,
  );
  const insertPart = db.prepare(
    `INSERT INTO scoring_part (standard_id, position, ${partColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const [position, part] of parts.entries()) insertPart.run(id, position, ...partValues(part));
}

function clauseInserter(db: Database, standardId: StandardId, initialsOf: InitialsOf) {
  const clauseRow = db.prepare(
    `INSERT INTO clause
       (id, standard_id, section_code, code, title, position, method, core, optional, confidence, note, full_score)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const indexRow = db.prepare('INSERT INTO clause_search (rowid, text, initials) VALUES (?, ?, ?)');
  const point = db.prepare('INSERT INTO point (id, clause_id, position, tier, text) VALUES (?, ?, ?, ?, ?)');
  const hint = db.prepare('INSERT INTO clause_hint (clause_id, kind, position, text) VALUES (?, ?, ?, ?)');
  const indicator = db.prepare(
    `INSERT INTO indicator_definition
       (clause_id, numerator, denominator, unit, direction, period, multiplier, target, target_advice, formula)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  return (clause: Clause, position: number): void => {
    const text = [clause.code, clause.title, ...clause.points.map((entry) => entry.text)].join('\n');
    const { lastInsertRowid } = clauseRow.run(
      clause.id,
      standardId,
      clause.section,
      clause.code,
      clause.title,
      position,
      clause.method,
      Number(clause.core),
      Number(clause.optional),
      clause.confidence,
      clause.note,
      clause.fullScore,
    );
    indexRow.run(lastInsertRowid, toTokens(text), toTokens(initialsOf(clause.title)));
    for (const [place, entry] of clause.points.entries()) {
      point.run(entry.id, clause.id, place, entry.tier, entry.text);
    }
    const hints: readonly (readonly [Hint, readonly string[]])[] = [
      ['evidence', clause.suggestedEvidence],
      ['check', clause.checks],
      ['department', clause.departments],
      ['generic-tier', clause.genericTiers],
      ['deduction', clause.deductions],
    ];
    for (const [kind, texts] of hints) for (const [at, entry] of texts.entries()) hint.run(clause.id, kind, at, entry);
    if (clause.indicator) {
      const { numerator, denominator, unit, direction, period, ...rest } = clause.indicator;
      const { multiplier, target, targetAdvice, formula } = rest;
      const asked = [clause.id, numerator, denominator, unit, direction, period];
      indicator.run(...asked, multiplier, target, targetAdvice, formula);
    }
  };
}
