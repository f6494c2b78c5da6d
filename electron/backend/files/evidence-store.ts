import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, rename, rm, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { cancelled, fileChanging } from '../../../shared/errors/messages.ts';
import { readingFailed, writingFailed } from './disk-errors.ts';
import { syncFolder } from './durable.ts';

/** A file that is durable in the workspace. */
export interface StoredFile {
  readonly sha256: string;
  readonly extension: string;
  readonly bytes: number;
}

const chunkBytes = 1024 * 1024;

/** Lower-case extension of a file name without the dot; empty when it has none or it is no plain one. */
export const extensionOf = (name: string): string => /\.([a-z0-9]{1,10})$/iu.exec(name)?.[1]?.toLowerCase() ?? '';

/**
 * The files of a workspace, stored once by content: `evidence/ab/<sha256>.<ext>`. A file is complete and durable
 * before its name exists; what a crash leaves behind is a temporary name, never half a file.
 */
export function createEvidenceStore(
  workspaceFolder: string,
  /** The extension under which the database already knows this content. */
  knownExtension: (sha256: string) => string | undefined,
) {
  const root = path.join(workspaceFolder, 'evidence');
  const pathOf = (file: Pick<StoredFile, 'sha256' | 'extension'>): string =>
    path.join(root, file.sha256.slice(0, 2), file.extension ? `${file.sha256}.${file.extension}` : file.sha256);

  /** Gives the bytes their final name; over a file of the same content, which mends one that was damaged. */
  async function settle(temporary: string, sha256: string, name: string, bytes: number): Promise<StoredFile> {
    const stored = { sha256, extension: knownExtension(sha256) ?? extensionOf(name), bytes };
    const final = pathOf(stored);
    const created = await mkdir(path.dirname(final), { recursive: true });
    await rename(temporary, final);
    await syncFolder(path.dirname(final));
    if (created !== undefined) await syncFolder(root);
    return stored;
  }

  async function withTemporary<Result>(
    name: string,
    work: (handle: FileHandle, temporary: string) => Promise<Result>,
  ): Promise<Result> {
    await mkdir(root, { recursive: true });
    const temporary = path.join(root, `.${randomUUID()}.tmp`);
    let handle: FileHandle | undefined;
    try {
      handle = await open(temporary, 'wx');
      return await work(handle, temporary);
    } catch (cause) {
      throw writingFailed(name, cause);
    } finally {
      await handle?.close().catch(() => undefined);
      await rm(temporary, { force: true });
    }
  }

  return {
    pathOf,

    /** Copies a file of the user's in, hashing while copying. The user's file is only read. */
    ingest(source: string, signal?: AbortSignal): Promise<StoredFile> {
      const name = path.basename(source);
      return withTemporary(name, async (handle, temporary) => {
        const before = await stat(source).catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
        const hash = createHash('sha256');
        let bytes = 0;
        const reader = createReadStream(source, { highWaterMark: chunkBytes });
        try {
          for await (const chunk of reader as AsyncIterable<Buffer>) {
            if (signal?.aborted) throw cancelled();
            hash.update(chunk);
            bytes += chunk.length;
            await writeAll(handle, chunk);
          }
        } catch (cause) {
          throw reader.errored === cause ? readingFailed(name, cause) : cause;
        }
        const after = await stat(source).catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
        if (bytes !== after.size || before.mtimeMs !== after.mtimeMs) throw fileChanging(name);
        await handle.sync();
        await handle.close();
        return settle(temporary, hash.digest('hex'), name, bytes);
      });
    },

    /** The same for bytes from the clipboard. */
    ingestBytes(name: string, content: Uint8Array): Promise<StoredFile> {
      return withTemporary(name, async (handle, temporary) => {
        await writeAll(handle, content);
        await handle.sync();
        await handle.close();
        return settle(temporary, createHash('sha256').update(content).digest('hex'), name, content.length);
      });
    },

    /** Takes back a file that no row came to mention; one that the database knows stays. */
    async discard(file: StoredFile): Promise<void> {
      if (knownExtension(file.sha256) === undefined) await rm(pathOf(file), { force: true });
    },
  };
}

export type EvidenceStore = ReturnType<typeof createEvidenceStore>;

async function writeAll(handle: FileHandle, content: Uint8Array): Promise<void> {
  for (let at = 0; at < content.length;) {
    const { bytesWritten } = await handle.write(content, at, content.length - at);
    at += bytesWritten;
  }
}
