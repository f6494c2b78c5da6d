import type { Database } from 'better-sqlite3';
import type { LinkedClause, LinkedRound } from '../../../shared/contract/clause-link.ts';
import type { Grade, Mark } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId, EvidenceId, PointId, RoundId } from '../../../shared/domain/id.ts';
import type { Figure } from '../../../shared/domain/indicator/read-indicator.ts';
import type { Method, PointTier } from '../../../shared/domain/standard/standard.ts';
import type { EvidenceRepo } from '../evidence/evidence-repo.ts';
import { toDefinition, type IndicatorRow } from '../round/select-standard.ts';

interface RoundRow {
  readonly round_id: RoundId;
  readonly round_title: string;
  readonly standard_title: string;
  readonly yes_at_rate: string;
  readonly clause_id: ClauseId;
  readonly title: string;
  readonly method: Method;
  readonly full_score: string | null;
}

/**
 * One clause in all rounds that have it. Reads the clause's own rows and nothing else: it is asked for at every clause
 * that is looked at, while another round is open and stays in memory.
 */
export function createLinkedClauseRepo(db: Database, evidence: EvidenceRepo) {
  const selectRounds = db.prepare<[string, string], RoundRow>(
    `SELECT r.id AS round_id, r.title AS round_title, s.title AS standard_title, s.yes_at_rate,
       c.id AS clause_id, c.title, c.method, c.full_score
     FROM standard s JOIN clause c ON c.standard_id = s.id JOIN round r ON r.standard_id = s.id
     WHERE s.pack_id = ? AND c.code = ? ORDER BY r.created_at DESC, r.id DESC`,
  );
  const selectPoints = db.prepare<
    [RoundId, ClauseId],
    { id: PointId; tier: PointTier; text: string; mark: Mark | null }
  >(
    `SELECT p.id, p.tier, p.text, m.mark FROM point p LEFT JOIN point_mark m ON m.round_id = ? AND m.point_id = p.id
     WHERE p.clause_id = ? ORDER BY p.position`,
  );
  const selectState = db.prepare<
    [RoundId, ClauseId],
    { own_grade: Grade | null; own_score: string | null; own_target: string | null; reason: string; note: string }
  >('SELECT own_grade, own_score, own_target, reason, note FROM clause_state WHERE round_id = ? AND clause_id = ?');
  const selectFigures = db.prepare<[RoundId, ClauseId], Figure>(
    `SELECT period, numerator, denominator FROM indicator_figure WHERE round_id = ? AND clause_id = ? ORDER BY period`,
  );
  const selectDefinition = db.prepare<[ClauseId], Omit<IndicatorRow, 'clause_id'>>(
    `SELECT numerator, denominator, unit, direction, period, multiplier, target, target_advice, formula
     FROM indicator_definition WHERE clause_id = ?`,
  );
  const selectEvidence = db
    .prepare<[RoundId, ClauseId], EvidenceId>(
      'SELECT evidence_id FROM evidence_use WHERE round_id = ? AND clause_id = ? ORDER BY position, evidence_id',
    )
    .pluck();

  function inRound(row: RoundRow, code: string): LinkedRound {
    const { round_id: roundId, clause_id: id, title, method } = row;
    const points = selectPoints.all(roundId, id);
    const state = selectState.get(roundId, id);
    const definition = selectDefinition.get(id);
    const ids = selectEvidence.all(roundId, id);
    const known = evidence.load(ids);
    return {
      roundId,
      roundTitle: row.round_title,
      clause: {
        id,
        code,
        title,
        method,
        points: points.map(({ mark: _mark, ...point }) => point),
        fullScore: row.full_score ?? undefined,
        indicator: definition && toDefinition(definition),
      },
      input: {
        marks: Object.fromEntries(points.flatMap(({ id: point, mark }) => (mark === null ? [] : [[point, mark]]))),
        ownGrade: state?.own_grade ?? undefined,
        reason: state?.reason ?? '',
        ownScore: state?.own_score ?? undefined,
        figures: selectFigures.all(roundId, id),
        ownTarget: state?.own_target ?? undefined,
      },
      yesAtRate: row.yes_at_rate,
      note: state?.note ?? '',
      unmet: points.filter(({ mark }) => mark === 'partial' || mark === 'unmet').map(({ text }) => text),
      evidence: ids.flatMap((each) => known.get(each) ?? []),
    };
  }

  return {
    /** Undefined when no round has a clause of this code. */
    get(packId: string, code: string): LinkedClause | undefined {
      const rows = selectRounds.all(packId, code);
      const [newest] = rows;
      return (
        newest && {
          packId,
          standardTitle: newest.standard_title,
          code,
          title: newest.title,
          rounds: rows.map((row) => inRound(row, code)),
        }
      );
    },
  };
}
export type LinkedClauseRepo = ReturnType<typeof createLinkedClauseRepo>;
