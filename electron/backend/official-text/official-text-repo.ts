import type { Database } from 'better-sqlite3';
import type { OfficialText, OfficialWording, WordedStandard } from '../../../shared/contract/official-text.ts';
import type { WordedPoint } from '../../../shared/domain/edition/clause-wording.ts';
import { groupBy } from '../db/group-by.ts';

interface TextRow {
  readonly code: string;
  readonly title: string | null;
  readonly source: string;
  readonly added_at: string;
  readonly is_left: 0 | 1;
}

interface SourceRow {
  readonly pack_id: string;
  readonly source: string;
  readonly clauses: number;
  readonly newest: string;
}

/** What one file says of a standard, and what of it was not taken. */
export interface Laid {
  readonly packId: string;
  readonly source: string;
  readonly addedAt: string;
  readonly texts: readonly OfficialText[];
  readonly left: readonly { readonly code: string; readonly officialTitle: string }[];
}

/** The official wording in a workspace, clause by clause, each with its file. Writing is the caller's transaction. */
export function createOfficialTextRepo(db: Database) {
  const insertText = db.prepare<[string, string, string | null, string, string]>(
    `INSERT INTO official_text (pack_id, code, title, source, added_at) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET title = excluded.title, source = excluded.source, added_at = excluded.added_at, is_left = 0`,
  );
  const insertLeft = db.prepare<[string, string, string, string, string]>(
    `INSERT INTO official_text (pack_id, code, title, source, added_at, is_left) VALUES (?, ?, ?, ?, ?, 1)
     ON CONFLICT DO UPDATE SET title = excluded.title, source = excluded.source, added_at = excluded.added_at
       WHERE is_left`,
  );
  const removePoints = db.prepare<[string, string]>('DELETE FROM official_point WHERE pack_id = ? AND code = ?');
  const insertPoint = db.prepare<[string, string, number, WordedPoint['tier'], string]>(
    'INSERT INTO official_point (pack_id, code, position, tier, text) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare<[string]>('DELETE FROM official_text WHERE pack_id = ?');
  const sources = db.prepare<[], SourceRow>(
    `SELECT pack_id, source, count(*) AS clauses, max(added_at) AS newest
     FROM official_text WHERE NOT is_left GROUP BY pack_id, source ORDER BY pack_id, min(added_at), source`,
  );
  const codes = db
    .prepare<[string], string>('SELECT code FROM official_text WHERE pack_id = ? AND NOT is_left ORDER BY code')
    .pluck();
  const text = db.prepare<[string, string], TextRow>(
    'SELECT code, title, source, added_at, is_left FROM official_text WHERE pack_id = ? AND code = ?',
  );
  const points = db.prepare<[string, string], WordedPoint>(
    'SELECT tier, text FROM official_point WHERE pack_id = ? AND code = ? ORDER BY position',
  );
  const allPoints = db.prepare<[string], WordedPoint & { readonly code: string }>(
    'SELECT code, tier, text FROM official_point WHERE pack_id = ? ORDER BY code, position',
  );

  return {
    lay({ packId, source, addedAt, texts, left }: Laid): void {
      for (const { code, title, points: worded } of texts) {
        removePoints.run(packId, code);
        insertText.run(packId, code, title ?? null, source, addedAt);
        for (const [position, point] of worded.entries())
          insertPoint.run(packId, code, position, point.tier, point.text);
      }
      for (const { code, officialTitle } of left) insertLeft.run(packId, code, officialTitle, source, addedAt);
    },
    drop: (packId: string): void => void remove.run(packId),
    list: (): readonly WordedStandard[] =>
      [...groupBy(sources.all(), ({ pack_id: packId }) => packId)].map(([packId, files]) => ({
        packId,
        clauses: files.reduce((sum, { clauses }) => sum + clauses, 0),
        source: namesOf(files.map(({ source }) => source)),
        addedAt: files.reduce((newest, file) => (file.newest > newest ? file.newest : newest), ''),
      })),
    /** Clauses that have wording. */
    codes: (packId: string): readonly string[] => codes.all(packId),
    of(packId: string, code: string): OfficialWording {
      const found = text.get(packId, code);
      if (!found) return { kind: 'none' };
      const { title, source, added_at: addedAt } = found;
      if (found.is_left) return { kind: 'left', officialTitle: title ?? '', source };
      return {
        kind: 'worded',
        code,
        source,
        addedAt,
        ...(title !== null && { title }),
        points: points.all(packId, code),
      };
    },
    /** The points of all clauses that have any, by code. */
    points: (packId: string): ReadonlyMap<string, readonly WordedPoint[]> =>
      groupBy(allPoints.all(packId), ({ code }) => code),
  };
}

const namesOf = (files: readonly string[]): string => {
  const first = files[0] ?? '';
  return files.length > 1 ? `${first} 等 ${files.length} 个文件` : first;
};
export type OfficialTextRepo = ReturnType<typeof createOfficialTextRepo>;
