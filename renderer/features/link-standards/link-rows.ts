import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import { findWords } from '../../../shared/text/find-words.ts';

export const tabs: readonly { readonly value: LinkState; readonly text: string }[] = [
  { value: 'suggested', text: '待确认' },
  { value: 'confirmed', text: '已确认' },
  { value: 'dismissed', text: '已排除' },
];

/** How alike a pair must be to be confirmed with all the others, in percent. */
export const thresholds = [40, 50, 60, 70, 80, 90] as const;

/** A pair is told from another by its two codes. */
export const keyOf = ({ clause, other }: Pick<LinkSuggestion, 'clause' | 'other'>): string =>
  `${clause.code}\n${other.code}`;

/** Cut, not rounded: only what is the same is 100 %. */
export const percentOf = ({ similarity }: Pick<LinkSuggestion, 'similarity'>): number =>
  Math.floor(similarity * 100 + 1e-9);

/** The pairs of one tab with these words in either clause. */
export const rowsOf = (links: readonly LinkSuggestion[], state: LinkState, words: string): readonly LinkSuggestion[] =>
  links.filter(
    (link) =>
      link.state === state &&
      (words.trim() === '' ||
        findWords(`${link.clause.code} ${link.clause.title}\n${link.other.code} ${link.other.title}`, words.trim())
          .length > 0),
  );

export const countOf = (links: readonly LinkSuggestion[], state: LinkState): number =>
  links.filter((link) => link.state === state).length;

/** What “confirm all” would confirm: of the rows shown, those that are alike enough. */
export const above = (rows: readonly LinkSuggestion[], percent: number): readonly LinkSuggestion[] =>
  rows.filter((link) => link.state === 'suggested' && percentOf(link) >= percent);

/** The links once these pairs are decided as said. */
export function decided(
  links: readonly LinkSuggestion[],
  pairs: readonly LinkSuggestion[],
  state: LinkState,
): readonly LinkSuggestion[] {
  const keys = new Set(pairs.map(keyOf));
  return links.map((link) => (keys.has(keyOf(link)) ? { ...link, state } : link));
}
