import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';

/** One decision on one or many pairs, which were all in the same state before. */
export interface LinkStep {
  readonly pairs: readonly LinkSuggestion[];
  readonly from: LinkState;
  readonly to: LinkState;
}

export interface LinkHistory {
  readonly done: readonly LinkStep[];
  readonly undone: readonly LinkStep[];
}

export const noHistory: LinkHistory = { done: [], undone: [] };

export const withStep = ({ done }: LinkHistory, step: LinkStep): LinkHistory => ({ done: [...done, step], undone: [] });

/** The step that is taken back, and the history after it. */
export function stepBack({ done, undone }: LinkHistory): readonly [LinkStep, LinkHistory] | undefined {
  const step = done.at(-1);
  return step && [step, { done: done.slice(0, -1), undone: [...undone, step] }];
}

/** The step that is taken again, and the history after it. */
export function stepAgain({ done, undone }: LinkHistory): readonly [LinkStep, LinkHistory] | undefined {
  const step = undone.at(-1);
  return step && [step, { done: [...done, step], undone: undone.slice(0, -1) }];
}

const said: Readonly<Record<LinkState, string>> = {
  confirmed: '已确认关联',
  dismissed: '已排除',
  suggested: '已退回待确认',
};

/** What was decided, as the status line tells it. */
export const stepWords = ({ pairs, to }: LinkStep): string => `${said[to]}：${pairWords(pairs)}`;
export const undoneWords = ({ pairs, to }: LinkStep): string => `已撤销“${said[to].slice(1)}”：${pairWords(pairs)}`;

function pairWords(pairs: readonly LinkSuggestion[]): string {
  const [first] = pairs;
  if (!first || pairs.length > 1) return `${pairs.length} 条`;
  const { clause, other } = first;
  return `${clause.code} ${clause.title} 与 ${other.code} ${other.title}`;
}
