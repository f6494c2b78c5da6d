import type { Database } from 'better-sqlite3';
import type { StandardHit, StandardHits, StandardSummary } from '../../../shared/contract/standard.ts';
import { fitsInstitution, type InstitutionType } from '../../../shared/domain/institution.ts';
import { excerptAround } from '../../../shared/text/find-words.ts';
import { withSynonyms } from '../../../shared/text/synonyms.ts';
import { isInitials, normalise, toTokens } from '../search/search-text.ts';

export const maxHits = 300;

/** A clause has three rows in the table of words, from its key × 4: code and title, its text, what it stands under. */
export const nameRow = 0;
export const textRow = 1;
export const placeRow = 2;
export const rowBits = 2;
const rowMask = 2 ** rowBits - 1;

/** Whose standards come first: those that rounds are made of, then those for the institution. */
export interface Preference {
  readonly used: readonly string[];
  readonly institution: InstitutionType;
}

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
  /** The hit when they are in the titles of its chapter or section, which are its excerpt. */
  readonly placed: StandardHit;
}

interface ClauseRow extends Omit<StandardHit, 'core' | 'excerpt'> {
  readonly key: number;
  readonly core: 0 | 1;
  readonly text: string;
  readonly place: string;
}

/**
 * Finds clauses of all standards. The index says which; what is shown of them is held in memory, about a megabyte, since
 * fetching hundreds of rows takes longer than finding them.
 */
export function createLibrarySearch(db: Database) {
  const rowids = db.prepare<[string], number>('SELECT rowid FROM clause_search WHERE clause_search MATCH ?').pluck();
  const { entries, places } = readEntries(db);
  const packs = readPacks(db);

  /**
   * Rows of clauses as numbers, in which the order of the answer comes before the kind of row, so that they sort by
   * themselves; each clause once, as the best of its rows.
   */
  function look(words: string): Rows {
    const found = Uint32Array.from(rowids.all(toMatch(words, toPhrase(toTokens(words)), isTypedInLetters(words))));
    for (let at = 0; at < found.length; at++) {
      const rowid = found[at] ?? 0;
      found[at] = ((places[rowid >> rowBits] ?? 0) << rowBits) | (rowid & rowMask);
    }
    const rows: readonly [number[], number[], number[]] = [[], [], []];
    let last = -1;
    for (const row of found.toSorted()) {
      const place = row >> rowBits;
      if (place === last) continue;
      last = place;
      const kind = row & rowMask;
      (kind === nameRow ? rows[nameRow] : kind === textRow ? rows[textRow] : rows[placeRow]).push(row);
    }
    return rows;
  }

  /** As typed in names, in texts, then other names for the words; after all of these, what clauses stand under. */
  function lookForAll(variants: readonly string[]): readonly number[] {
    const looked = variants.map(look);
    const rows: number[] = [];
    for (const [named, worded] of looked) rows.push(...named, ...worded);
    for (const [, , placed] of looked) rows.push(...placed);
    if (variants.length === 1) return rows;
    const seen = new Set<number>();
    return rows.filter((row) => {
      const place = row >> rowBits;
      if (seen.has(place)) return false;
      seen.add(place);
      return true;
    });
  }

  return {
    find(text: string, preference?: Preference): StandardHits {
      const typed = text.trim();
      if (!/[\p{L}\p{N}]/u.test(typed)) return { standards: [], hits: [], more: false };
      const variants = withSynonyms(typed);
      const names = variants.map(toTokens);
      const letters = isTypedInLetters(typed) ? normalise(typed) : undefined;
      const standards = packs.filter(
        ({ name, initials }) =>
          names.some((tokens) => name.includes(tokens)) || (letters !== undefined && initials.includes(letters)),
      );
      const found = lookForAll(variants);
      if (!preference) return answer(standards, found, variants);
      const ranks = new Map(packs.map((pack) => [pack.id, rankOf(pack, preference)]));
      return answer(
        byRank(standards, ({ id }) => ranks.get(id)),
        byRank(found, (row) => ranks.get(entries[row >> rowBits]?.hit.packId ?? '')),
        variants,
      );
    },
  };

  function answer(
    standards: readonly { readonly id: string }[],
    found: readonly number[],
    variants: readonly string[],
  ): StandardHits {
    const hits: StandardHit[] = [];
    for (const row of found.slice(0, maxHits)) {
      const entry = entries[row >> rowBits];
      if (!entry) continue;
      const kind = row & rowMask;
      if (kind === nameRow) hits.push(entry.hit);
      else hits.push(kind === textRow ? withExcerpt(entry, variants) : entry.placed);
    }
    return { standards: standards.map(({ id }) => id), hits, more: found.length > maxHits };
  }
}
export type LibrarySearch = ReturnType<typeof createLibrarySearch>;

/** By kind: of names, of texts, of places. */
type Rows = readonly [readonly number[], readonly number[], readonly number[]];

const isTypedInLetters = (words: string): boolean => isInitials(normalise(words));

interface PackName {
  readonly id: string;
  readonly name: string;
  readonly initials: string;
  readonly appliesTo: readonly string[];
}

const rankOf = ({ id, appliesTo }: PackName, { used, institution }: Preference): Rank =>
  used.includes(id) ? 0 : fitsInstitution(appliesTo, institution) ? 1 : 2;
type Rank = 0 | 1 | 2;

/** The order stays within a rank. */
function byRank<Item>(items: readonly Item[], rankOfItem: (item: Item) => Rank | undefined): readonly Item[] {
  const ranked: readonly [Item[], Item[], Item[]] = [[], [], []];
  for (const item of items) ranked[rankOfItem(item) ?? 2].push(item);
  return ranked.flat();
}

/** Field by field: a spread takes as long as finding the clause. */
const withExcerpt = ({ hit, text }: Entry, variants: readonly string[]): StandardHit => ({
  packId: hit.packId,
  standardTitle: hit.standardTitle,
  programme: hit.programme,
  code: hit.code,
  title: hit.title,
  method: hit.method,
  core: hit.core,
  excerpt: excerptAround(text, variants),
});

/** All clauses in the order of the answer, and where each stands in it by its key. */
function readEntries(db: Database) {
  const rows = db
    .prepare<[], ClauseRow>(
      `SELECT c.key, p.id AS packId, p.title AS standardTitle, p.programme, c.code, c.title, c.method, c.core, c.text,
         c.place
       FROM clause c JOIN pack p ON p.file = c.file ORDER BY p.programme, p.id, c.position`,
    )
    .all();
  const places = new Uint32Array(rows.reduce((most, { key }) => Math.max(most, key), 0) + 1);
  const entries = rows.map(({ key, core, text, place, ...head }, at): Entry => {
    places[key] = at;
    const hit = { ...head, core: core === 1, excerpt: '' };
    return { hit, text, placed: { ...hit, excerpt: place.replace('\n', ' › ') } };
  });
  return { entries, places };
}

const readPacks = (db: Database): readonly PackName[] =>
  db
    .prepare<[], { id: string; title: string; programme: string; initials: string; summary: string }>(
      'SELECT id, title, programme, initials, summary FROM pack WHERE id IS NOT NULL ORDER BY programme, id',
    )
    .all()
    .map(({ id, title, programme, initials, summary }) => ({
      id,
      initials,
      name: toTokens(`${title}\n${programme}`),
      appliesTo: (JSON.parse(summary) as StandardSummary).appliesTo,
    }));
