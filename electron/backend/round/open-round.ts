import type { History, RoundChange, RoundSummary, RoundTarget, RoundView } from '../../../shared/contract/round.ts';
import type { ClauseId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import { isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { advance, type LogVerb, type Stacks } from '../../../shared/domain/round/history.ts';
import { isIdle, type Patch, type RoundEdition } from '../../../shared/domain/round/patch.ts';
import { resultOf, yesAtRateOf, type ClauseResult } from '../../../shared/domain/result/clause-result.ts';
import { clausesOf, type Clause, type Standard } from '../../../shared/domain/standard/standard.ts';
import { moveInTally, tallyClauses, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { clauseNotFound, roundArchived, roundMoved } from '../../../shared/errors/messages.ts';
import type { EvidenceRepo } from '../evidence/evidence-repo.ts';
import type { ChangeLog } from './change-log.ts';
import { followState } from './follow-state.ts';
import { loadEvidence, loadStates } from './load-clauses.ts';
import { isSetting, OpenSettings } from './open-settings.ts';
import type { RoundRepo, StoredRound } from './round-repo.ts';

export interface RoundStores {
  readonly rounds: RoundRepo;
  readonly evidence: EvidenceRepo;
  readonly log: ChangeLog;
  /** Runs `work` in one durable transaction. */
  readonly commit: (work: () => void) => void;
  readonly now: () => Date;
  readonly actor: string;
  /** Pinyin initials; loaded before an action that renames evidence. */
  readonly initialsOf: (text: string) => string;
  /** Hears that a round is scored by another edition now and has to be read again. */
  readonly moved: (id: RoundId) => void;
}

/**
 * A round held in memory beside its rows, so that an action costs one commit and the verdict a few additions. Memory
 * follows the disk: it changes only after the transaction has.
 */
export class OpenRound {
  readonly standard: Standard;
  readonly clauses: ReadonlyMap<ClauseId, Clause>;
  readonly settings: OpenSettings;
  #stored: StoredRound;
  readonly #stores: RoundStores;
  readonly #states: Map<ClauseId, ClauseState>;
  readonly #results: Map<ClauseId, ClauseResult>;
  readonly #tally: Tally;
  readonly #prerequisites: readonly Clause[];
  #stacks: Stacks<readonly Patch[]>;
  #position: ClauseId | undefined;
  #isLeft = false;

  constructor(stored: StoredRound, standard: Standard, stores: RoundStores) {
    this.#stored = stored;
    this.standard = standard;
    this.#stores = stores;
    const clauses = clausesOf(standard);
    this.clauses = new Map(clauses.map((clause) => [clause.id, clause]));
    const kept = stores.rounds.states(stored.id, stored.standardId);
    this.settings = new OpenSettings(stored, standard, kept, stores.rounds);
    this.#states = loadStates(stored, clauses, kept, stores);
    this.#results = new Map(clauses.map((clause) => [clause.id, resultOf(clause, this.state(clause.id))]));
    this.#tally = tallyClauses(
      clauses.filter(isCounted).map((clause) => ({ ...clause, result: this.result(clause.id) })),
      { scopes: standard.scopes, yesAtRate: yesAtRateOf(standard) },
    );
    this.#prerequisites = clauses.filter(({ method }) => method === 'prerequisite');
    this.#stacks = stores.log.stacks(stored.id);
    this.#position = stored.position;
  }

  get id() {
    return this.#stored.id;
  }

  /** What the round is scored by, and where the scorer is in it. */
  get edition(): RoundEdition {
    return {
      standardId: this.standard.id,
      targetId: this.settings.target.id,
      position: this.#position ?? null,
    };
  }

  get archived(): boolean {
    return this.#stored.archived;
  }

  get title(): string {
    return this.#stored.title;
  }

  get undoable(): readonly Patch[] | undefined {
    return this.#stacks.undo.at(-1)?.content;
  }

  get redoable(): readonly Patch[] | undefined {
    return this.#stacks.redo.at(-1)?.content;
  }

  get summary(): RoundSummary {
    const { position: _position, targetId: _targetId, ...summary } = this.#stored;
    return { ...summary, targetLabel: this.settings.target.label };
  }

  view(): RoundView {
    return {
      round: this.summary,
      standard: { ...this.standard, scoring: this.settings.scoring },
      target: this.settings.target,
      settings: this.settings.view(),
      states: [...this.#states.values()],
      verdict: this.verdict(),
      history: this.#history(),
      position: this.#position,
    };
  }

  verdict(target: RoundTarget = this.settings.target): Verdict {
    const { totalPoints } = this.standard;
    return judge(target, this.#tally, { totalPoints, scoring: this.settings.scoring, violated: this.#violated() });
  }

  /** The codes of the prerequisites that are violated, in the order of the standard; chapters out of the rules veto too. */
  #violated(): readonly string[] {
    return this.#prerequisites
      .filter(({ id }) => {
        const result = this.result(id);
        return result.method === 'prerequisite' && result.outcome === 'fail';
      })
      .map(({ code }) => code);
  }

  result(id: ClauseId): ClauseResult {
    const result = this.#results.get(id);
    if (!result) throw clauseNotFound(id);
    return result;
  }

  /** @throws {AppError} assessment/clause-not-found */
  clause(id: ClauseId): Clause {
    const clause = this.clauses.get(id);
    if (!clause) throw clauseNotFound(id.slice(id.lastIndexOf('/') + 1));
    return clause;
  }

  state(id: ClauseId): ClauseState {
    const state = this.#states.get(id);
    if (!state) throw clauseNotFound(id);
    return state;
  }

  /** Where evidence stands in a clause's list. */
  positionOf(clauseId: ClauseId, evidenceId: EvidenceId): number {
    return this.#stores.evidence.positionOf(this.id, clauseId, evidenceId);
  }

  visit(id: ClauseId): void {
    this.#stores.rounds.visit(this.id, this.clause(id).id);
    this.#position = id;
  }

  /** @throws {AppError} round/archived */
  rename(title: string): RoundSummary {
    if (this.archived) throw roundArchived(this.title);
    this.#stores.commit(() => this.#stores.rounds.rename(this.id, title));
    this.#stored = { ...this.#stored, title };
    return this.summary;
  }

  /**
   * Makes an action durable and answers with the clauses it concerns, also where it changed nothing: the answer to the
   * last of several quick commands must bring the clause as it is. What changes nothing is neither stored nor undone.
   * `alongside` runs in the same transaction, before the patches.
   *
   * @throws {AppError} round/archived; round/moved once the round is scored by another edition
   */
  apply(verb: LogVerb, label: string, wanted: readonly Patch[], alongside?: () => void): RoundChange {
    if (this.archived) throw roundArchived(this.title);
    if (this.#isLeft) throw roundMoved(this.title);
    const at = this.#stores.now().toISOString();
    const patches = wanted.filter((patch) => !isIdle(patch));
    if (patches.length > 0) {
      this.#stores.commit(() => {
        alongside?.();
        for (const patch of patches) this.#write(patch);
        this.#stores.log.append({
          at,
          actor: this.#stores.actor,
          roundId: this.id,
          verb,
          label,
          patches: JSON.stringify(patches),
        });
      });
      this.#stacks = advance(this.#stacks, verb, { label, content: patches });
    }
    if (patches.some(({ on }) => on === 'standard')) return this.#moveOn(at);
    return {
      states: this.#follow(
        patches,
        wanted.flatMap((patch) => ('clauseId' in patch && patch.on !== 'plan' ? [patch.clauseId] : [])),
      ),
      verdict: this.verdict(),
      ...(patches.some(isSetting) ? { settings: this.settings.view() } : {}),
      history: this.#history(),
      savedAt: at,
    };
  }

  /** What is in memory is of the edition that was left. */
  #moveOn(at: string): RoundChange {
    this.#isLeft = true;
    this.#stores.moved(this.id);
    return { states: [], verdict: this.verdict(), history: this.#history(), moved: true, savedAt: at };
  }

  /** What the next undo or redo is called. */
  labelOf(verb: 'undo' | 'redo'): string {
    return this.#stacks[verb].at(-1)?.label ?? '';
  }

  #history(): History {
    return { undo: this.#stacks.undo.at(-1)?.label, redo: this.#stacks.redo.at(-1)?.label };
  }

  #write(patch: Patch): void {
    const { rounds, evidence, initialsOf } = this.#stores;
    switch (patch.on) {
      case 'mark':
        return rounds.setMark(this.id, patch.pointId, patch.after);
      case 'grade':
        return rounds.setGrade(this.id, patch.clauseId, patch.after);
      case 'score':
        return rounds.setScore(this.id, patch.clauseId, patch.after);
      case 'figure':
        return rounds.setFigure(this.id, patch.clauseId, patch.period, patch.after);
      case 'own-target':
        return rounds.setOwnTarget(this.id, patch.clauseId, patch.after);
      case 'standard':
        return rounds.setEdition(this.id, patch.after);
      case 'level':
        return rounds.setTarget(this.id, patch.after);
      case 'rules':
        return rounds.setRules(this.id, patch.targetId, patch.after);
      case 'scoring':
        return rounds.setScoring(this.id, patch.after);
      case 'plan':
        return rounds.setPlanned(this.id, patch.clauseId, patch.after);
      case 'note':
        return rounds.setNote(this.id, patch.clauseId, patch.after);
      case 'use':
        return evidence.setUse(this.id, patch.clauseId, patch.evidenceId, patch.after);
      case 'describe':
        return evidence.describe(patch.evidenceId, patch.after, initialsOf(patch.after.title));
    }
  }

  /** Brings memory to what was written; returns the clauses concerned and those that look different now. */
  #follow(patches: readonly Patch[], concerned: readonly ClauseId[]): readonly ClauseState[] {
    const touched = new Set(concerned);
    const evidence = new Set<EvidenceId>();
    for (const patch of patches) {
      if (patch.on === 'use' || patch.on === 'describe') evidence.add(patch.evidenceId);
      this.#remember(patch);
    }
    if (evidence.size > 0) for (const id of this.#refreshEvidence(evidence, touched)) touched.add(id);
    for (const id of touched) this.#recount(id);
    return [...touched].map((id) => this.state(id));
  }

  #remember(patch: Patch): void {
    if (patch.on === 'describe' || patch.on === 'use' || patch.on === 'standard') return;
    if (isSetting(patch)) return this.settings.follow(patch);
    this.#states.set(patch.clauseId, followState(this.state(patch.clauseId), patch));
  }

  /** Reads evidence lists anew for the clauses at hand and for those that share the evidence. */
  #refreshEvidence(changed: ReadonlySet<EvidenceId>, touched: ReadonlySet<ClauseId>): readonly ClauseId[] {
    const sharing = [...this.#states.values()]
      .filter((state) => touched.has(state.clauseId) || state.evidence.some((entry) => changed.has(entry.id)))
      .map((state) => state.clauseId);
    const lists = loadEvidence(this.#stored, this.#stores.evidence, new Set(sharing));
    for (const id of sharing) this.#states.set(id, { ...this.state(id), evidence: lists.get(id) ?? [] });
    return sharing;
  }

  #recount(id: ClauseId): void {
    const clause = this.clause(id);
    const now = resultOf(clause, this.state(id));
    if (isCounted(clause)) moveInTally(this.#tally, { ...clause, result: this.result(id) }, now);
    this.#results.set(id, now);
  }
}
