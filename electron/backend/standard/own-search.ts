import type { Database } from 'better-sqlite3';
import type { StandardHits } from '../../../shared/contract/standard.ts';
import { createOwnStandards } from '../own-standard/own-standards.ts';
import { inMemory, openIndex } from './library-index.ts';
import { addPacks } from './library-index-update.ts';
import { createLibrarySearch, maxHits, type LibrarySearch, type Preference } from './library-search.ts';
import type { LoadedStandard } from './standard-library.ts';

interface Made {
  /** The workspace's database that it was made of. */
  readonly of: Database;
  /** Tells that nothing was written to it since, hence that the standards are the same. */
  changes: string;
  /** Which standards in which content. */
  readonly contents: string;
  readonly index: Promise<Index>;
}

interface Index {
  readonly search: LibrarySearch;
  readonly ids: ReadonlySet<string>;
}

/** Finds clauses of a workspace's own standards. The index is made by the first search, and again when they changed. */
export function createOwnSearch() {
  let made: Made | undefined;

  function indexOf(own: Database): Made['index'] {
    const changes = changesOf(own);
    if (made?.of === own && made.changes === changes) return made.index;
    const standards = createOwnStandards(own).list();
    const contents = standards.map(({ standard }) => standard.id).join('\n');
    if (made?.of === own && made.contents === contents) {
      made.changes = changes;
      return made.index;
    }
    const index = makeIndex(standards);
    made = { of: own, changes, contents, index };
    index.catch(() => (made = undefined));
    return index;
  }

  /** What is found in the own standards, and after it what `others` says of all that do not bear the id of one. */
  async function findBefore(
    own: Database,
    text: string,
    preference: Preference,
    others: () => Promise<StandardHits>,
  ): Promise<StandardHits> {
    const { search, ids } = await indexOf(own);
    return joinHits(search.find(text, preference), ids, await others());
  }

  return { findBefore };
}

/** By this connection and by others. */
const changesOf = (db: Database): string =>
  JSON.stringify([db.prepare('SELECT total_changes()').pluck().get(), db.pragma('data_version', { simple: true })]);

async function makeIndex(standards: readonly LoadedStandard[]): Promise<Index> {
  const origin = { version: '', folder: '' };
  const db = openIndex(inMemory, origin);
  await addPacks({ db, origin }, standards);
  return { search: createLibrarySearch(db), ids: new Set(standards.map(({ pack }) => pack.id)) };
}

function joinHits(own: StandardHits, ids: ReadonlySet<string>, others: StandardHits): StandardHits {
  const hits = [...own.hits, ...others.hits.filter(({ packId }) => !ids.has(packId))];
  return {
    standards: [...own.standards, ...others.standards.filter((id) => !ids.has(id))],
    hits: hits.slice(0, maxHits),
    more: own.more || others.more || hits.length > maxHits,
  };
}
