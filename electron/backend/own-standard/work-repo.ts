import type { Database } from 'better-sqlite3';
import type { Output } from '../../../shared/contract/contract.ts';
import type { ImportRemark, StandardWork } from '../../../shared/contract/own-standard.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';

interface WorkRow {
  readonly id: string;
  readonly pack: string;
  readonly base: number | null;
  readonly source: string;
  readonly changed_at: string;
  readonly remarks: string;
}

const readRemarks = (remarks: string): readonly ImportRemark[] => JSON.parse(remarks) as readonly ImportRemark[];

/** Own standards under edit, one row each. */
export function createWorkRepo(db: Database) {
  const select = db.prepare<[string], WorkRow>(
    'SELECT id, pack, base, source, changed_at, remarks FROM standard_work WHERE id = ?',
  );
  const selectRemarks = db.prepare<[string], string>('SELECT remarks FROM standard_work WHERE id = ?').pluck();
  const list = db.prepare<[], { id: string; title: string | null; base: number | null; changed_at: string }>(
    `SELECT id, CASE json_type(pack, '$.title') WHEN 'text' THEN pack ->> '$.title' END AS title, base, changed_at
     FROM standard_work ORDER BY changed_at DESC, id`,
  );
  const insert = db.prepare(
    'INSERT INTO standard_work (id, pack, base, source, changed_at, remarks) VALUES (?, ?, ?, ?, ?, ?)',
  );
  const update = db.prepare('UPDATE standard_work SET pack = ?, changed_at = ? WHERE id = ?');
  const remark = db.prepare('UPDATE standard_work SET remarks = ?, changed_at = ? WHERE id = ?');
  const remove = db.prepare('DELETE FROM standard_work WHERE id = ?');
  return {
    get(id: string): StandardWork | undefined {
      const row = select.get(id);
      if (!row) return undefined;
      const { base, source, changed_at: changedAt } = row;
      const [pack, remarks] = [JSON.parse(row.pack) as Pack, readRemarks(row.remarks)];
      return { id, pack, base: base ?? undefined, source, changedAt, remarks };
    },
    list: (): Output<'own.works'> =>
      list.all().map(({ id, title, base, changed_at: changedAt }) => ({
        id,
        title: title ?? '',
        base: base ?? undefined,
        changedAt,
      })),
    /** Undefined when there is no such work. */
    remarks(id: string): readonly ImportRemark[] | undefined {
      const remarks = selectRemarks.get(id);
      return remarks === undefined ? undefined : readRemarks(remarks);
    },
    insert: ({ id, pack, base, source, changedAt, remarks }: StandardWork): void =>
      void insert.run(id, JSON.stringify(pack), base, source, changedAt, JSON.stringify(remarks)),
    /** @returns whether there is such work */
    keep: (id: string, pack: string, at: string): boolean => update.run(pack, at, id).changes > 0,
    remark: (id: string, remarks: readonly ImportRemark[], at: string): void =>
      void remark.run(JSON.stringify(remarks), at, id),
    remove: (id: string): void => void remove.run(id),
  };
}
export type WorkRepo = ReturnType<typeof createWorkRepo>;
