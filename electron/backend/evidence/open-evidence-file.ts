import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import type { EvidenceFileId } from '../../../shared/domain/id.ts';
import { evidenceFileChanged, evidenceFileMissing, evidenceNotFound } from '../../../shared/errors/messages.ts';
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

  return {
    locate,
    /** @throws {AppError} evidence/not-found, evidence/file-missing, evidence/file-changed */
    async verified(id: EvidenceFileId): Promise<LocatedFile> {
      const file = locate(id);
      try {
        const { mtimeMs, size } = await stat(file.path);
        if (size !== file.bytes) throw evidenceFileChanged(file.title);
        if (checked.get(file.path) !== mtimeMs) {
          const hash = createHash('sha256');
          await pipeline(createReadStream(file.path), hash);
          if (hash.digest('hex') !== file.sha256) throw evidenceFileChanged(file.title);
          checked.set(file.path, mtimeMs);
        }
        return file;
      } catch (cause) {
        if ((cause as { code?: unknown }).code === 'ENOENT') throw evidenceFileMissing(file.title, cause);
        throw cause;
      }
    },
  };
}
export type EvidenceFiles = ReturnType<typeof createEvidenceFiles>;
