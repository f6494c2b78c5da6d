import path from 'node:path';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { notTheOriginal } from '../../../shared/errors/messages.ts';
import type { EvidenceStore } from '../files/evidence-store.ts';
import type { EvidenceFiles } from './open-evidence-file.ts';

export interface Restoring {
  readonly files: EvidenceFiles;
  readonly store: EvidenceStore;
}

/**
 * Puts the registered content back under its name, over what stands there now. No row changes: it is the same file.
 *
 * @throws {AppError} evidence/not-found, evidence/not-the-original, file/*, disk/*
 */
export async function restoreFile(
  { files, store }: Restoring,
  fileId: EvidenceFileId,
  original: string,
): Promise<void> {
  const { sha256, title } = files.locate(fileId);
  const stored = await store.ingest(original);
  if (stored.sha256 === sha256) return;
  await store.discard(stored);
  throw notTheOriginal(path.basename(original), title);
}
