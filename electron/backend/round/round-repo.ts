import type { Database } from 'better-sqlite3';
import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId, PointId, RoundId, StandardId, TargetId } from '../../../shared/domain/id.ts';
import type { ClauseStatus } from '../../../shared/domain/round/clause-state.ts';
import type { OwnGrade } from '../../../shared/domain/round/patch.ts';

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
  const visit = db.prepare('UPDATE round SET position_clause_id = ? WHERE id = ?');
  const states = db.prepare<
    [RoundId],
    {
      clause_id: ClauseId;
      own_grade: Grade | null;
      reason: string;
      note: string;
      status: ClauseStatus;
      lead_department: string;
    }
  >('SELECT clause_id, own_grade, reason, note, status, lead_department FROM clause_state WHERE round_id = ?');
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

  return {
    list: (): readonly StoredRound[] => selectAll.all().map(toRound),
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
    states: (id: RoundId): readonly StoredState[] =>
      states.all(id).map((row) => ({
        clauseId: row.clause_id,
        ownGrade: row.own_grade ?? undefined,
        reason: row.reason,
        note: row.note,
        status: row.status,
        leadDepartment: row.lead_department,
      })),
    marks: (id: RoundId): ReadonlyMap<PointId, Mark> => new Map(marks.all(id).map((row) => [row.point_id, row.mark])),
    setMark(id: RoundId, pointId: PointId, mark: Mark | null): void {
      if (mark === null) dropMark.run(id, pointId);
      else setMark.run(id, pointId, mark);
    },
    setGrade: (id: RoundId, clauseId: ClauseId, own: OwnGrade): void =>
      void setGrade.run(id, clauseId, own.grade, own.reason),
    setNote: (id: RoundId, clauseId: ClauseId, note: string): void => void setNote.run(id, clauseId, note),
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
