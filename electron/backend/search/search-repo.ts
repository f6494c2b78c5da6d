import type { Database } from 'better-sqlite3';
import type { ClauseId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import { withSynonyms } from '../../../shared/text/synonyms.ts';
import { isInitials, normalise, toTokens } from './search-text.ts';

/** Finds clauses and evidence by words in the text, or by pinyin initials of the title. Everything is literal. */
export function createSearchRepo(db: Database) {
  const clauseKeys = db
    .prepare<[string], number>('SELECT rowid FROM clause_search WHERE clause_search MATCH ?')
    .pluck();
  const clausesOfStandard = db
    .prepare<[string], [number, ClauseId]>('SELECT key, id FROM clause WHERE standard_id = ?')
    .raw();
  const clausesUnderTitles = db
    .prepare<[string], [string, string, ClauseId]>(
      `SELECT ch.title, s.title, c.id FROM clause c
       JOIN section s ON s.standard_id = c.standard_id AND s.code = c.section_code
       JOIN chapter ch ON ch.standard_id = c.standard_id AND ch.code = s.chapter_code
       WHERE c.standard_id = ? ORDER BY c.position`,
    )
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
    .prepare<[RoundId, EvidenceId, string], ClauseId>(
      `SELECT u.clause_id FROM evidence_use u JOIN clause c ON c.id = u.clause_id
       WHERE u.round_id = ? AND u.evidence_id = ? AND c.standard_id = ?`,
    )
    .pluck();
  /** Standards in a workspace never change, so their keys and titles are read once. */
  const keysOfStandard = new Map<string, ReadonlyMap<number, ClauseId>>();
  const titlesOfStandard = new Map<string, ReadonlyMap<string, readonly ClauseId[]>>();

  function keysOf(standardId: string): ReadonlyMap<number, ClauseId> {
    const known = keysOfStandard.get(standardId) ?? new Map(clausesOfStandard.all(standardId));
    keysOfStandard.set(standardId, known);
    return known;
  }

  /** The clauses under each title of chapter and section, which is in tokens. */
  function titlesOf(standardId: string): ReadonlyMap<string, readonly ClauseId[]> {
    const known = titlesOfStandard.get(standardId);
    if (known) return known;
    const titles = new Map<string, ClauseId[]>();
    for (const [chapter, section, id] of clausesUnderTitles.all(standardId)) {
      const title = toTokens(`${chapter}\n${section}`);
      const clauses = titles.get(title);
      if (clauses) clauses.push(id);
      else titles.set(title, [id]);
    }
    titlesOfStandard.set(standardId, titles);
    return titles;
  }

  function findEvidence(text: string): readonly EvidenceId[] {
    const expression = toMatch(text);
    return expression === undefined ? [] : evidence.all(expression);
  }

  return {
    findEvidence,
    /**
     * Clauses of a standard, and those that the round proves with evidence of such a title; then those whose section or
     * chapter is called so. The words may be other names for what was typed.
     */
    findClauses(standardId: string, roundId: RoundId, text: string): readonly ClauseId[] {
      const code = text.trim();
      if (/^\d+\.[\d.]*$/.test(code)) return clausesByCode.all(standardId, `${code}*`);
      const keys = keysOf(standardId);
      const found = new Set<ClauseId>();
      const variants = withSynonyms(text);
      for (const words of variants) {
        const expression = toMatch(words);
        if (expression === undefined) return [];
        for (const key of clauseKeys.all(expression)) {
          const id = keys.get(key);
          if (id !== undefined) found.add(id);
        }
        for (const id of evidence.all(expression))
          for (const user of usersOf.all(roundId, id, standardId)) found.add(user);
      }
      for (const words of variants) {
        const tokens = toTokens(words.trim());
        for (const [title, ids] of titlesOf(standardId))
          if (title.includes(tokens)) for (const id of ids) found.add(id);
      }
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
