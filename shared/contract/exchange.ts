import { z } from 'zod';
import type { RoundId } from '../domain/id.ts';
import { command, fileToken, id } from './call.ts';

export interface Exported {
  /** The file or folder as the user knows it. */
  readonly name: string;
  readonly files: number;
  readonly bytes: number;
}

export const exchangeContract = {
  'exchange.exportWorkbook': command<Exported>()({ roundId: id<RoundId>(), output: fileToken(), jobId: z.uuid() }),
  /** Workbook and evidence folder; into a new folder, or a zip when the name ends so. */
  'exchange.exportBundle': command<Exported>()({ roundId: id<RoundId>(), output: fileToken(), jobId: z.uuid() }),
  'job.cancel': command<void>()({ jobId: z.uuid() }),
};
