import type { RoundSettings, RoundTarget } from '../../../shared/contract/round.ts';
import type { ClauseId, TargetId } from '../../../shared/domain/id.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import type { Rule, Scoring, Standard } from '../../../shared/domain/standard/standard.ts';
import type { Wanted } from '../../../shared/domain/verdict/gap.ts';
import type { RoundRepo, StoredRound, StoredState } from './round-repo.ts';

export type SettingPatch = Extract<Patch, { on: 'level' | 'rules' | 'scoring' | 'plan' }>;
const kinds: ReadonlySet<string> = new Set<SettingPatch['on']>(['level', 'rules', 'scoring', 'plan']);
export const isSetting = (patch: Patch): patch is SettingPatch => kinds.has(patch.on);

/** What of a round is not in its clauses, in memory beside its rows: target, edited rules and weights, plan. */
export class OpenSettings {
  readonly #standard: Standard;
  readonly #rules: Map<TargetId, readonly Rule[]>;
  readonly #plan: Map<ClauseId, Wanted>;
  #targetId: TargetId;
  #scoring: Scoring | undefined;

  constructor(stored: StoredRound, standard: Standard, kept: readonly StoredState[], rounds: RoundRepo) {
    this.#standard = standard;
    this.#targetId = stored.targetId;
    this.#rules = new Map(rounds.editedRules(stored.id));
    this.#scoring = rounds.editedScoring(stored.id);
    this.#plan = new Map(kept.flatMap(({ clauseId, planned }) => (planned ? [[clauseId, planned]] : [])));
  }

  /** The target level that the round works towards. */
  get target(): RoundTarget {
    return this.level(this.#targetId);
  }

  /** @throws {Error} when the standard has no such target; callers from outside ask the standard first. */
  level(id: TargetId): RoundTarget {
    const found = this.#standard.targets.find((level) => level.id === id);
    if (!found) throw new Error(`the standard has no target ${id}`);
    const edited = this.#rules.get(id);
    return { ...found, rules: edited ?? found.rules, builtIn: found.rules, edited: edited !== undefined };
  }

  /** The rules that this round measures a target by instead of the standard's; null when it does not. */
  editedRules(id: TargetId): readonly Rule[] | null {
    return this.#rules.get(id) ?? null;
  }

  /** How the total is put together in this round; undefined where it is not from weighted parts. */
  get scoring(): Scoring | undefined {
    return this.#scoring ?? this.#standard.scoring;
  }

  /** The round's own way of putting the total together; null is the standard's. */
  get editedScoring(): Scoring | null {
    return this.#scoring ?? null;
  }

  planned(id: ClauseId): Wanted | null {
    return this.#plan.get(id) ?? null;
  }

  view(): RoundSettings {
    const builtIn = this.#standard.scoring;
    return {
      targetId: this.#targetId,
      targets: this.#standard.targets.map(({ id }) => this.level(id)),
      scoring: builtIn && {
        effective: this.#scoring ?? builtIn,
        builtIn,
        edited: this.#scoring !== undefined,
      },
      plan: Object.fromEntries(this.#plan),
    };
  }

  /** Brings memory to what was written. */
  follow(patch: SettingPatch): void {
    switch (patch.on) {
      case 'level':
        this.#targetId = patch.after;
        return;
      case 'rules':
        if (patch.after === null) this.#rules.delete(patch.targetId);
        else this.#rules.set(patch.targetId, patch.after);
        return;
      case 'scoring':
        this.#scoring = patch.after ?? undefined;
        return;
      case 'plan':
        if (patch.after === null) this.#plan.delete(patch.clauseId);
        else this.#plan.set(patch.clauseId, patch.after);
    }
  }
}
