import { randomUUID } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { windowsName } from '../../../shared/domain/evidence/windows-name.ts';
import type { Patch } from '../../../shared/domain/round/patch.ts';
import { clausesOf, type Clause } from '../../../shared/domain/standard/standard.ts';
import { cancelled, targetNotFound } from '../../../shared/errors/messages.ts';
import { attachFiles } from '../evidence/attach.ts';
import { reuseEvidence } from '../evidence/manage.ts';
import { writingFailed } from '../files/disk-errors.ts';
import type { Job } from '../jobs/jobs.ts';
import type { OpenRound } from '../round/open-round.ts';
import type { StandardLibrary } from '../standard/standard-library.ts';
import { createWorkspace } from '../workspace/open-workspace.ts';
import { createSession, type Session } from '../workspace/session.ts';
import { makeSampleFile, sampleCatalogue, type SampleDocument } from './evidence-files/sample-catalogue.ts';
import { sampleScores, type SampleScore } from './evidence-files/sample-scores.ts';

export interface SampleOrder {
  /** Must not exist yet; appears only when the sample is whole. */
  readonly folder: string;
  readonly library: StandardLibrary;
  readonly job: Job;
  readonly now: () => Date;
  readonly program: string;
}

const packId = 'jcx-township-2022';
const targetId = 'recommended';

/**
 * Builds 示例卫生院: a township health centre in the middle of its self-assessment, with evidence files made on the spot.
 *
 * @throws {AppError} disk/*, job/cancelled
 */
export async function buildSample({ folder, library, job, now, program }: SampleOrder): Promise<void> {
  const unfinished = `${folder}.${randomUUID()}.tmp`;
  const inbox = mkdtempSync(path.join(tmpdir(), 'dabiao-sample-'));
  let session: Session | undefined;
  try {
    mkdirSync(path.dirname(folder), { recursive: true });
    session = createSession(
      await createWorkspace(unfinished, '示例卫生院', '乡镇卫生院', now(), { program }),
      now,
      program,
    );
    const { standard } = library.get(packId);
    const target = standard.targets.find((level) => level.id === targetId);
    if (!target) throw targetNotFound(targetId, []);
    const { id } = await session.createRound(standard, target, `${now().getFullYear()} 年下半年自评`);
    const round = session.round(id);
    score(round, sampleScores(standard), job);
    await attachAll(session, round, sampleCatalogue(localDay(now())), inbox, job);
    session.close();
    session = undefined;
    await rename(unfinished, folder);
  } catch (cause) {
    session?.close();
    rmSync(unfinished, { recursive: true, force: true });
    throw writingFailed(folder, cause);
  } finally {
    rmSync(inbox, { recursive: true, force: true });
  }
}

function score(round: OpenRound, scores: readonly SampleScore[], job: Job): void {
  for (const [index, entry] of scores.entries()) {
    if (job.signal.aborted) throw cancelled();
    const clause = round.clause(entry.clauseId);
    round.apply('do', `${clause.code} 评分`, patchesOf(entry));
    job.progress('评分', index + 1, scores.length * 2);
  }
}

function patchesOf(entry: SampleScore): readonly Patch[] {
  const { clauseId } = entry;
  const patches: Patch[] = entry.marks.map(({ pointId, mark }) => ({
    on: 'mark',
    clauseId,
    pointId,
    before: null,
    after: mark,
  }));
  if (entry.grade) {
    const before = { grade: null, reason: '' };
    patches.push({ on: 'grade', clauseId, before, after: { grade: entry.grade, reason: entry.reason ?? '' } });
  }
  if (entry.note) patches.push({ on: 'note', clauseId, before: '', after: entry.note });
  return patches;
}

async function attachAll(
  session: Session,
  round: OpenRound,
  documents: readonly SampleDocument[],
  inbox: string,
  job: Job,
): Promise<void> {
  const clauses = new Map(clausesOf(round.standard).map((clause) => [clause.code, clause]));
  const clauseOf = (code: string): Clause => {
    const clause = clauses.get(code);
    if (!clause) throw new Error(`the sample names clause ${code}, which the pack does not have`);
    return clause;
  };
  const quiet: Job = { signal: job.signal, progress: () => undefined };
  for (const [index, document] of documents.entries()) {
    const [first = '', ...others] = document.clauses;
    const file = path.join(inbox, windowsName(`${document.title}.${document.kind}`, 80));
    writeFileSync(file, await makeSampleFile(document));
    const { title, documentDate, validUntil, department } = document;
    const { added } = await attachFiles(
      { round, clauseId: clauseOf(first).id, repo: session.evidence, store: session.store, now: () => new Date() },
      [file],
      quiet,
      { title, documentDate, validUntil, department },
    );
    for (const evidence of added) {
      for (const code of others) {
        reuseEvidence(round, session.evidence, {
          roundId: round.id,
          clauseId: clauseOf(code).id,
          evidenceId: evidence.id,
        });
      }
    }
    job.progress(`佐证材料：${title}`, documents.length + index + 1, documents.length * 2);
  }
}

/** The calendar day where the user is, as `YYYY-MM-DD`. */
const localDay = (now: Date): string =>
  [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0')).join('-');
