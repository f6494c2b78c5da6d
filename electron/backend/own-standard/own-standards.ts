import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import type { OwnRevision } from '../../../shared/contract/own-standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import { toYaml } from '../standard-export/to-yaml.ts';
import { readPack, validatePack } from '../standard/read-pack.ts';
import type { LoadedStandard } from '../standard/standard-library.ts';
import { toStandard } from '../standard/to-standard.ts';
import { createFollowCodes } from './follow-codes.ts';

interface RevisionRow {
  readonly revision: number;
  readonly pack: string;
  readonly source: string;
  readonly added_at: string;
}

/** The last revision of each standard that was read; reading one out of YAML takes longer than all else. */
const read = new WeakMap<Database, Map<string, LoadedStandard>>();

/** The institution's own standards 本院标准 in the workspace, the newest revision of each. */
export function createOwnStandards(db: Database) {
  const newest = db.prepare<[string], RevisionRow>(
    'SELECT revision, pack, source, added_at FROM own_standard WHERE id = ? ORDER BY revision DESC LIMIT 1',
  );
  const all = db.prepare<[string], RevisionRow>(
    'SELECT revision, pack, source, added_at FROM own_standard WHERE id = ? ORDER BY revision DESC',
  );
  const ids = db.prepare<[], string>('SELECT DISTINCT id FROM own_standard ORDER BY id').pluck();
  const insert = db.prepare('INSERT INTO own_standard (id, revision, pack, source, added_at) VALUES (?, ?, ?, ?, ?)');
  const remove = db.prepare('DELETE FROM own_standard WHERE id = ?');
  const roundsOn = db.prepare<[string], { id: RoundId; title: string; archived: number }>(
    `SELECT id, title, archived_at IS NOT NULL AS archived FROM round WHERE standard_id = ? ORDER BY created_at, id`,
  );

  function load(id: string, yaml: string): LoadedStandard {
    const known = read.get(db) ?? new Map<string, LoadedStandard>();
    read.set(db, known);
    const sha256 = createHash('sha256').update(yaml).digest('hex');
    const before = known.get(id);
    if (before?.sha256 === sha256) return before;
    const pack = readPack(yaml, `${id}.yaml`);
    const loaded = { pack, sha256, standard: toStandard(pack, sha256) };
    known.set(id, loaded);
    return loaded;
  }

  function get(id: string): LoadedStandard | undefined {
    const row = newest.get(id);
    return row && load(id, row.pack);
  }

  return {
    get,
    newestRevision: (id: string): number | undefined => newest.get(id)?.revision,
    list: (): readonly LoadedStandard[] => ids.all().flatMap((id) => get(id) ?? []),
    /** Newest first. A round is named under the newest of the revisions with the content that it pins. */
    revisions(id: string): readonly OwnRevision[] {
      const named = new Set<string>();
      return all.all(id).map(({ revision, pack, source, added_at: addedAt }) => {
        const standardId = `${id}@${createHash('sha256').update(pack).digest('hex').slice(0, 12)}`;
        const rounds = named.has(standardId) ? [] : roundsOn.all(standardId);
        named.add(standardId);
        return {
          revision,
          source,
          addedAt,
          rounds: rounds.map((round) => ({ ...round, archived: round.archived === 1 })),
        };
      });
    },
    /**
     * Adds a standard, or a new revision of one; the same content again adds nothing. What stands beside the standard by
     * clause code follows its clause.
     *
     * @param source The name of the file it came from, or how else it was made.
     * @returns the revision that holds it
     * @throws {AppError} standard/pack-invalid when it is larger than a standard may be
     */
    add(pack: Pack, source: string, at: Date): number {
      // In the order of the format, so that the same content is the same text whoever wrote it.
      const yaml = toYaml(validatePack(pack).pack ?? pack);
      const row = newest.get(pack.id);
      if (row && (row.pack === yaml || toYaml(load(pack.id, row.pack).pack) === yaml)) return row.revision;
      const revision = (row?.revision ?? 0) + 1;
      const before = row && load(pack.id, row.pack).standard;
      // What could not be read again would close the whole library.
      const after = load(pack.id, yaml).standard;
      db.transaction(() => {
        insert.run(pack.id, revision, yaml, source, at.toISOString());
        if (before) createFollowCodes(db)(pack.id, before, after);
      }).immediate();
      return revision;
    },
    remove: (id: string): void => void remove.run(id),
  };
}
export type OwnStandards = ReturnType<typeof createOwnStandards>;
