import type { Database } from 'better-sqlite3';
import type { ClauseId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import { isInitials, normalise, toTokens } from './search-text.ts';

/** Finds clauses and evidence by words in the text, or by pinyin initials of the title. Everything is literal. */
export function createSearchRepo(db: Database) {
  const clauses = db
    .prepare<[string, string], [ClauseId, string, string]>(
      `SELECT c.id, c.search_text, c.search_initials FROM clause_search s JOIN clause c ON c.key = s.rowid
       WHERE clause_search MATCH ? AND c.standard_id = ?`,
    )
    .raw();
  const clausesByCode = db
    .prepare<[string, string], ClauseId>('SELECT id FROM clause WHERE standard_id = ? AND code GLOB ?')
    .pluck();
  const evidence = db
    .prepare<[string], [EvidenceId, string, string]>(
      `SELECT e.id, e.number || ' ' || e.title, e.search_initials FROM evidence_search s JOIN evidence e ON e.key = s.rowid
       WHERE evidence_search MATCH ? ORDER BY e.key DESC LIMIT 500`,
    )
    .raw();
  const usersOf = db
    .prepare<[RoundId, EvidenceId], ClauseId>(
      'SELECT clause_id FROM evidence_use WHERE round_id = ? AND evidence_id = ?',
    )
    .pluck();

  function findEvidence(text: string): readonly EvidenceId[] {
    const wanted = wantedOf(text);
    return wanted ? evidence.all(wanted.match).filter(isHit(wanted)).map(([id]) => id) : [];
  }

  return {
    findEvidence,
    findClauses(standardId: string, roundId: RoundId, text: string): readonly ClauseId[] {
      const wanted = wantedOf(text);
      if (!wanted) return [];
      const found = new Set(clauses.all(wanted.match, standardId).filter(isHit(wanted)).map(([id]) => id));
      if (/^[\d.]+$/.test(wanted.text)) for (const id of clausesByCode.all(standardId, `${wanted.text}*`)) found.add(id);
      for (const id of findEvidence(text)) for (const user of usersOf.all(roundId, id)) found.add(user);
      return [...found];
    },
  };
}

interface Wanted {
  /** Normalised, as it must stand in the text. */
  readonly text: string;
  readonly initials: string | undefined;
  /** The FTS5 expression. Tokens are letters and digits only, so nothing in it can be syntax. */
  readonly match: string;
}

function wantedOf(input: string): Wanted | undefined {
  const text = normalise(input).trim();
  const tokens = toTokens(text);
  if (tokens === '') return undefined;
  const initials = isInitials(text) ? text : undefined;
  return { text, initials, match: initials ? `text : "${tokens}" OR initials : "${tokens}"` : `text : "${tokens}"` };
}

/** The phrase passes over punctuation, so a hit must also hold the text as it was typed; spaces do not matter. */
const isHit =
  (wanted: Wanted) =>
  ([, text, initials]: readonly [unknown, string, string]): boolean =>
    squeeze(normalise(text)).includes(squeeze(wanted.text)) ||
    (wanted.initials !== undefined && initials.includes(wanted.initials));

const squeeze = (text: string): string => text.replace(/\s+/gu, '');
