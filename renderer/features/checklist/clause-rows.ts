import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Clause, Section, Standard } from '../../../shared/domain/standard/standard.ts';
import type { ClauseStates } from '../../app/round-store.ts';
import { matchesFilter, type ClauseFilter } from './clause-filter.ts';
import { gapRulesOf } from './gap-rules.ts';

export interface ListQuery {
  readonly filter: ClauseFilter;
  /** Clauses that the search box found; undefined when it is empty. */
  readonly hits: ReadonlySet<ClauseId> | undefined;
  /** Stays in the list though it no longer matches: the clause that is being worked on must not vanish underfoot. */
  readonly held: ClauseId | undefined;
}

export type Row =
  | { readonly kind: 'section'; readonly section: Section }
  /** `position` counts clauses from 1, headers aside. */
  | { readonly kind: 'clause'; readonly clause: Clause; readonly position: number };

/** The listed ones of some clauses of a standard. */
export function listedClauses(
  clauses: readonly Clause[],
  standard: Standard,
  states: ClauseStates,
  { filter, hits, held }: ListQuery,
): readonly Clause[] {
  const rules = gapRulesOf(standard);
  return clauses.filter((clause) => {
    if (clause.id === held) return true;
    const state = states.get(clause.id);
    return state && (!hits || hits.has(clause.id)) && matchesFilter(clause, state, filter, rules);
  });
}

/** The listed clauses under the headers of their sections. */
export function clauseRows(standard: Standard, states: ClauseStates, query: ListQuery) {
  const rows: Row[] = [];
  let position = 0;
  for (const chapter of standard.chapters) {
    for (const section of chapter.sections) {
      const listed = listedClauses(section.clauses, standard, states, query);
      if (listed.length === 0) continue;
      rows.push({ kind: 'section', section });
      for (const clause of listed) rows.push({ kind: 'clause', clause, position: ++position });
    }
  }
  return { rows, clauses: position };
}
