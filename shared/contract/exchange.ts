import { z } from 'zod';
import type { FileFault } from '../domain/evidence/evidence.ts';
import type { ClauseId, EvidenceFileId, RoundId } from '../domain/id.ts';
import { command, fileToken, id, query } from './call.ts';

export interface Exported {
  /** The file or folder as the user knows it. */
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
}

export interface ExportedBundle extends Exported {
  /** Evidence files that were missing or changed, and left out. */
  readonly skipped: number;
}

/** A stored file that cannot be exported, and the clauses it serves in this round. */
export interface FaultyFile {
  readonly fileId: EvidenceFileId;
  readonly fault: FileFault;
  readonly number: string;
  readonly title: string;
  readonly clauses: readonly { readonly id: ClauseId; readonly code: string; readonly title: string }[];
}

export const exchangeContract = {
  'exchange.exportWorkbook': command<Exported>()({ roundId: id<RoundId>(), output: fileToken(), jobId: z.uuid() }),
  /** Workbook and evidence folder; into a new folder, or a zip when the name ends so. */
  'exchange.exportBundle': command<ExportedBundle>()({
    roundId: id<RoundId>(),
    output: fileToken(),
    jobId: z.uuid(),
    /** Leaves out what is missing or changed, and says so in the workbook, instead of refusing. */
    skipFaulty: z.boolean().optional(),
  }),
  /** The round's evidence files that are missing or changed, in the order of the standard. */
  'exchange.faultyFiles': query<readonly FaultyFile[]>()({ roundId: id<RoundId>() }),
  'job.cancel': command<void>()({ jobId: z.uuid() }),
};
