import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { clausesOf, type Clause, type Standard } from '../../../shared/domain/standard/standard.ts';
import { findWords } from '../../../shared/text/find-words.ts';

export type PickedClause = Pick<Clause, 'code' | 'title' | 'points'>;

/** The clauses with these words in code or title, in the order of the standard; those whose code begins so stand first. */
export function clausesWith(standard: Pick<Standard, 'chapters'>, words: string): readonly PickedClause[] {
  const clauses = clausesOf(standard);
  const wanted = words.trim();
  if (wanted === '') return clauses;
  const begins = clauses.filter(({ code }) => code.startsWith(wanted));
  const others = clauses.filter(
    ({ code, title }) => !code.startsWith(wanted) && findWords(`${code} ${title}`, wanted).length > 0,
  );
  return [...begins, ...others];
}

/** The code that a key leads to in a list; undefined when the key moves nothing. */
export function stepIn(list: readonly PickedClause[], picked: string | undefined, key: string): string | undefined {
  const by = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 }[key];
  if (by === undefined) return undefined;
  const at = list.findIndex(({ code }) => code === picked);
  const next = at < 0 ? 0 : Math.max(0, Math.min(at + by, list.length - 1));
  return list[next]?.code;
}

/** What is known of a pair already. */
export const stateOf = (links: readonly LinkSuggestion[], code: string, otherCode: string): LinkState | undefined =>
  links.find(({ clause, other }) => clause.code === code && other.code === otherCode)?.state;
