import type { Database } from 'better-sqlite3';
import type { StandardHit, StandardHits } from '../../../shared/contract/standard.ts';
import { excerptAround } from '../../../shared/text/find-words.ts';
import { isInitials, normalise, toTokens } from '../search/search-text.ts';

const maxHits = 300;

/** A clause has two rows in the table of words: 2 × key for its code and title, and the next for its text. */
export const nameRow = 0;
export const textRow = 1;

/**
 * The tokens of a text in overlapping pairs: 院感科 → `院感 感科 科ǁ`. A word of two characters is then one look-up
 * instead of two lists laid over each other.
 */
export function toPairs(text: string): string {
  const tokens = toTokens(text);
  if (tokens === '') return '';
  const singles = tokens.split(' ');
  return singles.map((token, index) => token + (singles[index + 1] ?? end)).join(' ');
}

/** Closes the last pair; the letter that stands for punctuation in search-text.ts. */
const end = 'ǁ';

/** The same for what is looked up, as FTS5 writes a phrase. Its tokens are letters and digits, never syntax. */
function toPhrase(tokens: string): string {
  const singles = tokens.split(' ');
  if (singles.length === 1) return `"${tokens}" *`;
  const pairs = singles.slice(0, -1).map((token, index) => `${token}${singles[index + 1]}`);
  return `"${pairs.join(' ')}"`;
}

/** Codes are found from their beginning. Chinese words stand in no column that they should not be found in. */
function toMatch(words: string, phrase: string, isLetters: boolean): string {
  if (!/[a-z0-9]/iu.test(normalise(words))) return phrase;
  return `code : ^ ${phrase} OR {title body${isLetters ? ' initials' : ''}} : ${phrase}`;
}

interface Entry {
  /** The hit when the words are in code or title. */
  readonly hit: StandardHit;
  readonly text: string;
}

interface ClauseRow extends Omit<StandardHit, 'core' | 'excerpt'> {
  readonly key: number;
  readonly core: 0 | 1;
  readonly text: string;
}

/**
 * Finds clauses of all standards. The index says which; what is shown of them is held in memory, about a megabyte, since
 * fetching hundreds of rows takes longer than finding them.
 */
export function createLibrarySearch(db: Database) {
  const rowids = db.prepare<[string], number>('SELECT rowid FROM clause_search WHERE clause_search MATCH ?').pluck();
  const { entries, places } = readEntries(db);
  const packs = readPacks(db);

  return {
    find(text: string): StandardHits {
      const words = text.trim();
      if (!/[\p{L}\p{N}]/u.test(words)) return { standards: [], hits: [], more: false };
      const tokens = toTokens(words);
      const letters = isInitials(normalise(words)) ? normalise(words) : undefined;
      const standards = packs.filter(
        ({ name, initials }) => name.includes(tokens) || (letters !== undefined && initials.includes(letters)),
      );

      // Numbers, in which a clause's name stands before its text: they sort by themselves.
      const found = Uint32Array.from(rowids.all(toMatch(words, toPhrase(tokens), letters !== undefined)));
      for (const [at, rowid] of found.entries()) found[at] = (places[rowid >> 1] ?? 0) * 2 + (rowid & 1);
      const named: StandardHit[] = [];
      const others: Entry[] = [];
      let last = -1;
      for (const each of found.toSorted()) {
        const place = each >> 1;
        const entry = entries[place];
        if (!entry || place === last) continue;
        last = place;
        if ((each & 1) === nameRow) named.push(entry.hit);
        else others.push(entry);
      }
      const hits = named.slice(0, maxHits);
      for (const entry of others.slice(0, maxHits - hits.length)) hits.push(withExcerpt(entry, words));
      return { standards: standards.map(({ id }) => id), hits, more: named.length + others.length > maxHits };
    },
  };
}
export type LibrarySearch = ReturnType<typeof createLibrarySearch>;

/** Field by field: a spread takes as long as finding the clause. */
const withExcerpt = ({ hit, text }: Entry, words: string): StandardHit => ({
  packId: hit.packId,
  standardTitle: hit.standardTitle,
  programme: hit.programme,
  code: hit.code,
  title: hit.title,
  method: hit.method,
  core: hit.core,
  excerpt: excerptAround(text, words),
});

/** All clauses in the order of the answer, and where each stands in it by its key. */
function readEntries(db: Database) {
  const rows = db
    .prepare<[], ClauseRow>(
      `SELECT c.key, p.id AS packId, p.title AS standardTitle, p.programme, c.code, c.title, c.method, c.core, c.text
       FROM clause c JOIN pack p ON p.file = c.file ORDER BY p.programme, p.id, c.position`,
    )
    .all();
  const places = new Uint32Array(rows.reduce((most, { key }) => Math.max(most, key), 0) + 1);
  const entries = rows.map(({ key, core, text, ...head }, place): Entry => {
    places[key] = place;
    return { hit: { ...head, core: core === 1, excerpt: '' }, text };
  });
  return { entries, places };
}

const readPacks = (db: Database) =>
  db
    .prepare<[], { id: string; title: string; programme: string; initials: string }>(
      'SELECT id, title, programme, initials FROM pack WHERE id IS NOT NULL ORDER BY programme, id',
    )
    .all()
    .map(({ id, title, programme, initials }) => ({ id, initials, name: toTokens(`${title}\n${programme}`) }));
