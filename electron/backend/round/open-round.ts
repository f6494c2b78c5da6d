import type { History, RoundChange, RoundView } from '../../../shared/contract/round.ts';
import type { Grade } from '../../../shared/domain/grade/grade.ts';
import type { ClauseId, EvidenceId } from '../../../shared/domain/id.ts';
import type { Evidence } from '../../../shared/domain/evidence/evidence.ts';
import { gradeOf, isCounted, type ClauseState } from '../../../shared/domain/round/clause-state.ts';
import { advance, type LogVerb, type Stacks } from '../../../shared/domain/round/history.ts';
import { isIdle, type Patch } from '../../../shared/domain/round/patch.ts';
import { clausesOf, type Clause, type Standard, type TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { moveInTally, tallyClauses, type Tally } from '../../../shared/domain/verdict/tally.ts';
import { judge, type Verdict } from '../../../shared/domain/verdict/verdict.ts';
import { clauseNotFound, roundArchived } from '../../../shared/errors/messages.ts';
import type { EvidenceRepo } from '../evidence/evidence-repo.ts';
import type { ChangeLog } from './change-log.ts';
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
}

/**
 * A round held in memory beside its rows, so that an action costs one commit and the verdict a few additions. Memory
 * follows the disk: it changes only after the transaction has.
 */
export class OpenRound {
  readonly standard: Standard;
  readonly target: TargetLevel;
  readonly clauses: ReadonlyMap<ClauseId, Clause>;
  readonly #stored: StoredRound;
  readonly #stores: RoundStores;
  readonly #states: Map<ClauseId, ClauseState>;
  readonly #grades: Map<ClauseId, Grade | undefined>;
  readonly #tally: Tally;
  #stacks: Stacks<readonly Patch[]>;
  #position: ClauseId | undefined;

  constructor(stored: StoredRound, standard: Standard, stores: RoundStores) {
    const target = standard.targets.find((level) => level.id === stored.targetId);
    if (!target) throw new Error(`round ${stored.id} names a target its standard does not have`);
    this.#stored = stored;
    this.standard = standard;
    this.target = target;
    this.#stores = stores;
    const clauses = clausesOf(standard);
    this.clauses = new Map(clauses.map((clause) => [clause.id, clause]));
    this.#states = loadStates(stored, clauses, stores);
    this.#grades = new Map(clauses.map((clause) => [clause.id, gradeOf(clause, this.state(clause.id)).grade]));
    this.#tally = tallyClauses(
      clauses.filter(isCounted).map((clause) => ({ ...clause, grade: this.#grades.get(clause.id) })),
    );
    this.#stacks = stores.log.stacks(stored.id);
    this.#position = stored.position;
  }

  get id() {
    return this.#stored.id;
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

  view(): RoundView {
    return {
      round: this.#stored,
      standard: this.standard,
      target: this.target,
      states: [...this.#states.values()],
      verdict: this.verdict(),
      history: this.#history(),
      position: this.#position,
    };
  }

  verdict(target: TargetLevel = this.target): Verdict {
    return judge(target, this.#tally);
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

  /**
   * Makes an action durable and answers with the clauses it concerns, also where it changed nothing: the answer to the
   * last of several quick commands must bring the clause as it is. What changes nothing is neither stored nor undone.
   * `alongside` runs in the same transaction, before the patches.
   *
   * @throws {AppError} round/archived
   */
  apply(verb: LogVerb, label: string, wanted: readonly Patch[], alongside?: () => void): RoundChange {
    if (this.#stored.archived) throw roundArchived(this.title);
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
    return {
      states: this.#follow(
        patches,
        wanted.flatMap((patch) => (patch.on === 'describe' ? [] : patch.clauseId)),
      ),
      verdict: this.verdict(),
      history: this.#history(),
      savedAt: at,
    };
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
    if (patch.on === 'describe' || patch.on === 'use') return;
    const state = this.state(patch.clauseId);
    switch (patch.on) {
      case 'mark': {
        const { [patch.pointId]: _before, ...others } = state.marks;
        const marks = patch.after === null ? others : { ...others, [patch.pointId]: patch.after };
        this.#states.set(patch.clauseId, { ...state, marks });
        return;
      }
      case 'grade':
        this.#states.set(patch.clauseId, {
          ...state,
          ownGrade: patch.after.grade ?? undefined,
          reason: patch.after.reason,
        });
        return;
      case 'note':
        this.#states.set(patch.clauseId, { ...state, note: patch.after });
    }
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
    const now = gradeOf(clause, this.state(id)).grade;
    const before = this.#grades.get(id);
    if (now === before) return;
    if (isCounted(clause)) moveInTally(this.#tally, { ...clause, grade: before }, now);
    this.#grades.set(id, now);
  }
}

function loadStates(stored: StoredRound, clauses: readonly Clause[], stores: RoundStores): Map<ClauseId, ClauseState> {
  const states = new Map(stores.rounds.states(stored.id).map((state) => [state.clauseId, state]));
  const marks = stores.rounds.marks(stored.id);
  const evidence = loadEvidence(stored, stores.evidence);
  return new Map(
    clauses.map((clause) => {
      const own = states.get(clause.id);
      const marked = clause.points.flatMap((point) => {
        const mark = marks.get(point.id);
        return mark === undefined ? [] : [[point.id, mark] as const];
      });
      return [
        clause.id,
        {
          clauseId: clause.id,
          marks: Object.fromEntries(marked),
          ownGrade: own?.ownGrade,
          reason: own?.reason ?? '',
          note: own?.note ?? '',
          status: own?.status ?? 'draft',
          leadDepartment: own?.leadDepartment ?? '',
          evidence: evidence.get(clause.id) ?? [],
        },
      ];
    }),
  );
}

/** Evidence by clause, in its order; of all clauses or of `only` these. */
function loadEvidence(
  stored: StoredRound,
  repo: EvidenceRepo,
  only?: ReadonlySet<ClauseId>,
): ReadonlyMap<ClauseId, readonly Evidence[]> {
  const uses = repo.usesOfRound(stored.id).filter((use) => !only || only.has(use.clause_id));
  const evidence = repo.load([...new Set(uses.map((use) => use.evidence_id))]);
  const lists = new Map<ClauseId, Evidence[]>();
  for (const use of uses) {
    const entry = evidence.get(use.evidence_id);
    if (!entry) throw new Error(`evidence ${use.evidence_id} is used but missing`);
    lists.set(use.clause_id, [...(lists.get(use.clause_id) ?? []), entry]);
  }
  return lists;
}
