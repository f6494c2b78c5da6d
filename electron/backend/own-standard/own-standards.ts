import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';
import { toYaml } from '../standard-export/to-yaml.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { readPack } from '../standard/read-pack.ts';
import type { LoadedStandard } from '../standard/standard-library.ts';
import { toStandard } from '../standard/to-standard.ts';

/** The institution's own standards 本院标准 in the workspace, the newest revision of each. */
export function createOwnStandards(db: Database) {
  const newest = db.prepare<[string], { revision: number; pack: string }>(
    'SELECT revision, pack FROM own_standard WHERE id = ? ORDER BY revision DESC LIMIT 1',
  );
  const ids = db.prepare<[], string>('SELECT DISTINCT id FROM own_standard ORDER BY id').pluck();
  const insert = db.prepare('INSERT INTO own_standard (id, revision, pack, source, added_at) VALUES (?, ?, ?, ?, ?)');

  function get(id: string): LoadedStandard | undefined {
    const row = newest.get(id);
    if (!row) return undefined;
    const pack = readPack(row.pack, `${id}.yaml`);
    const sha256 = createHash('sha256').update(row.pack).digest('hex');
    return { pack, sha256, standard: toStandard(pack, sha256) };
  }

  return {
    get,
    list: (): readonly LoadedStandard[] => ids.all().flatMap((id) => get(id) ?? []),
    /**
     * Adds a standard, or a new revision of one; the same content again adds nothing.
     *
     * @param source The name of the file it came from.
     * @returns the revision that holds it
     */
    add(pack: Pack, source: string, at: Date): number {
      const yaml = toYaml(pack);
      const before = newest.get(pack.id);
      if (before?.pack === yaml) return before.revision;
      const revision = (before?.revision ?? 0) + 1;
      db.transaction(() => insert.run(pack.id, revision, yaml, source, at.toISOString())).immediate();
      return revision;
    },
  };
}
export type OwnStandards = ReturnType<typeof createOwnStandards>;
