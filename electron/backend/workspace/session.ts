import { randomUUID } from 'node:crypto';
import type { RoundSummary } from '../../../shared/contract/round.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import { clausesOf, type Standard, type TargetLevel } from '../../../shared/domain/standard/standard.ts';
import { roundNotFound, workspaceReadOnly } from '../../../shared/errors/messages.ts';
import { createEvidenceRepo } from '../evidence/evidence-repo.ts';
import { createEvidenceFiles } from '../evidence/open-evidence-file.ts';
import { reserveLog } from '../db/open-database.ts';
import { writingFailed } from '../files/disk-errors.ts';
import { createEvidenceStore } from '../files/evidence-store.ts';
import { createChangeLog } from '../round/change-log.ts';
import { OpenRound } from '../round/open-round.ts';
import { createRoundRepo } from '../round/round-repo.ts';
import { createStandardRepo } from '../round/standard-repo.ts';
import { createSearchRepo } from '../search/search-repo.ts';
import { loadInitials, type InitialsOf } from '../search/search-text.ts';
import type { OpenWorkspace } from './open-workspace.ts';

/** Everything that works on one open workspace. */
export type Session = ReturnType<typeof createSession>;

export function createSession(workspace: OpenWorkspace, now: () => Date, actor: string) {
  const { db } = workspace;
  const rounds = createRoundRepo(db);
  const standards = createStandardRepo(db);
  const evidence = createEvidenceRepo(db);
  const store = createEvidenceStore(workspace.folder, evidence.knownExtension);
  const log = createChangeLog(db);
  let initials: InitialsOf | undefined;
  let open: OpenRound | undefined;

  let hasReservedLog = false;
  function commit<Result>(work: () => Result): Result {
    try {
      // With the first action, not with the opening: a start waits for nothing that it can do without.
      if (!hasReservedLog) reserveLog(db);
      hasReservedLog = true;
      return db.transaction(work).immediate();
    } catch (cause) {
      throw writingFailed(workspace.info.institution, cause);
    }
  }

  const stores = {
    rounds,
    evidence,
    log,
    now,
    actor,
    commit,
    moved: (id: RoundId): void => {
      if (open?.id === id) open = undefined;
    },
    initialsOf: (text: string): string => {
      if (!initials) throw new Error('pinyin is not loaded');
      return initials(text);
    },
  };

  return {
    workspace,
    rounds,
    evidence,
    store,
    log,
    standards,
    search: createSearchRepo(db),
    files: createEvidenceFiles(evidence, store),
    /** Runs `work` in one durable transaction. */
    commit,
    assertWritable(): void {
      const { readOnlyBecause } = workspace.info;
      if (readOnlyBecause !== undefined) throw workspaceReadOnly(readOnlyBecause);
    },
    /** Before an action that may rename evidence. */
    async loadInitials(): Promise<void> {
      initials ??= await loadInitials();
    },
    async createRound(standard: Standard, target: TargetLevel, title: string): Promise<RoundSummary> {
      await standards.keep(standard);
      const id = randomUUID() as RoundId;
      const departments = clausesOf(standard).flatMap((clause) =>
        clause.departments[0] === undefined ? [] : [{ clauseId: clause.id, department: clause.departments[0] }],
      );
      rounds.insert(
        { id, standardId: standard.id, targetId: target.id, title, createdAt: now().toISOString() },
        departments,
      );
      return this.storedRound(id);
    },
    storedRound(id: RoundId) {
      const stored = rounds.get(id);
      if (!stored) throw roundNotFound();
      return stored;
    },
    /** What a round keeps under the clauses of an edition; blank where there is nothing. */
    recordsUnder(round: OpenRound, standard: Standard): OpenRound {
      return new OpenRound({ ...this.storedRound(round.id), standardId: standard.id }, standard, stores);
    },
    /** The round in memory; the last one stays, since scoring goes on in one round for days. */
    round(id: RoundId): OpenRound {
      if (open?.id === id) return open;
      const stored = this.storedRound(id);
      open = new OpenRound(stored, standards.get(stored.standardId), stores);
      return open;
    },
    close(): void {
      open = undefined;
      if (workspace.info.readOnlyBecause === undefined) db.pragma('wal_checkpoint(TRUNCATE)');
      workspace.close();
    },
  };
}
