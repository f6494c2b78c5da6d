import { randomUUID } from 'node:crypto';
import path from 'node:path';
import type { Exported, ExportedBundle, FaultyFile } from '../../../shared/contract/exchange.ts';
import type { Input } from '../../../shared/contract/contract.ts';
import { outputNotWorkbook } from '../../../shared/errors/messages.ts';
import { exportBundle } from '../bundle/export-bundle.ts';
import { faultyFiles } from '../bundle/faulty-files.ts';
import { planBundle } from '../bundle/plan-bundle.ts';
import type { Grants } from '../grants.ts';
import type { Job, Jobs } from '../jobs/jobs.ts';
import { exportWorkbook } from '../workbook/export-workbook.ts';
import type { Session } from '../workspace/session.ts';

export interface ExchangeNeeds {
  readonly grants: Grants;
  readonly jobs: Jobs;
  readonly current: () => Session;
  readonly workbookWorker: URL;
  readonly version: string;
  readonly now: () => Date;
}

/** What leaves the workspace for reviewers. */
export function createExchange(needs: ExchangeNeeds) {
  const bookOf = (session: Session, roundId: Parameters<Session['round']>[0]) => ({
    view: session.round(roundId).view(),
    institution: session.workspace.info.institution,
    exportedAt: needs.now(),
    appVersion: needs.version,
    workbookId: randomUUID(),
  });
  const report = (job: Job) => (progress: { label: string; done: number; total: number }) =>
    job.progress(progress.label, progress.done, progress.total);

  return {
    exportWorkbook: ({ roundId, output, jobId }: Input<'exchange.exportWorkbook'>): Promise<Exported> =>
      needs.jobs.run(jobId, (job) =>
        needs.grants.use(output, async (target) => {
          if (path.extname(target).toLowerCase() !== '.xlsx') throw outputNotWorkbook(path.basename(target));
          const { bytes } = await exportWorkbook({
            input: { ...bookOf(needs.current(), roundId), evidenceLinks: new Map(), faultyFiles: new Map() },
            output: target,
            workerUrl: needs.workbookWorker,
            signal: job.signal,
            onProgress: report(job),
          });
          return { name: path.basename(target), files: 1, bytes };
        }),
      ),

    exportBundle: ({
      roundId,
      output,
      jobId,
      skipFaulty = false,
    }: Input<'exchange.exportBundle'>): Promise<ExportedBundle> =>
      needs.jobs.run(jobId, (job) =>
        needs.grants.use(output, async (target) => {
          const session = needs.current();
          const workbook = bookOf(session, roundId);
          const result = await exportBundle({
            plan: planBundle(workbook.view, (file) => session.files.locate(file).sha256),
            sourceOf: (file) => session.files.locate(file),
            faultOf: (file, signal) => session.files.faultOf(file, signal),
            skipFaulty,
            workbook,
            output: target,
            as: target.toLowerCase().endsWith('.zip') ? 'zip' : 'folder',
            workerUrl: needs.workbookWorker,
            signal: job.signal,
            onProgress: report(job),
          });
          return { name: path.basename(target), ...result };
        }),
      ),

    faultyFiles({ roundId }: Input<'exchange.faultyFiles'>): Promise<readonly FaultyFile[]> {
      const session = needs.current();
      return faultyFiles(session.round(roundId).view(), session.files);
    },
  };
}
