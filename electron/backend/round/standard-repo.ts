import type { Database } from 'better-sqlite3';
import type { StandardId } from '../../../shared/domain/id.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { loadInitials } from '../search/search-text.ts';
import { insertStandard } from './insert-standard.ts';
import { selectStandard } from './select-standard.ts';

/** Standards as the workspace's rounds pin them: read in whole, written once, never changed. */
export function createStandardRepo(db: Database) {
  const exists = db.prepare<[string], 1>('SELECT 1 FROM standard WHERE id = ?').pluck();
  /** Copies an edition into the workspace unless it is there; every edition of a pack stands beside the others. */
  async function prepare(standard: Standard): Promise<() => void> {
    if (exists.get(standard.id) !== undefined) return () => undefined;
    const initialsOf = await loadInitials();
    return db.transaction(() => {
      if (exists.get(standard.id) !== undefined) return;
      insertStandard(db, standard, initialsOf);
      db.exec("INSERT INTO clause_search (clause_search) VALUES ('optimize')"); // read a thousand times, written once
    });
  }
  return {
    prepare,
    keep: async (standard: Standard): Promise<void> => (await prepare(standard))(),
    get: (id: StandardId): Standard => selectStandard(db, id),
  };
}
