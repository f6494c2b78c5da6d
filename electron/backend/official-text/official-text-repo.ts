import type { Database } from 'better-sqlite3';
import type { OfficialText, OfficialWording, WordedStandard } from '../../../shared/contract/official-text.ts';
import type { WordedPoint } from '../../../shared/domain/edition/clause-wording.ts';

type TextRow = Omit<OfficialWording, 'title' | 'points'> & { readonly title: string | null };

/** The official wording in a workspace: of each standard that of one file. Writing is the caller's transaction. */
export function createOfficialTextRepo(db: Database) {
  const insertWording = db.prepare<Pick<WordedStandard, 'packId' | 'source' | 'addedAt'>>(
    'INSERT INTO official_wording (pack_id, source, added_at) VALUES (@packId, @source, @addedAt)',
  );
  const insertText = db.prepare<[string, string, string | null]>(
    'INSERT INTO official_text (pack_id, code, title) VALUES (?, ?, ?)',
  );
  const insertPoint = db.prepare<[string, string, number, WordedPoint['tier'], string]>(
    'INSERT INTO official_point (pack_id, code, position, tier, text) VALUES (?, ?, ?, ?, ?)',
  );
  const remove = db.prepare<[string]>('DELETE FROM official_wording WHERE pack_id = ?');
  const list = db.prepare<[], WordedStandard>(
    `SELECT w.pack_id AS packId, count(t.code) AS clauses, w.source, w.added_at AS addedAt
     FROM official_wording w LEFT JOIN official_text t USING (pack_id) GROUP BY w.pack_id ORDER BY w.pack_id`,
  );
  const text = db.prepare<[string, string], TextRow>(
    `SELECT t.code, t.title, w.source, w.added_at AS addedAt
     FROM official_text t JOIN official_wording w USING (pack_id) WHERE t.pack_id = ? AND t.code = ?`,
  );
  const points = db.prepare<[string, string], WordedPoint>(
    'SELECT tier, text FROM official_point WHERE pack_id = ? AND code = ? ORDER BY position',
  );

  return {
    replace({ packId, source, addedAt }: Omit<WordedStandard, 'clauses'>, texts: readonly OfficialText[]): void {
      remove.run(packId);
      insertWording.run({ packId, source, addedAt });
      for (const { code, title, points: worded } of texts) {
        insertText.run(packId, code, title ?? null);
        for (const [position, point] of worded.entries())
          insertPoint.run(packId, code, position, point.tier, point.text);
      }
    },
    drop: (packId: string): void => void remove.run(packId),
    list: (): readonly WordedStandard[] => list.all(),
    of(packId: string, code: string): OfficialWording | undefined {
      const found = text.get(packId, code);
      if (!found) return undefined;
      const { title, ...rest } = found;
      return { ...rest, ...(title !== null && { title }), points: points.all(packId, code) };
    },
  };
}
