import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Clause, Section, Standard } from '../../../shared/domain/standard/standard.ts';
import type { ClauseStates } from '../../app/round-store.ts';
import { matchesFilter, type ClauseFilter } from './clause-filter.ts';

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

const isListed = (clause: Clause, states: ClauseStates, { filter, hits, held }: ListQuery): boolean => {
  if (clause.id === held) return true;
  const state = states.get(clause.id);
  return state !== undefined && (hits === undefined || hits.has(clause.id)) && matchesFilter(clause, state, filter);
};

export const listedClauses = (clauses: readonly Clause[], states: ClauseStates, query: ListQuery): readonly Clause[] =>
  clauses.filter((clause) => isListed(clause, states, query));

/** The listed clauses under the headers of their sections. */
export function clauseRows(standard: Pick<Standard, 'chapters'>, states: ClauseStates, query: ListQuery) {
  const rows: Row[] = [];
  let position = 0;
  for (const chapter of standard.chapters) {
    for (const section of chapter.sections) {
      const listed = listedClauses(section.clauses, states, query);
      if (listed.length === 0) continue;
      rows.push({ kind: 'section', section });
      for (const clause of listed) rows.push({ kind: 'clause', clause, position: ++position });
    }
  }
  return { rows, clauses: position };
}
