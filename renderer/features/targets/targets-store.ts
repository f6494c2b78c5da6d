import { createStore } from 'zustand/vanilla';
import type { RoundSettings } from '../../../shared/contract/round.ts';
import type { ClauseId, RoundId, TargetId } from '../../../shared/domain/id.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import type { DraftRule } from './draft-rules.ts';
import type { DraftScoring } from './draft-scoring.ts';
import type { Lifts } from './ground.ts';

export const targetTabs = ['compare', 'rules', 'lift'] as const;
export type TargetTab = (typeof targetTabs)[number];

/** What is half-done on the targets page of one round; stays while another page or round is looked at. */
export interface TargetsWork {
  readonly tab: TargetTab;
  /** The target whose rules are edited or simulated; undefined is the round's own. */
  readonly targetId: TargetId | undefined;
  readonly drafts: ReadonlyMap<TargetId, readonly DraftRule[]>;
  /** How the total is put together, as it is being edited. */
  readonly scoring: DraftScoring | undefined;
  /** What is ticked; undefined is the plan as it is kept. */
  readonly lifts: Lifts | undefined;
  /** To what clauses are lifted when they are ticked; undefined as the rules want it. */
  readonly preferred: Wanted | undefined;
}

export interface TargetsState {
  readonly byRound: ReadonlyMap<RoundId, TargetsWork>;
  change(roundId: RoundId, part: Partial<TargetsWork>): void;
  /** Undefined drops what was edited. */
  editRules(roundId: RoundId, targetId: TargetId, draft: readonly DraftRule[] | undefined): void;
}

export const untouched: TargetsWork = {
  tab: 'compare',
  targetId: undefined,
  drafts: new Map(),
  scoring: undefined,
  lifts: undefined,
  preferred: undefined,
};

export const workOf = ({ byRound }: TargetsState, roundId: RoundId | undefined): TargetsWork =>
  (roundId && byRound.get(roundId)) ?? untouched;

export const createTargetsStore = () =>
  createStore<TargetsState>()((set, get) => {
    const change = (roundId: RoundId, part: Partial<TargetsWork>) =>
      set(({ byRound }) => ({ byRound: new Map(byRound).set(roundId, { ...workOf(get(), roundId), ...part }) }));
    return {
      byRound: new Map(),
      change,
      editRules: (roundId, targetId, draft) => {
        const drafts = new Map(workOf(get(), roundId).drafts);
        if (draft) drafts.set(targetId, draft);
        else drafts.delete(targetId);
        change(roundId, { drafts });
      },
    };
  });
export type TargetsStore = ReturnType<typeof createTargetsStore>;

export const liftsOfPlan = ({ plan }: Pick<RoundSettings, 'plan'>): Lifts =>
  new Map(Object.entries(plan) as [ClauseId, Wanted][]);

/** What must be sent so that the plan becomes what is ticked. */
export function planChanges(
  ticked: Lifts,
  planned: Lifts,
): readonly { readonly clauseId: ClauseId; readonly wanted: Wanted | null }[] {
  const ids = new Set([...planned.keys(), ...ticked.keys()]);
  return [...ids]
    .filter((id) => ticked.get(id) !== planned.get(id))
    .map((clauseId) => ({ clauseId, wanted: ticked.get(clauseId) ?? null }));
}
