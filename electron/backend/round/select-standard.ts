import type { Database } from 'better-sqlite3';
import type { ClauseId, PointId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import type {
  Chapter,
  Clause,
  Confidence,
  IndicatorDefinition,
  Method,
  PointTier,
  RequirementPoint,
  Scope,
  Scoring,
  Section,
  Standard,
  TargetLevel,
  Tier,
} from '../../../shared/domain/standard/standard.ts';
import { groupBy } from '../db/group-by.ts';
import type { Hint } from './clause-hint.ts';
import { fromPartRow, partColumns, type PartRow } from './part-row.ts';
import { fromRuleRow, type RuleRow } from './rule-row.ts';

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

/** Reads a standard in whole. @throws {Error} when there is none: rounds keep the standards they pin. */
export function selectStandard(db: Database, id: StandardId): Standard {
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

export interface IndicatorRow extends Pick<
  IndicatorDefinition,
  'numerator' | 'denominator' | 'unit' | 'direction' | 'period'
> {
  readonly clause_id: ClauseId;
  readonly multiplier: string | null;
  readonly target: string | null;
  readonly target_advice: string | null;
  readonly formula: string | null;
}

export const toDefinition = (row: Omit<IndicatorRow, 'clause_id'>): IndicatorDefinition => ({
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
