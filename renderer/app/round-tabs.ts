import type { RoundSummary } from '../../shared/contract/round.ts';
import type { RoundId } from '../../shared/domain/id.ts';

/** So many fit into the header; the others stand in its menu. */
export const mostTabs = 6;

/** Rounds as they were made: a new one comes last, and no place changes by working. */
export const inTabOrder = (rounds: readonly RoundSummary[]): readonly RoundSummary[] =>
  rounds.toSorted((left, right) => left.createdAt.localeCompare(right.createdAt));

/** The newest rounds that are not archived, and always the current one; in the order of the tabs. */
export function tabsOf(rounds: readonly RoundSummary[], current: RoundId | undefined): readonly RoundSummary[] {
  const others = inTabOrder(rounds).filter(({ id, archived }) => id !== current && !archived);
  const isCurrent = ({ id }: RoundSummary) => id === current;
  const room = rounds.some(isCurrent) ? mostTabs - 1 : mostTabs;
  const shown = new Set(others.slice(-room));
  return inTabOrder(rounds).filter((round) => shown.has(round) || isCurrent(round));
}

/** The tab a key leads to: the nth (from 1), or the one before or after the current, round and round. */
export function tabByKey(
  tabs: readonly RoundSummary[],
  current: RoundId | undefined,
  key: RoundKey,
): RoundSummary | undefined {
  if (key.to !== undefined) return tabs[key.to - 1];
  const at = tabs.findIndex(({ id }) => id === current);
  return tabs[(at + key.by + tabs.length) % tabs.length];
}

export type RoundKey =
  { readonly to: number; readonly by?: undefined } | { readonly by: 1 | -1; readonly to?: undefined };

/** Ctrl+Tab, Ctrl+Shift+Tab and Ctrl+1…9. */
export function roundKey(
  press: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
): RoundKey | undefined {
  if (press.altKey || !(press.ctrlKey || press.metaKey)) return undefined;
  if (press.key === 'Tab') return press.ctrlKey ? { by: press.shiftKey ? -1 : 1 } : undefined;
  const digit = /^(?:Digit|Numpad)([1-9])$/.exec(press.code);
  return digit && !press.shiftKey ? { to: Number(digit[1]) } : undefined;
}
