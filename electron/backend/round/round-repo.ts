import type { Database } from 'better-sqlite3';
import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId, PointId, RoundId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import type { ClauseStatus } from '../../../shared/domain/round/clause-state.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { OwnGrade, OwnScore, RoundEdition } from '../../../shared/domain/round/patch.ts';
import type { Rule, Scoring } from '../../../shared/domain/standard/standard.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import { groupBy } from '../db/group-by.ts';
import { fromPartRow, partColumns, partValues, type PartRow } from './part-row.ts';
import { fromRuleRow, measureOf, type RuleRow } from './rule-row.ts';

interface RoundRow {
  readonly id: RoundId;
  readonly title: string;
  readonly standard_id: StandardId;
  readonly standard_title: string;
  readonly target_id: TargetId;
  readonly target_label: string;
  readonly created_at: string;
  readonly archived_at: string | null;
  readonly position_clause_id: ClauseId | null;
}

export interface StoredRound extends RoundSummary {
  readonly standardId: StandardId;
  readonly targetId: TargetId;
  readonly position: ClauseId | undefined;
}

export interface StoredState {
  readonly clauseId: ClauseId;
  readonly ownGrade: Grade | undefined;
  readonly ownScore: string | undefined;
  readonly ownTarget: string | undefined;
  readonly planned: Wanted | undefined;
  readonly reason: string;
  readonly note: string;
  readonly status: ClauseStatus;
  readonly leadDepartment: string;
}

/** Rounds and what was scored in them. */
export function createRoundRepo(db: Database) {
  const columns = `r.id, r.title, r.standard_id, s.title AS standard_title, r.target_id, t.label AS target_label,
    r.created_at, r.archived_at, r.position_clause_id
    FROM round r JOIN standard s ON s.id = r.standard_id JOIN target t ON t.standard_id = r.standard_id AND t.id = r.target_id`;
  const selectAll = db.prepare<[], RoundRow>(`SELECT ${columns} ORDER BY r.created_at, r.id`);
  const selectOne = db.prepare<[string], RoundRow>(`SELECT ${columns} WHERE r.id = ?`);
  const insert = db.prepare('INSERT INTO round (id, standard_id, target_id, title, created_at) VALUES (?, ?, ?, ?, ?)');
  const insertState = db.prepare('INSERT INTO clause_state (round_id, clause_id, lead_department) VALUES (?, ?, ?)');
  const visit = db.prepare(
    'UPDATE round SET position_clause_id = ?, visit = 1 + (SELECT coalesce(max(visit), 0) FROM round) WHERE id = ?',
  );
  const selectLast = db
    .prepare<[], RoundId>('SELECT id FROM round ORDER BY visit DESC, created_at DESC, id DESC LIMIT 1')
    .pluck();
  const states = db.prepare<
    [RoundId, string],
    {
      clause_id: ClauseId;
      own_grade: Grade | null;
      own_score: string | null;
      own_target: string | null;
      planned: Wanted | null;
      reason: string;
      note: string;
      status: ClauseStatus;
      lead_department: string;
    }
  >(`SELECT clause_id, own_grade, own_score, own_target, planned, reason, note, status, lead_department
     FROM clause_state WHERE round_id = ? AND clause_id IN (SELECT id FROM clause WHERE standard_id = ?)`);
  const marks = db.prepare<[RoundId], { point_id: PointId; mark: Mark }>(
    'SELECT point_id, mark FROM point_mark WHERE round_id = ?',
  );
  const setMark = db.prepare(
    `INSERT INTO point_mark (round_id, point_id, mark) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET mark = excluded.mark`,
  );
  const dropMark = db.prepare('DELETE FROM point_mark WHERE round_id = ? AND point_id = ?');
  const setGrade = db.prepare(
    `INSERT INTO clause_state (round_id, clause_id, own_grade, reason) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET own_grade = excluded.own_grade, reason = excluded.reason`,
  );
  const setNote = db.prepare(
    `INSERT INTO clause_state (round_id, clause_id, note) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET note = excluded.note`,
  );

  const setScore = db.prepare(
    `INSERT INTO clause_state (round_id, clause_id, own_score, reason) VALUES (?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET own_score = excluded.own_score, reason = excluded.reason`,
  );
  const setOwnTarget = db.prepare(
    `INSERT INTO clause_state (round_id, clause_id, own_target) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET own_target = excluded.own_target`,
  );
  const setPlanned = db.prepare(
    `INSERT INTO clause_state (round_id, clause_id, planned) VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET planned = excluded.planned`,
  );
  const figures = db.prepare<[RoundId], Figure & { clause_id: ClauseId }>(
    'SELECT clause_id, period, numerator, denominator FROM indicator_figure WHERE round_id = ? ORDER BY clause_id, period',
  );
  const setFigure = db.prepare(
    `INSERT INTO indicator_figure (round_id, clause_id, period, numerator, denominator) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET numerator = excluded.numerator, denominator = excluded.denominator`,
  );
  const dropFigure = db.prepare('DELETE FROM indicator_figure WHERE round_id = ? AND clause_id = ? AND period = ?');
  const rename = db.prepare('UPDATE round SET title = ? WHERE id = ?');
  const setTarget = db.prepare('UPDATE round SET target_id = ? WHERE id = ?');
  const setEdition = db.prepare('UPDATE round SET standard_id = ?, target_id = ?, position_clause_id = ? WHERE id = ?');
  const beginState = db.prepare(
    `INSERT INTO clause_state (round_id, clause_id, lead_department, status) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const rules = db.prepare<[RoundId], RuleRow & { target_id: TargetId }>(
    'SELECT target_id, scope, measure, at_least FROM round_rule WHERE round_id = ? ORDER BY target_id, position',
  );
  const dropRules = db.prepare('DELETE FROM round_rule WHERE round_id = ? AND target_id = ?');
  const insertRule = db.prepare(
    'INSERT INTO round_rule (round_id, target_id, position, scope, measure, at_least) VALUES (?, ?, ?, ?, ?, ?)',
  );

  const scoring = db.prepare<[RoundId], string>('SELECT full FROM round_scoring WHERE round_id = ?').pluck();
  const parts = db.prepare<[RoundId], PartRow>(
    `SELECT ${partColumns} FROM round_scoring_part WHERE round_id = ? ORDER BY position`,
  );
  const dropScoring = db.prepare('DELETE FROM round_scoring WHERE round_id = ?');
  const insertScoring = db.prepare('INSERT INTO round_scoring (round_id, full) VALUES (?, ?)');
  const insertPart = db.prepare(
    `INSERT INTO round_scoring_part (round_id, position, ${partColumns}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );

  return {
    list: (): readonly StoredRound[] => selectAll.all().map(toRound),
    /** Where work was last; before anything was looked at, the newest. */
    last: (): RoundId | undefined => selectLast.get(),
    get(id: RoundId): StoredRound | undefined {
      const row = selectOne.get(id);
      return row && toRound(row);
    },
    insert(
      round: { id: RoundId; standardId: StandardId; targetId: TargetId; title: string; createdAt: string },
      departments: readonly { readonly clauseId: ClauseId; readonly department: string }[],
    ): void {
      db.transaction(() => {
        insert.run(round.id, round.standardId, round.targetId, round.title, round.createdAt);
        for (const { clauseId, department } of departments) insertState.run(round.id, clauseId, department);
      })();
    },
    visit: (id: RoundId, clauseId: ClauseId): void => void visit.run(clauseId, id),
    rename: (id: RoundId, title: string): void => void rename.run(title, id),
    /** What is kept for the clauses of one edition; a round that moved keeps the others beside it. */
    states: (id: RoundId, standardId: StandardId): readonly StoredState[] =>
      states.all(id, standardId).map((row) => ({
        clauseId: row.clause_id,
        ownGrade: row.own_grade ?? undefined,
        ownScore: row.own_score ?? undefined,
        ownTarget: row.own_target ?? undefined,
        planned: row.planned ?? undefined,
        reason: row.reason,
        note: row.note,
        status: row.status,
        leadDepartment: row.lead_department,
      })),
    /** Of every edition that the round has been scored by; points belong to one. */
    marks: (id: RoundId): ReadonlyMap<PointId, Mark> => new Map(marks.all(id).map((row) => [row.point_id, row.mark])),
    setMark(id: RoundId, pointId: PointId, mark: Mark | null): void {
      if (mark === null) dropMark.run(id, pointId);
      else setMark.run(id, pointId, mark);
    },
    setGrade: (id: RoundId, clauseId: ClauseId, own: OwnGrade): void =>
      void setGrade.run(id, clauseId, own.grade, own.reason),
    setNote: (id: RoundId, clauseId: ClauseId, note: string): void => void setNote.run(id, clauseId, note),
    setScore: (id: RoundId, clauseId: ClauseId, own: OwnScore): void =>
      void setScore.run(id, clauseId, own.score, own.reason),
    setOwnTarget: (id: RoundId, clauseId: ClauseId, target: string | null): void =>
      void setOwnTarget.run(id, clauseId, target),
    setPlanned: (id: RoundId, clauseId: ClauseId, wanted: Wanted | null): void =>
      void setPlanned.run(id, clauseId, wanted),
    /** Of every edition that the round has been scored by; clauses belong to one. */
    figures: (id: RoundId): ReadonlyMap<ClauseId, readonly Figure[]> =>
      new Map(
        [...groupBy(figures.all(id), (row) => row.clause_id)].map(([clauseId, rows]) => [
          clauseId,
          rows.map(({ period, numerator, denominator }) => ({ period, numerator, denominator })),
        ]),
      ),
    setFigure(
      id: RoundId,
      clauseId: ClauseId,
      period: string,
      figure: Pick<Figure, 'numerator' | 'denominator'> | null,
    ): void {
      if (figure === null) dropFigure.run(id, clauseId, period);
      else setFigure.run(id, clauseId, period, figure.numerator, figure.denominator);
    },
    setTarget: (id: RoundId, targetId: TargetId): void => void setTarget.run(targetId, id),
    setEdition: (id: RoundId, { standardId, targetId, position }: RoundEdition): void =>
      void setEdition.run(standardId, targetId, position, id),
    /** A clause as a round begins it; one that has been begun stays as it is. */
    beginState: (id: RoundId, state: Pick<StoredState, 'clauseId' | 'leadDepartment' | 'status'>): void =>
      void beginState.run(id, state.clauseId, state.leadDepartment, state.status),
    /** Rules that this round measures a target by instead of the standard's own. */
    editedRules: (id: RoundId): ReadonlyMap<TargetId, readonly Rule[]> =>
      new Map(
        [...groupBy(rules.all(id), (row) => row.target_id)].map(([targetId, rows]) => [
          targetId,
          rows.map(fromRuleRow),
        ]),
      ),
    /** The weighted total that this round uses instead of the standard's own. */
    editedScoring(id: RoundId): Scoring | undefined {
      const full = scoring.get(id);
      return full === undefined ? undefined : { full, parts: parts.all(id).map(fromPartRow) };
    },
    setScoring(id: RoundId, edited: Scoring | null): void {
      dropScoring.run(id);
      if (!edited) return;
      insertScoring.run(id, edited.full);
      for (const [position, part] of edited.parts.entries()) insertPart.run(id, position, ...partValues(part));
    },
    setRules(id: RoundId, targetId: TargetId, edited: readonly Rule[] | null): void {
      dropRules.run(id, targetId);
      for (const [position, rule] of (edited ?? []).entries()) {
        insertRule.run(id, targetId, position, rule.scope, measureOf(rule), rule.atLeast);
      }
    },
  };
}
export type RoundRepo = ReturnType<typeof createRoundRepo>;

const toRound = (row: RoundRow): StoredRound => ({
  id: row.id,
  title: row.title,
  standardId: row.standard_id,
  standardTitle: row.standard_title,
  targetId: row.target_id,
  targetLabel: row.target_label,
  createdAt: row.created_at,
  archived: row.archived_at !== null,
  position: row.position_clause_id ?? undefined,
});
