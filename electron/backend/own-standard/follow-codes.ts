import type { Database } from 'better-sqlite3';
import { wordingsOf } from '../../../shared/domain/edition/clause-wording.ts';
import { compareEditions } from '../../../shared/domain/edition/compare-editions.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';

interface LinkRow {
  readonly pack_id: string;
  readonly code: string;
  readonly other_pack_id: string;
  readonly other_code: string;
  readonly state: string;
  readonly at: string;
}

interface TextRow {
  readonly code: string;
  readonly title: string | null;
  readonly source: string;
  readonly added_at: string;
  readonly is_left: 0 | 1;
}

interface PointRow {
  readonly position: number;
  readonly tier: string;
  readonly text: string;
}

/** The new code of each clause whose code changed; undefined where another clause took over the code of one that is gone. */
export function renumbered(before: Standard, after: Standard): ReadonlyMap<string, string | undefined> {
  const { kept, added, removed } = compareEditions(wordingsOf(before), wordingsOf(after));
  const taken = new Set([...kept.map(({ to }) => to.code), ...added.map(({ code }) => code)]);
  return new Map([
    ...kept.flatMap(({ from, to }) => (from.code === to.code ? [] : [[from.code, to.code] as const])),
    ...removed.flatMap(({ code }) => (taken.has(code) ? [[code, undefined] as const] : [])),
  ]);
}

/** Lets the rows that name a clause by its code follow it to its new code; call inside a transaction. */
export function createFollowCodes(db: Database) {
  const links = db.prepare<[string, string], LinkRow>(
    `SELECT pack_id, code, other_pack_id, other_code, state, at FROM clause_link WHERE pack_id = ? OR other_pack_id = ?`,
  );
  const dropLink = db.prepare(
    'DELETE FROM clause_link WHERE pack_id = ? AND code = ? AND other_pack_id = ? AND other_code = ?',
  );
  const insertLink = db.prepare(
    'INSERT OR IGNORE INTO clause_link (pack_id, code, other_pack_id, other_code, state, at) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const texts = db.prepare<[string], TextRow>(
    'SELECT code, title, source, added_at, is_left FROM official_text WHERE pack_id = ?',
  );
  const points = db.prepare<[string, string], PointRow>(
    'SELECT position, tier, text FROM official_point WHERE pack_id = ? AND code = ? ORDER BY position',
  );
  const dropText = db.prepare('DELETE FROM official_text WHERE pack_id = ? AND code = ?');
  const insertText = db.prepare(
    'INSERT INTO official_text (pack_id, code, title, source, added_at, is_left) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const insertPoint = db.prepare(
    'INSERT INTO official_point (pack_id, code, position, tier, text) VALUES (?, ?, ?, ?, ?)',
  );

  function moveLinks(packId: string, codes: ReadonlyMap<string, string | undefined>): void {
    const concerned = links
      .all(packId, packId)
      .filter((row) => codes.has(row.pack_id === packId ? row.code : row.other_code));
    // All go before the first comes back: codes may have changed places.
    for (const row of concerned) dropLink.run(row.pack_id, row.code, row.other_pack_id, row.other_code);
    for (const row of concerned) {
      const isFirst = row.pack_id === packId;
      const code = isFirst ? codes.get(row.code) : row.code;
      const otherCode = isFirst ? row.other_code : codes.get(row.other_code);
      if (code === undefined || otherCode === undefined) continue;
      insertLink.run(row.pack_id, code, row.other_pack_id, otherCode, row.state, row.at);
    }
  }

  function moveTexts(packId: string, codes: ReadonlyMap<string, string | undefined>): void {
    const concerned = texts
      .all(packId)
      .filter(({ code }) => codes.has(code))
      .map((row) => ({ ...row, points: points.all(packId, row.code) }));
    for (const { code } of concerned) dropText.run(packId, code);
    for (const { code: from, points: worded, ...row } of concerned) {
      const code = codes.get(from);
      if (code === undefined) continue;
      dropText.run(packId, code);
      insertText.run(packId, code, row.title, row.source, row.added_at, row.is_left);
      for (const { position, tier, text } of worded) insertPoint.run(packId, code, position, tier, text);
    }
  }

  return (packId: string, before: Standard, after: Standard): void => {
    const codes = renumbered(before, after);
    if (codes.size === 0) return;
    moveLinks(packId, codes);
    moveTexts(packId, codes);
  };
}
