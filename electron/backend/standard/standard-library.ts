import path from 'node:path';
import Sqlite, { type Database } from 'better-sqlite3';
import type { LibraryStandard, StandardHits, StandardSummary } from '../../../shared/contract/standard.ts';
import type { Standard } from '../../../shared/domain/standard/standard.ts';
import { packInvalid, standardNotFound } from '../../../shared/errors/messages.ts';
import { isDamage } from '../db/open-database.ts';
import { discardIndex, holdStill, inMemory, openIndex } from './library-index.ts';
import { addWords, bringUpToDate } from './library-index-update.ts';
import { createLibrarySearch, type LibrarySearch, type Preference } from './library-search.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import { parsePack, readPackBytes } from './read-pack-file.ts';
import { toStandard } from './to-standard.ts';

export interface LoadedStandard {
  readonly pack: Pack;
  readonly standard: Standard;
  /** Of the file's bytes. */
  readonly sha256: string;
}

export interface StandardList {
  readonly summaries: readonly StandardSummary[];
  /** What is wrong with packs that could not be read; the others are listed all the same. */
  readonly problems: readonly string[];
}

export interface LibraryOptions {
  /** Where the index is kept from one start to the next; without it, it lives in memory. */
  readonly settingsFolder?: string | undefined;
  /** Of the program. */
  readonly version?: string;
  readonly parse?: (bytes: Buffer, file: string) => Pack;
}

type Progress = (label: string, done: number, total: number) => void;

interface Index {
  readonly db: Database;
  readonly search: () => Promise<LibrarySearch>;
}

export type StandardLibrary = ReturnType<typeof createStandardLibrary>;

/** The packs in a folder. Nothing is read before it is asked for, and what the index knows is not read again. */
export function createStandardLibrary(folder: string, options: LibraryOptions = {}) {
  const { settingsFolder, version = '', parse = parsePack } = options;
  const origin = { version, folder: path.resolve(folder) };
  const loaded = new Map<string, LoadedStandard>();
  const watchers = new Set<Progress>();
  let file = settingsFolder === undefined ? inMemory : path.join(settingsFolder, 'standards-index.db');
  let hasDiscarded = false;
  let made: Promise<Index> | undefined;
  let opened: Database | undefined;

  async function make(): Promise<Index> {
    const db = openIndex(file, origin);
    opened = db;
    await bringUpToDate({
      db,
      origin,
      parse,
      progress: (label, done, total) => {
        for (const watch of watchers) watch(label, done, total);
      },
    });
    // In memory the words wait until somebody searches: a command line that lists standards ends before.
    if (file !== inMemory) {
      await addWords({ db, origin });
      holdStill(db, origin);
    }
    let search: Promise<LibrarySearch> | undefined;
    return { db, search: () => (search ??= addWords({ db, origin }).then(() => createLibrarySearch(db))) };
  }

  function close(): void {
    opened?.close();
    opened = undefined;
    made = undefined;
  }

  /** A damaged index is made anew, and in memory when it cannot be on disk: only what is wrong with packs gets out. */
  async function ask<Answer>(work: (index: Index) => Answer | Promise<Answer>): Promise<Answer> {
    for (;;) {
      const making = (made ??= make().catch((cause: unknown) => {
        close();
        throw cause;
      }));
      try {
        return await work(await making);
      } catch (cause) {
        if (!isOfTheIndex(cause) || file === inMemory) throw cause;
        if (made === undefined || made === making) makeOtherwise(cause);
      }
    }
  }

  function makeOtherwise(cause: unknown): void {
    close();
    if (!isDamaged(cause) || hasDiscarded) {
      file = inMemory;
      return;
    }
    hasDiscarded = true;
    try {
      discardIndex(file);
    } catch {
      file = inMemory; // held by another process
    }
  }

  return {
    /** All packs, in the order of their ids. `progress` hears of the index being made, if it is. */
    async list(progress: Progress = () => undefined): Promise<StandardList> {
      watchers.add(progress);
      try {
        return await ask(({ db }) => selectList(db));
      } finally {
        watchers.delete(progress);
      }
    },

    /** @throws {AppError} `standard/not-found`, or `standard/pack-invalid` when its file is broken. */
    read: (packId: string): Promise<LibraryStandard> => ask(({ db }) => selectStandard(db, packId)),

    /** Clauses of all standards, by words of their texts or pinyin initials of their titles; preferred standards first. */
    search: (text: string, preference?: Preference): Promise<StandardHits> =>
      ask(async ({ search }) => (await search()).find(text, preference)),

    /**
     * One pack out of its file: what goes into a workspace is never taken from a cache.
     *
     * @throws {AppError} `standard/not-found`, or `standard/pack-invalid` when its file is broken.
     */
    get(packId: string): LoadedStandard {
      const known = loaded.get(packId);
      if (known) return known;
      if (!/^[a-z0-9-]{1,60}$/u.test(packId)) throw standardNotFound(packId);
      const { bytes, sha256 } = readPackBytes(folder, `${packId}.yaml`);
      const pack = parse(bytes, `${packId}.yaml`);
      const entry = { pack, standard: toStandard(pack, sha256), sha256 };
      loaded.set(packId, entry);
      return entry;
    },

    close,
  };
}

const isOfTheIndex = (cause: unknown): boolean => isDamaged(cause) || cause instanceof Sqlite.SqliteError;

/** JSON that does not parse was not written by us. */
const isDamaged = (cause: unknown): boolean => isDamage(cause) || cause instanceof SyntaxError;

function selectList(db: Database): StandardList {
  const rows = db
    .prepare<[], { summary: string | null; problems: string }>('SELECT summary, problems FROM pack ORDER BY file')
    .all();
  return {
    summaries: rows.flatMap(({ summary }) => (summary === null ? [] : (JSON.parse(summary) as StandardSummary))),
    problems: rows.flatMap(({ problems }) => JSON.parse(problems) as string[]),
  };
}

function selectStandard(db: Database, packId: string): LibraryStandard {
  const row = db
    .prepare<[string], { summary: string | null; standard: string; reference: string | null; problems: string }>(
      'SELECT summary, standard, reference, problems FROM pack WHERE file = ?',
    )
    .get(`${packId}.yaml`);
  if (!row) throw standardNotFound(packId);
  if (row.summary === null) throw packInvalid(`${packId}.yaml`, JSON.parse(row.problems) as string[]);
  return {
    summary: JSON.parse(row.summary) as LibraryStandard['summary'],
    standard: JSON.parse(row.standard) as Standard,
    ...(row.reference !== null && { reference: JSON.parse(row.reference) as LibraryStandard['reference'] }),
  };
}
