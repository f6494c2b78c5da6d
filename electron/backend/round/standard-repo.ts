import type { Database } from 'better-sqlite3';
import type { ClauseId, PointId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import {
  type Chapter,
  type Clause,
  type Confidence,
  type IndicatorDefinition,
  type Method,
  type PointTier,
  type RequirementPoint,
  type Scope,
  type Scoring,
  type Section,
  type Standard,
  type TargetLevel,
  type Tier,
} from '../../../shared/domain/standard/standard.ts';
import { groupBy } from '../db/group-by.ts';
import { fromPartRow, partColumns, partValues, type PartRow } from './part-row.ts';
import { fromRuleRow, measureOf, type RuleRow } from './rule-row.ts';
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

type Hint = 'evidence' | 'check' | 'department' | 'generic-tier' | 'deduction';

function insertStandard(db: Database, standard: Standard, initialsOf: InitialsOf): void {
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
  readonly full_score: string | null;
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
        total_points: string | null;
        yes_at_rate: string;
      }
    >(
      `SELECT pack_id, title, programme, edition, confidence, note, total_points, yes_at_rate FROM standard WHERE id = ?`,
    )
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
      .prepare<[string], IndicatorRow>(
        `SELECT i.clause_id, i.numerator, i.denominator, i.unit, i.direction, i.period, i.multiplier, i.target,
           i.target_advice, i.formula
         FROM indicator_definition i JOIN clause c ON c.id = i.clause_id WHERE c.standard_id = ?`,
      )
      .all(id)
      .map((measured) => [measured.clause_id, toDefinition(measured)]),
  );
  const textsOf = (kind: Hint, clause: ClauseId): readonly string[] =>
    (hints.get(`${kind} ${clause}`) ?? []).map((hint) => hint.text);
  const clauses = db
    .prepare<[string], ClauseRow>(
      `SELECT c.id, s.chapter_code, c.section_code, c.code, c.title, c.method, c.core, c.optional, c.confidence, c.note,
         c.full_score, ch.excluded_from_rules
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
      fullScore: clause.full_score ?? undefined,
      deductions: textsOf('deduction', clause.id),
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
    scopes: selectScopes(db, id),
    totalPoints: row.total_points ?? undefined,
    yesAtRate: row.yes_at_rate,
    scoring: selectScoring(db, id),
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
      .prepare<[string], RuleRow & { target_id: TargetId }>(
        `SELECT target_id, scope, measure, at_least FROM target_rule WHERE standard_id = ?
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
      rules: (rules.get(target.id) ?? []).map(fromRuleRow),
    }));
}

interface IndicatorRow extends Pick<
  IndicatorDefinition,
  'numerator' | 'denominator' | 'unit' | 'direction' | 'period'
> {
  readonly clause_id: ClauseId;
  readonly multiplier: string | null;
  readonly target: string | null;
  readonly target_advice: string | null;
  readonly formula: string | null;
}

const toDefinition = (row: IndicatorRow): IndicatorDefinition => ({
  numerator: row.numerator,
  denominator: row.denominator,
  unit: row.unit,
  direction: row.direction,
  period: row.period,
  multiplier: row.multiplier ?? undefined,
  target: row.target ?? undefined,
  targetAdvice: row.target_advice ?? undefined,
  formula: row.formula ?? undefined,
});

function selectScopes(db: Database, id: StandardId): readonly Scope[] {
  const chapters = groupBy(
    db
      .prepare<[string], { scope_id: string; chapter_code: string }>(
        'SELECT scope_id, chapter_code FROM scope_chapter WHERE standard_id = ? ORDER BY scope_id, position',
      )
      .all(id),
    (member) => member.scope_id,
  );
  return db
    .prepare<[string], { id: string; label: string }>(
      'SELECT id, label FROM scope WHERE standard_id = ? ORDER BY position',
    )
    .all(id)
    .map((scope) => ({
      id: scope.id,
      label: scope.label,
      chapters: (chapters.get(scope.id) ?? []).map((member) => member.chapter_code),
    }));
}

function selectScoring(db: Database, id: StandardId): Scoring | undefined {
  const scoring = db
    .prepare<[string], { full: string; confidence: Confidence | null; note: string | null }>(
      'SELECT full, confidence, note FROM scoring WHERE standard_id = ?',
    )
    .get(id);
  if (!scoring) return undefined;
  const parts = db
    .prepare<[string], PartRow>(`SELECT ${partColumns} FROM scoring_part WHERE standard_id = ? ORDER BY position`)
    .all(id);
  return {
    full: scoring.full,
    confidence: scoring.confidence ?? undefined,
    note: scoring.note ?? undefined,
    parts: parts.map(fromPartRow),
  };
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
