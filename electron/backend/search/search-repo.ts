import type { Database } from 'better-sqlite3';
import type { ClauseId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import { isInitials, normalise, toTokens } from './search-text.ts';

/** Finds clauses and evidence by words in the text, or by pinyin initials of the title. Everything is literal. */
export function createSearchRepo(db: Database) {
  const clauseKeys = db
    .prepare<[string], number>('SELECT rowid FROM clause_search WHERE clause_search MATCH ?')
    .pluck();
  const clausesOfStandard = db
    .prepare<[string], [number, ClauseId]>('SELECT key, id FROM clause WHERE standard_id = ?')
    .raw();
  const clausesByCode = db
    .prepare<[string, string], ClauseId>('SELECT id FROM clause WHERE standard_id = ? AND code GLOB ?')
    .pluck();
  const evidence = db
    .prepare<[string], EvidenceId>(
      `SELECT e.id FROM evidence_search s JOIN evidence e ON e.key = s.rowid
       WHERE evidence_search MATCH ? ORDER BY e.key DESC LIMIT 500`,
    )
    .pluck();
  const usersOf = db
    .prepare<[RoundId, EvidenceId], ClauseId>(
      'SELECT clause_id FROM evidence_use WHERE round_id = ? AND evidence_id = ?',
    )
    .pluck();
  /** Standards in a workspace never change, so their keys are read once. */
  const keysOfStandard = new Map<string, ReadonlyMap<number, ClauseId>>();

  function keysOf(standardId: string): ReadonlyMap<number, ClauseId> {
    const known = keysOfStandard.get(standardId) ?? new Map(clausesOfStandard.all(standardId));
    keysOfStandard.set(standardId, known);
    return known;
  }

  function findEvidence(text: string): readonly EvidenceId[] {
    const expression = toMatch(text);
    return expression === undefined ? [] : evidence.all(expression);
  }

  return {
    findEvidence,
    /** Clauses of a standard, and those that the round proves with evidence of such a title. */
    findClauses(standardId: string, roundId: RoundId, text: string): readonly ClauseId[] {
      const code = text.trim();
      if (/^\d+\.[\d.]*$/.test(code)) return clausesByCode.all(standardId, `${code}*`);
      const expression = toMatch(text);
      if (expression === undefined) return [];
      const keys = keysOf(standardId);
      const found = new Set<ClauseId>();
      for (const key of clauseKeys.all(expression)) {
        const id = keys.get(key);
        if (id !== undefined) found.add(id);
      }
      for (const id of evidence.all(expression)) for (const user of usersOf.all(roundId, id)) found.add(user);
      return [...found];
    },
  };
}

/** The FTS5 expression; undefined when there is nothing to look for. Its tokens are letters and digits, never syntax. */
function toMatch(text: string): string | undefined {
  const tokens = toTokens(text.trim());
  if (!/[\p{L}\p{N}]/u.test(text)) return undefined;
  const isLetters = isInitials(normalise(text).trim());
  return isLetters ? `text : "${tokens}" OR initials : "${tokens}"` : `text : "${tokens}"`;
}
