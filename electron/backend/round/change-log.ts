import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { RoundId } from '../../../shared/domain/id.ts';
import { advance, emptyStacks, historyDepth, type LogVerb, type Stacks } from '../../../shared/domain/round/history.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';

export interface LogEntry {
  readonly at: string;
  readonly actor: string;
  readonly roundId: RoundId;
  readonly verb: LogVerb;
  readonly label: string;
  readonly patches: string;
}

interface LogRow {
  readonly seq: number;
  readonly at: string;
  readonly actor: string;
  readonly round_id: RoundId;
  readonly verb: LogVerb;
  readonly label: string;
  readonly patches: string;
  readonly hash: string;
}

/** Who did what: append-only, each row sealed by a hash over the one before. Undo is read from it, so it survives a restart. */
export function createChangeLog(db: Database) {
  const last = db.prepare<[], { seq: number; hash: string }>(
    'SELECT seq, hash FROM change_log ORDER BY seq DESC LIMIT 1',
  );
  const insert = db.prepare(
    'INSERT INTO change_log (seq, at, actor, round_id, verb, label, patches, hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const latest = db.prepare<[RoundId, number], LogRow>(
    'SELECT seq, at, actor, round_id, verb, label, patches, hash FROM change_log WHERE round_id = ? ORDER BY seq DESC LIMIT ?',
  );
  const all = db.prepare<[], LogRow>(
    'SELECT seq, at, actor, round_id, verb, label, patches, hash FROM change_log ORDER BY seq',
  );
  return {
    /** Call inside the transaction that makes the change. */
    append(entry: LogEntry): void {
      const before = last.get();
      const seq = (before?.seq ?? 0) + 1;
      insert.run(
        seq,
        entry.at,
        entry.actor,
        entry.roundId,
        entry.verb,
        entry.label,
        entry.patches,
        seal(before?.hash ?? '', seq, entry),
      );
    },
    /** Replays the end of a round's log into its undo and redo stacks. */
    stacks: (roundId: RoundId): Stacks<readonly Patch[]> =>
      latest
        .all(roundId, historyDepth * 4)
        .toReversed()
        .reduce<Stacks<readonly Patch[]>>(
          (stacks, row) =>
            advance(stacks, row.verb, { label: row.label, content: JSON.parse(row.patches) as readonly Patch[] }),
          emptyStacks,
        ),
    /** The first row whose seal does not fit; undefined when the whole chain holds. */
    firstBrokenRow(): number | undefined {
      let hash = '';
      let seq = 0;
      for (const row of all.iterate()) {
        seq += 1;
        hash = seal(hash, seq, { ...row, roundId: row.round_id });
        if (row.seq !== seq || row.hash !== hash) return row.seq;
      }
      return undefined;
    },
  };
}
export type ChangeLog = ReturnType<typeof createChangeLog>;

const seal = (before: string, seq: number, entry: LogEntry): string =>
  createHash('sha256')
    .update(JSON.stringify([before, seq, entry.at, entry.actor, entry.roundId, entry.verb, entry.label, entry.patches]))
    .digest('hex');
