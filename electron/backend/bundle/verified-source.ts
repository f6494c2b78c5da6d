import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { evidenceFileChanged, evidenceFileMissing } from '../../../shared/errors/messages.ts';
import { errnoOf, readingFailed } from '../files/disk-errors.ts';

/** Where a file lies in the workspace, and what its content must be. */
export interface EvidenceSource {
  readonly path: string;
  readonly sha256: string;
}

const chunkBytes = 1024 * 1024;

/**
 * The bytes of a stored file, hashed as they pass.
 *
 * @throws {AppError} evidence file missing; evidence file changed, after its last byte
 */
export async function* verifiedSource(source: EvidenceSource, title: string): AsyncGenerator<Buffer, void, undefined> {
  const hash = createHash('sha256');
  try {
    for await (const chunk of createReadStream(source.path, { highWaterMark: chunkBytes }) as AsyncIterable<Buffer>) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (cause) {
    if (errnoOf(cause) === 'ENOENT' || errnoOf(cause) === 'ENOTDIR') throw evidenceFileMissing(title, cause);
    throw readingFailed(title, cause);
  }
  if (hash.digest('hex') !== source.sha256) throw evidenceFileChanged(title);
}
