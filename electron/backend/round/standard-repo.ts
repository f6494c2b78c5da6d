import type { Database } from 'better-sqlite3';
import type { ClauseId, PointId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import {
  type Chapter,
  type Clause,
  type Confidence,
  type IndicatorDefinition,
  type Method,
  type PointTier,
  type ProportionRule,
  type RequirementPoint,
  type Section,
  type Standard,
  type TargetLevel,
  type Tier,
} from '../../../shared/domain/standard/standard.ts';
import { groupBy } from '../db/group-by.ts';
import { loadInitials, toTokens, type InitialsOf } from '../search/search-text.ts';

/** Standards as the workspace's rounds pin them: read in whole, written once, never changed. */
export function createStandardRepo(db: Database) {
  const exists = db.prepare<[string], 1>('SELECT 1 FROM standard WHERE id = ?').pluck();
  return {
    /** Copies an edition into the workspace unless it is there; every edition of a pack stands beside the others. */
    async keep(standard: Standard): Promise<void> {
      if (exists.get(standard.id) !== undefined) return;
      const initialsOf = await loadInitials();
      db.transaction(() => {
        insertStandard(db, standard, initialsOf);
        db.exec("INSERT INTO clause_search (clause_search) VALUES ('optimize')"); // read a thousand times, written once
      })();
    },
    get: (id: StandardId): Standard => selectStandard(db, id),
  };
}

type Hint = 'evidence' | 'check' | 'department' | 'generic-tier';

function insertStandard(db: Database, standard: Standard, initialsOf: InitialsOf): void {
  const { id } = standard;
  db.prepare(
    `INSERT INTO standard (id, pack_id, title, programme, edition, confidence, note) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  ).run(id, standard.packId, standard.title, standard.programme, standard.edition, standard.confidence, standard.note);

  const target = db.prepare(
    'INSERT INTO target (standard_id, id, label, position, confidence, note) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const rule = db.prepare(
    'INSERT INTO target_rule (standard_id, target_id, position, scope, grade, at_least) VALUES (?, ?, ?, ?, ?, ?)',
  );
  for (const [position, level] of standard.targets.entries()) {
    target.run(id, level.id, level.label, position, level.confidence, level.note);
    for (const [place, item] of level.rules.entries()) {
      rule.run(id, level.id, place, item.scope, item.grade, item.atLeast);
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
}

function clauseInserter(db: Database, standardId: StandardId, initialsOf: InitialsOf) {
  const clauseRow = db.prepare(
    `INSERT INTO clause (id, standard_id, section_code, code, title, position, method, core, optional, confidence, note)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const indexRow = db.prepare('INSERT INTO clause_search (rowid, text, initials) VALUES (?, ?, ?)');
  const point = db.prepare('INSERT INTO point (id, clause_id, position, tier, text) VALUES (?, ?, ?, ?, ?)');
  const hint = db.prepare('INSERT INTO clause_hint (clause_id, kind, position, text) VALUES (?, ?, ?, ?)');
  const indicator = db.prepare(
    `INSERT INTO indicator_definition (clause_id, numerator, denominator, unit, direction, period)
     VALUES (?, ?, ?, ?, ?, ?)`,
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
    ];
    for (const [kind, texts] of hints) for (const [at, entry] of texts.entries()) hint.run(clause.id, kind, at, entry);
    if (clause.indicator) {
      const { numerator, denominator, unit, direction, period } = clause.indicator;
      indicator.run(clause.id, numerator, denominator, unit, direction, period);
    }
  };
}

interface ClauseRow {
  readonly id: ClauseId;
  readonly chapter_code: string;
  readonly section_code: string;
  readonly code: string;
  readonly title: string;
  readonly method: Method;
  readonly core: number;
  readonly optional: number;
  readonly confidence: Confidence | null;
  readonly note: string | null;
  readonly excluded_from_rules: number;
}

function selectStandard(db: Database, id: StandardId): Standard {
  const row = db
    .prepare<
      [string],
      {
        pack_id: string;
        title: string;
        programme: string;
        edition: string;
        confidence: Confidence;
        note: string | null;
      }
    >('SELECT pack_id, title, programme, edition, confidence, note FROM standard WHERE id = ?')
    .get(id);
  if (!row) throw new Error(`no standard ${id}`);
  const points = groupBy(
    db
      .prepare<[string], RequirementPoint & { clause_id: ClauseId; id: PointId; tier: PointTier }>(
        `SELECT p.id, p.clause_id, p.tier, p.text FROM point p JOIN clause c ON c.id = p.clause_id
         WHERE c.standard_id = ? ORDER BY p.clause_id, p.position`,
      )
      .all(id),
    (point) => point.clause_id,
  );
  const hints = groupBy(
    db
      .prepare<[string], { clause_id: ClauseId; kind: Hint; text: string }>(
        `SELECT h.clause_id, h.kind, h.text FROM clause_hint h JOIN clause c ON c.id = h.clause_id
         WHERE c.standard_id = ? ORDER BY h.clause_id, h.kind, h.position`,
      )
      .all(id),
    (hint) => `${hint.kind} ${hint.clause_id}`,
  );
  const indicators = new Map(
    db
      .prepare<[string], IndicatorDefinition & { clause_id: ClauseId }>(
        `SELECT i.clause_id, i.numerator, i.denominator, i.unit, i.direction, i.period
         FROM indicator_definition i JOIN clause c ON c.id = i.clause_id WHERE c.standard_id = ?`,
      )
      .all(id)
      .map(({ clause_id, ...definition }) => [clause_id, definition]),
  );
  const textsOf = (kind: Hint, clause: ClauseId): readonly string[] =>
    (hints.get(`${kind} ${clause}`) ?? []).map((hint) => hint.text);
  const clauses = db
    .prepare<[string], ClauseRow>(
      `SELECT c.id, s.chapter_code, c.section_code, c.code, c.title, c.method, c.core, c.optional, c.confidence, c.note,
         ch.excluded_from_rules
       FROM clause c JOIN section s ON s.standard_id = c.standard_id AND s.code = c.section_code
       JOIN chapter ch ON ch.standard_id = c.standard_id AND ch.code = s.chapter_code
       WHERE c.standard_id = ? ORDER BY c.position`,
    )
    .all(id)
    .map((clause): Clause => ({
      id: clause.id,
      code: clause.code,
      title: clause.title,
      method: clause.method,
      core: clause.core === 1,
      optional: clause.optional === 1,
      chapter: clause.chapter_code,
      section: clause.section_code,
      counts: clause.excluded_from_rules === 0,
      points: (points.get(clause.id) ?? []).map(({ id: pointId, tier, text }) => ({ id: pointId, tier, text })),
      suggestedEvidence: textsOf('evidence', clause.id),
      checks: textsOf('check', clause.id),
      departments: textsOf('department', clause.id),
      note: clause.note ?? undefined,
      confidence: clause.confidence ?? undefined,
      genericTiers: textsOf('generic-tier', clause.id) as readonly Tier[],
      indicator: indicators.get(clause.id),
    }));
  return {
    id,
    packId: row.pack_id,
    title: row.title,
    programme: row.programme,
    edition: row.edition,
    confidence: row.confidence,
    note: row.note ?? undefined,
    targets: selectTargets(db, id),
    chapters: selectChapters(
      db,
      id,
      groupBy(clauses, (clause) => clause.section),
    ),
  };
}

function selectTargets(db: Database, id: StandardId): readonly TargetLevel[] {
  const rules = groupBy(
    db
      .prepare<[string], ProportionRule & { target_id: TargetId }>(
        `SELECT target_id, scope, grade, at_least AS atLeast FROM target_rule WHERE standard_id = ?
         ORDER BY target_id, position`,
      )
      .all(id),
    (rule) => rule.target_id,
  );
  return db
    .prepare<[string], { id: TargetId; label: string; confidence: Confidence | null; note: string | null }>(
      'SELECT id, label, confidence, note FROM target WHERE standard_id = ? ORDER BY position',
    )
    .all(id)
    .map((target) => ({
      id: target.id,
      label: target.label,
      confidence: target.confidence ?? undefined,
      note: target.note ?? undefined,
      rules: (rules.get(target.id) ?? []).map(({ scope, grade, atLeast }) => ({ scope, grade, atLeast })),
    }));
}

function selectChapters(
  db: Database,
  id: StandardId,
  clauses: ReadonlyMap<string, readonly Clause[]>,
): readonly Chapter[] {
  const sections = groupBy(
    db
      .prepare<[string], Section & { chapter_code: string }>(
        'SELECT code, chapter_code, title FROM section WHERE standard_id = ? ORDER BY position',
      )
      .all(id),
    (section) => section.chapter_code,
  );
  return db
    .prepare<[string], { code: string; title: string; excluded_from_rules: number }>(
      'SELECT code, title, excluded_from_rules FROM chapter WHERE standard_id = ? ORDER BY position',
    )
    .all(id)
    .map((chapter) => ({
      code: chapter.code,
      title: chapter.title,
      excludedFromRules: chapter.excluded_from_rules === 1,
      sections: (sections.get(chapter.code) ?? []).map(({ code, title }) => ({
        code,
        title,
        clauses: clauses.get(code) ?? [],
      })),
    }));
}
