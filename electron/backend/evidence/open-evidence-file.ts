import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { FileFault } from '../../../shared/domain/evidence/evidence.ts';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  evidenceFileChanged,
  evidenceFileMissing,
  evidenceNotFound,
  fileFaultIn,
} from '../../../shared/errors/messages.ts';
import { errnoOf, readingFailed } from '../files/disk-errors.ts';
import type { EvidenceStore } from '../files/evidence-store.ts';
import type { EvidenceRepo } from './evidence-repo.ts';

export interface LocatedFile {
  readonly path: string;
  readonly sha256: string;
  /** As the user named it. */
  readonly name: string;
  readonly bytes: number;
}

/** Finds evidence files on disk and vouches for them: what was changed from outside is never silently served. */
export function createEvidenceFiles(repo: EvidenceRepo, store: EvidenceStore) {
  /** Path and modification time of files whose content was checked in this session. */
  const checked = new Map<string, number>();

  function locate(id: EvidenceFileId): LocatedFile & { readonly title: string } {
    const row = repo.locate(id);
    if (!row) throw evidenceNotFound();
    return { path: store.pathOf(row), sha256: row.sha256, name: row.name, bytes: row.bytes, title: row.title };
  }

  async function verified(id: EvidenceFileId, signal?: AbortSignal): Promise<LocatedFile> {
    const file = locate(id);
    try {
      const { mtimeMs, size } = await stat(file.path);
      if (size !== file.bytes) throw evidenceFileChanged(file.title);
      if (checked.get(file.path) !== mtimeMs) {
        const hash = createHash('sha256');
        await pipeline(createReadStream(file.path), hash, { signal });
        if (hash.digest('hex') !== file.sha256) throw evidenceFileChanged(file.title);
        checked.set(file.path, mtimeMs);
      }
      return file;
    } catch (cause) {
      if (['ENOENT', 'ENOTDIR'].includes(errnoOf(cause))) throw evidenceFileMissing(file.title, cause);
      throw readingFailed(file.title, cause);
    }
  }

  return {
    locate,
    /** @throws {AppError} evidence/not-found, evidence/file-missing, evidence/file-changed, file/locked, disk/failed */
    verified,
    /** What is wrong with the file, if anything. */
    async faultOf(id: EvidenceFileId, signal?: AbortSignal): Promise<FileFault | undefined> {
      try {
        await verified(id, signal);
        return undefined;
      } catch (cause) {
        const fault = cause instanceof AppError ? fileFaultIn(cause.code) : undefined;
        if (!fault) throw cause;
        return fault;
      }
    },
  };
}
export type EvidenceFiles = ReturnType<typeof createEvidenceFiles>;
