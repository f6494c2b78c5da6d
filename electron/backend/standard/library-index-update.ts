import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { Database } from 'better-sqlite3';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { errnoOf } from '../files/disk-errors.ts';
import { loadInitials, type InitialsOf } from '../search/search-text.ts';
import { assertOf, type IndexOrigin } from './library-index.ts';
import { nameRow, placeRow, rowBits, textRow, toPairs } from './library-search.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { readPackBytes } from './read-pack-file.ts';
import { summarise, toStandard } from './to-standard.ts';

export interface UpdateOrder {
  readonly db: Database;
  readonly origin: IndexOrigin;
  readonly parse: (bytes: Buffer, file: string) => Pack;
  readonly progress: (label: string, done: number, total: number) => void;
}

interface Stamp {
  readonly file: string;
  readonly size: number;
  /** Nanoseconds, as text: too large for a number. */
  readonly modified: string;
}

/**
 * Makes the index say what the packs in the folder say. A pack whose size and time are known is not opened, one whose
 * bytes are known is not parsed. Each pack is one transaction and calls that came in meanwhile go first; another
 * process may be doing the same.
 */
export async function bringUpToDate({ db, origin, parse, progress }: UpdateOrder): Promise<void> {
  const { folder } = origin;
  const stamps = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .toSorted()
    .flatMap((file) => stampOf(folder, file) ?? []);
  const rows = packRows(db, origin);
  const gone = rows.files().filter((file) => !stamps.some((stamp) => stamp.file === file));
  const stale = stamps.filter((stamp) => !rows.isKnown(stamp));
  if (gone.length === 0 && stale.length === 0) return;
  const initialsOf = await loadInitials();
  for (const file of gone) rows.remove(file);
  for (const [done, stamp] of stale.entries()) {
    progress('正在整理标准库', done, stale.length);
    await setImmediate();
    if (rows.isKnown(stamp)) continue; // another process was faster
    const { bytes, sha256 } = readPackBytes(folder, stamp.file);
    if (rows.touch(stamp, sha256)) continue;
    try {
      const pack = parse(bytes, stamp.file);
      await setImmediate();
      rows.put(stamp, sha256, pack, initialsOf(pack.title));
    } catch (cause) {
      if (!(cause instanceof AppError)) throw cause;
      rows.putBroken(stamp, sha256, cause.details.length > 0 ? cause.details : [cause.message]);
    }
  }
  progress('正在整理标准库', stale.length, stale.length);
}

/** Puts packs that lie in no folder into an index that holds no others, and makes them searchable. */
export async function addPacks(
  { db, origin }: Pick<UpdateOrder, 'db' | 'origin'>,
  packs: readonly { readonly pack: Pack; readonly sha256: string }[],
): Promise<void> {
  const rows = packRows(db, origin);
  const initialsOf = await loadInitials();
  for (const { pack, sha256 } of packs) {
    rows.put({ file: pack.id, size: 0, modified: '' }, sha256, pack, initialsOf(pack.title));
  }
  await addWords({ db, origin });
}

/** Puts the clauses of packs that are not searchable yet into the table of words. Each pack is one transaction. */
export async function addWords({ db, origin }: Pick<UpdateOrder, 'db' | 'origin'>): Promise<void> {
  const rows = packRows(db, origin);
  const unsearchable = rows.unsearchable();
  if (unsearchable.length === 0) return;
  const initialsOf = await loadInitials();
  for (const file of unsearchable) {
    await setImmediate();
    rows.addClauses(file, initialsOf);
  }
  await setImmediate();
  db.exec("INSERT INTO clause_search (clause_search) VALUES ('optimize')"); // read at every key, written once
}

function stampOf(folder: string, file: string): Stamp | undefined {
  try {
    const { size, mtimeNs } = statSync(path.join(folder, file), { bigint: true });
    return { file, size: Number(size), modified: String(mtimeNs) };
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT') return undefined; // removed a moment ago
    throw cause;
  }
}

function packRows(db: Database, origin: IndexOrigin) {
  const files = db.prepare<[], string>('SELECT file FROM pack').pluck();
  const known = db.prepare<Stamp, 1>('SELECT 1 FROM pack WHERE file = @file AND size = @size AND modified = @modified');
  const touch = db.prepare<Stamp & { sha256: string }>(
    'UPDATE pack SET size = @size, modified = @modified WHERE file = @file AND sha256 = @sha256',
  );
  const removeFromSearch = db.prepare<[string]>(
    `DELETE FROM clause_search WHERE rowid >> ${rowBits} IN (SELECT key FROM clause WHERE file = ?)`,
  );
  const removeClauses = db.prepare<[string]>('DELETE FROM clause WHERE file = ?');
  const removePack = db.prepare<[string]>('DELETE FROM pack WHERE file = ?');
  const insertPack = db.prepare(
    `INSERT INTO pack (file, size, modified, sha256, id, programme, title, initials, summary, standard, reference, problems, searchable)
     VALUES (@file, @size, @modified, @sha256, @id, @programme, @title, @initials, @summary, @standard, @reference, '[]', 0)`,
  );
  const insertBroken = db.prepare(
    `INSERT INTO pack (file, size, modified, sha256, problems, searchable)
     VALUES (@file, @size, @modified, @sha256, @problems, 1)`,
  );
  const unsearchable = db.prepare<[], string>('SELECT file FROM pack WHERE searchable = 0 ORDER BY file').pluck();
  const standardToAdd = db
    .prepare<[string], string>('SELECT standard FROM pack WHERE file = ? AND searchable = 0')
    .pluck();
  const markSearchable = db.prepare<[string]>('UPDATE pack SET searchable = 1 WHERE file = ?');
  const insertClause = db.prepare(
    'INSERT INTO clause (file, position, code, title, method, core, text, place) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  const insertName = db.prepare('INSERT INTO clause_search (rowid, code, title, initials) VALUES (?, ?, ?, ?)');
  const insertText = db.prepare('INSERT INTO clause_search (rowid, body) VALUES (?, ?)');

  const remove = db.transaction((file: string) => {
    assertOf(db, origin);
    removeFromSearch.run(file);
    removeClauses.run(file);
    removePack.run(file);
  });

  function putClauses(file: string, standard: Standard, initialsOf: InitialsOf): void {
    const placed = standard.chapters.flatMap((chapter) =>
      chapter.sections.flatMap((section) => {
        const place = [...new Set([chapter.title, section.title])].join('\n');
        return section.clauses.map((clause) => ({ clause, place }));
      }),
    );
    for (const [position, { clause, place }] of placed.entries()) {
      const text = [...clause.points.map((point) => point.text), ...clause.suggestedEvidence].join('\n');
      const { code, title, method, core } = clause;
      const added = insertClause.run(file, position, code, title, method, core ? 1 : 0, text, place);
      const rowid = Number(added.lastInsertRowid) * 2 ** rowBits;
      insertName.run(rowid + nameRow, toPairs(code), toPairs(title), toPairs(initialsOf(title)));
      insertText.run(rowid + textRow, toPairs(text));
      insertText.run(rowid + placeRow, toPairs(place));
    }
  }

  return {
    files: () => files.all(),
    isKnown: (stamp: Stamp): boolean => known.get(stamp) !== undefined,
    /** Whether these very bytes are in the index, though they bear another time. */
    touch: (stamp: Stamp, sha256: string): boolean => touch.run({ ...stamp, sha256 }).changes > 0,
    remove: (file: string): void => remove.immediate(file),
    put(stamp: Stamp, sha256: string, pack: Pack, initials: string): void {
      const standard = toStandard(pack, sha256);
      db.transaction(() => {
        remove(stamp.file);
        insertPack.run({
          ...stamp,
          sha256,
          id: pack.id,
          programme: pack.programme,
          title: pack.title,
          initials,
          summary: JSON.stringify(summarise(pack)),
          standard: JSON.stringify(standard),
          reference: pack.reference ? JSON.stringify(pack.reference) : null,
        });
      }).immediate();
    },
    unsearchable: () => unsearchable.all(),
    addClauses(file: string, initialsOf: InitialsOf): void {
      db.transaction(() => {
        assertOf(db, origin);
        const standard = standardToAdd.get(file);
        if (standard === undefined) return; // another process was faster
        putClauses(file, JSON.parse(standard) as Standard, initialsOf);
        markSearchable.run(file);
      }).immediate();
    },
    putBroken(stamp: Stamp, sha256: string, problems: readonly string[]): void {
      db.transaction(() => {
        remove(stamp.file);
        insertBroken.run({ ...stamp, sha256, problems: JSON.stringify(problems) });
      }).immediate();
    },
  };
}
