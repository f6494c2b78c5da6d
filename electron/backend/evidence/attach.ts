import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { AttachResult } from '../../../shared/contract/evidence.ts';
import { nextEvidenceNumber, titleFromFileName } from '../../../shared/domain/evidence/numbering.ts';
import type { ClauseId, EvidenceFileId, EvidenceId, RoundId } from '../../../shared/domain/id.ts';
import type { Evidence, EvidenceUse } from '../../../shared/domain/evidence/evidence.ts';
import type { EvidenceFields } from '../../../shared/domain/evidence/evidence.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import type { Clause } from '../../../shared/domain/standard/standard.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import { cancelled, filesRefused } from '../../../shared/errors/messages.ts';
import { isAboutFile, writingFailed } from '../files/disk-errors.ts';
import type { EvidenceStore, StoredFile } from '../files/evidence-store.ts';
import type { Job } from '../jobs/jobs.ts';
import type { OpenRound } from '../round/open-round.ts';
import { loadInitials, type InitialsOf } from '../search/search-text.ts';
import type { EvidenceRepo, NewEvidence } from './evidence-repo.ts';
import { findFiles } from './find-files.ts';

export interface Attaching {
  readonly round: OpenRound;
  readonly clauseId: ClauseId;
  readonly repo: EvidenceRepo;
  readonly store: EvidenceStore;
  readonly now: () => Date;
}

/** Hashing is cheap; waiting for the disk is not, so a few files are under way at once. */
const copiesAtOnce = 4;

/** What happens to the others when a file cannot be read. */
export type OnRefused = 'attach-none' | 'attach-rest';

/**
 * Copies files and folders in and lets each prove the clause. The files are durable before the rows; when one of them
 * fails or the job is cancelled, none is attached and nothing is left behind. All that cannot be read are named.
 *
 * @throws {AppError} file/*, disk/*, job/cancelled, evidence/nothing-to-attach, evidence/some-refused, -/all-refused
 */
export async function attachFiles(
  to: Attaching,
  chosen: readonly string[],
  job: Job,
  details: Partial<EvidenceFields> = {},
  onRefused: OnRefused = 'attach-none',
): Promise<AttachResult> {
  const found = await findFiles(chosen);
  const total = found.files.length + found.refused.length;
  job.progress('正在复制文件', 0, total);
  if (onRefused === 'attach-none' && found.refused.length > 0) throw refusalOf(found.refused, total);
  const { arrived, refused } = await ingestAll(to.store, found.files, job);
  const all = [...found.refused, ...refused];
  if (arrived.length === 0 || (onRefused === 'attach-none' && all.length > 0)) {
    await discardAll(to.store, arrived);
    throw refusalOf(all, total);
  }
  const result = await record(to, arrived, details);
  return { ...result, remarks: [...all.map(({ message }) => message), ...result.remarks] };
}

/** Of a single file its own words; of several all of them, and that nothing was attached. */
const refusalOf = (refused: readonly AppError[], total: number): AppError =>
  refused[0] !== undefined && total === 1
    ? refused[0]
    : filesRefused(
        total,
        refused.map(({ message }) => message),
      );

const discardAll = (store: EvidenceStore, arrived: readonly Arrived[]) =>
  Promise.all(arrived.map(({ stored }) => store.discard(stored)));

/** The same for bytes from the clipboard. */
export async function attachBytes(to: Attaching, name: string, bytes: Uint8Array): Promise<AttachResult> {
  return record(to, [{ name, stored: await to.store.ingestBytes(name, bytes) }], {});
}

interface Ingested {
  readonly arrived: readonly Arrived[];
  /** Those that could not be read after all. */
  readonly refused: readonly AppError[];
}

async function ingestAll(store: EvidenceStore, files: readonly string[], job: Job): Promise<Ingested> {
  const results: (Arrived | AppError)[] = [];
  const failures: unknown[] = [];
  let next = 0;
  let done = 0;
  const copyNext = async (): Promise<void> => {
    while (failures.length === 0) {
      const index = next++;
      const file = files[index];
      if (file === undefined) return;
      try {
        if (job.signal.aborted) throw cancelled();
        results[index] = { name: path.basename(file), stored: await store.ingest(file, job.signal) };
        job.progress(path.basename(file), ++done, files.length);
      } catch (cause) {
        if (isAboutFile(cause)) results[index] = cause;
        else failures.push(cause);
      }
    }
  };
  await Promise.all(Array.from({ length: copiesAtOnce }, copyNext));
  const arrived = results.filter((result) => 'stored' in result);
  if (failures.length > 0) {
    await discardAll(store, arrived);
    throw failures[0];
  }
  return { arrived, refused: results.filter((result) => result instanceof AppError) };
}

interface Arrived {
  readonly name: string;
  readonly stored: StoredFile;
}

async function record(
  to: Attaching,
  files: readonly Arrived[],
  details: Partial<EvidenceFields>,
): Promise<AttachResult> {
  const { round, repo } = to;
  const initialsOf = await loadInitials();
  const clause = round.clause(to.clauseId);
  const plan = planUses(to, clause, files, details, initialsOf);
  const label = `${clause.code} 添加佐证${plan.patches.length > 1 ? ` ${plan.patches.length} 份` : ''}`;
  try {
    const change = round.apply('do', label, plan.patches, () => {
      for (const evidence of plan.created) repo.insert(evidence);
    });
    const ids = new Set(plan.patches.map((patch) => patch.evidenceId));
    const added = round.state(clause.id).evidence.filter((entry: Evidence) => ids.has(entry.id));
    return { change, added, remarks: plan.remarks };
  } catch (cause) {
    await discardAll(to.store, files);
    throw writingFailed(clause.code, cause);
  }
}

interface Plan {
  readonly created: NewEvidence[];
  readonly patches: Extract<Patch, { on: 'use' }>[];
  readonly remarks: string[];
}

/**
 * Decides for each file: new evidence, or a further use of what is there. Evidence with the same content and title is
 * the same evidence; the same content under another title is kept as its own, and the user is told.
 */
function planUses(
  to: Attaching,
  clause: Clause,
  files: readonly Arrived[],
  details: Partial<EvidenceFields>,
  initialsOf: InitialsOf,
): Plan {
  const { round, repo } = to;
  const present = round.state(clause.id).evidence;
  const plan: Plan = { created: [], patches: [], remarks: [] };
  const numbers = repo.numbersOf(clause.code);
  let position = repo.nextPosition(round.id, clause.id);
  for (const { name, stored } of files) {
    if (stored.bytes === 0) plan.remarks.push(`“${name}”是空文件（0 字节），已添加，请核对。`);
    const title = details.title ?? titleFromFileName(name);
    const twins = repo.withContent(stored.sha256);
    const same = twins.find((twin) => twin.title === title);
    const planned = plan.created.find(
      (entry) => entry.title === title && entry.files[0]?.stored.sha256 === stored.sha256,
    );
    if (planned || (same && present.some((entry) => entry.id === same.id))) {
      plan.remarks.push(`“${name}”已经在本条款里，没有重复添加。`);
      continue;
    }
    if (twins.length > 0)
      plan.remarks.push(
        remarkOnTwins(
          name,
          repo,
          twins.map((twin) => twin.id),
          round.id,
        ),
      );
    const id = same?.id ?? (randomUUID() as EvidenceId);
    if (!same) {
      const number = nextEvidenceNumber(clause.code, numbers);
      numbers.push(number);
      plan.created.push({
        id,
        number,
        title,
        documentDate: details.documentDate ?? '',
        validUntil: details.validUntil ?? '',
        department: details.department ?? round.state(clause.id).leadDepartment,
        remark: details.remark ?? '',
        addedAt: to.now().toISOString(),
        initials: initialsOf(title),
        files: [{ id: randomUUID() as EvidenceFileId, name, stored }],
      });
    }
    plan.patches.push({ on: 'use', clauseId: clause.id, evidenceId: id, before: null, after: position++ });
  }
  return plan;
}

function remarkOnTwins(name: string, repo: EvidenceRepo, ids: readonly EvidenceId[], roundId: RoundId): string {
  const uses = [...repo.load(ids).values()].flatMap((evidence) => evidence.usedBy);
  const isHere = (use: EvidenceUse) => use.roundId === roundId;
  const places = new Set(uses.map((use) => (isHere(use) ? use.code : `${use.code}（${use.standardTitle}）`)));
  return places.size > 0
    ? `“${name}”与已有材料内容相同，已用于条款 ${[...places].join('、')}；文件只存一份。`
    : `“${name}”与以前移除的材料内容相同；文件只存一份。`;
}
