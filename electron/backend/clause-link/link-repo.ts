import type { Database } from 'better-sqlite3';
import type { ClauseId } from '../../../shared/domain/id.ts';

type Decision = 'confirmed' | 'dismissed';

/** A link as one of its two standards sees it. */
export interface Decided {
  readonly code: string;
  readonly otherCode: string;
  readonly state: Decision;
}

interface LinkRow {
  readonly code: string;
  readonly other_code: string;
  readonly state: Decision;
}

/** Links between clauses of two standards, by pack and code: they outlive revisions. Each is stored once, for both ends. */
export function createLinkRepo(db: Database) {
  const selectBetween = db.prepare<[string, string], LinkRow>(
    'SELECT code, other_code, state FROM clause_link WHERE pack_id = ? AND other_pack_id = ? ORDER BY code, other_code',
  );
  const insert = db.prepare(
    `INSERT INTO clause_link (pack_id, code, other_pack_id, other_code, state, at) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET state = excluded.state, at = excluded.at WHERE state <> excluded.state`,
  );
  const drop = db.prepare(
    'DELETE FROM clause_link WHERE pack_id = ? AND code = ? AND other_pack_id = ? AND other_code = ?',
  );
  const counts = db.prepare<{ pack: string }, { packId: string; confirmed: number }>(
    `SELECT other AS packId, count(*) AS confirmed FROM (
       SELECT other_pack_id AS other FROM clause_link WHERE pack_id = :pack AND state = 'confirmed'
       UNION ALL
       SELECT pack_id FROM clause_link WHERE other_pack_id = :pack AND state = 'confirmed'
     ) GROUP BY other ORDER BY other`,
  );
  const ofClause = db.prepare<{ clause: ClauseId }, { packId: string; code: string }>(
    `WITH here AS (
       SELECT s.pack_id, c.code FROM clause c JOIN standard s ON s.id = c.standard_id WHERE c.id = :clause
     )
     SELECT l.other_pack_id AS packId, l.other_code AS code FROM here
       JOIN clause_link l ON l.pack_id = here.pack_id AND l.code = here.code WHERE l.state = 'confirmed'
     UNION ALL
     SELECT l.pack_id, l.code FROM here
       JOIN clause_link l ON l.other_pack_id = here.pack_id AND l.other_code = here.code WHERE l.state = 'confirmed'
     ORDER BY packId, code`,
  );

  /** The primary key begins with the pack that sorts first. */
  const isFirst = (packId: string, otherPackId: string) => packId < otherPackId;

  return {
    /** Decisions between two standards, confirmed and dismissed. */
    between: (packId: string, otherPackId: string): readonly Decided[] =>
      isFirst(packId, otherPackId)
        ? selectBetween
            .all(packId, otherPackId)
            .map(({ code, other_code: otherCode, state }) => ({ code, otherCode, state }))
        : selectBetween
            .all(otherPackId, packId)
            .map(({ code: otherCode, other_code: code, state }) => ({ code, otherCode, state })),
    /** Null forgets what was decided. */
    set(
      packId: string,
      otherPackId: string,
      { code, otherCode, state }: Omit<Decided, 'state'> & { readonly state: Decision | null },
      at: string,
    ): void {
      const ends: readonly [string, string, string, string] = isFirst(packId, otherPackId)
        ? [packId, code, otherPackId, otherCode]
        : [otherPackId, otherCode, packId, code];
      if (state === null) drop.run(...ends);
      else insert.run(...ends, state, at);
    },
    counts: (packId: string) => counts.all({ pack: packId }),
    /** The other ends of a clause's confirmed links. */
    ofClause: (clauseId: ClauseId) => ofClause.all({ clause: clauseId }),
  };
}
export type LinkRepo = ReturnType<typeof createLinkRepo>;
