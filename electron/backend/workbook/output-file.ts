import { randomUUID } from 'node:crypto';
import { lstat, open, readdir, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { AppError } from '../../../shared/errors/app-error.ts';
import {
  cancelled,
  outputFolderMissing,
  outputInUse,
  outputInWorkspace,
  outputIsFolder,
  outputNotWritable,
} from '../../../shared/errors/messages.ts';
import { errnoOf, writingFailed } from '../files/disk-errors.ts';
import { syncFolder } from '../files/durable.ts';
import { workspaceAround } from '../files/workspace-around.ts';

/** A virus scanner holds a new file for a moment; a spreadsheet program holds it until it is closed. */
const retryDelays = [50, 100, 200, 300, 400];
const heldByOthers = new Set(['EBUSY', 'EPERM', 'EACCES']);

/**
 * Lets `produce` write under a temporary name beside `output`, then gives it the final name. Whatever was there
 * before survives a failure and a cancel; half a file never bears the final name.
 */
export async function writeOutput<Result>(
  output: string,
  signal: AbortSignal,
  produce: (temporary: string) => Promise<Result>,
): Promise<Result> {
  const temporary = temporaryBeside(output);
  try {
    if (signal.aborted) throw cancelled();
    refuseInWorkspace(output);
    await refuseIfHeld(output);
    await sweepLeftovers(path.dirname(output));
    const result = await produce(temporary);
    if (signal.aborted) throw cancelled();
    await renameWithPatience(temporary, output);
    await syncFolder(path.dirname(output));
    return result;
  } catch (cause) {
    throw signal.aborted ? cancelled() : await outputFailure(output, cause);
  } finally {
    await rm(temporary, { force: true, recursive: true, maxRetries: 3 }).catch(() => undefined);
  }
}

/** In the same folder, hence on the same disk: only so is the rename at the end one step. */
export const temporaryBeside = (output: string): string =>
  path.join(path.dirname(output), `.dabiao-${randomUUID()}.tmp`);

const leftover = /^\.dabiao-[\da-f-]{36}\.tmp$/u;
const longAgo = 24 * 60 * 60 * 1000;

/** What exports that were killed have left here; no export takes a day. What cannot be removed stays. */
export async function sweepLeftovers(folder: string): Promise<void> {
  for (const name of await readdir(folder).catch(() => [])) {
    if (!leftover.test(name)) continue;
    const file = path.join(folder, name);
    const found = await lstat(file).catch(() => undefined);
    if (found && Date.now() - found.mtimeMs > longAgo)
      await rm(file, { force: true, recursive: true }).catch(() => undefined);
  }
}

/** A workspace holds nothing but what Dabiao puts there; an export over its files would destroy them. */
export function refuseInWorkspace(output: string): void {
  if (workspaceAround(output) !== undefined) throw outputInWorkspace(path.basename(output));
}

/** Tells at once, not after minutes of work, that the file of this name is open in another program. */
async function refuseIfHeld(output: string): Promise<void> {
  const existing = await lstat(output).catch(() => undefined);
  if (!existing) return;
  if (existing.isDirectory()) throw outputIsFolder(path.basename(output));
  await (await open(output, 'r+')).close();
}

/** Renames a file or folder; five more tries within about a second while another program holds it. */
export async function renameWithPatience(from: string, to: string): Promise<void> {
  for (const delay of [...retryDelays, undefined]) {
    try {
      await rename(from, to);
      return;
    } catch (cause) {
      if (delay === undefined || !heldByOthers.has(errnoOf(cause))) throw cause;
      await wait(delay);
    }
  }
}

/** What the operating system said about writing `output`, in the user's words; a bug passes unchanged. */
export async function outputFailure(output: string, cause: unknown): Promise<unknown> {
  if (cause instanceof AppError) return cause;
  const name = path.basename(output);
  switch (errnoOf(cause)) {
    case 'EBUSY':
    case 'ETXTBSY':
    case 'EPERM': {
      const existing = await lstat(output).catch(() => undefined);
      // on Windows EPERM is also what a read-only file says
      const held = existing?.isFile() && (existing.mode & 0o200) !== 0;
      return held ? outputInUse(name, cause) : outputNotWritable(name, cause);
    }
    case 'ENOENT':
    case 'ENOTDIR': {
      const folder = await stat(path.dirname(output)).catch(() => undefined);
      return folder?.isDirectory() ? outputNotWritable(name, cause) : outputFolderMissing(name, cause);
    }
    case 'EACCES':
    case 'EROFS':
    case 'EISDIR':
    case 'ENOTEMPTY':
    case 'EEXIST':
    case 'ENAMETOOLONG':
    case 'EINVAL':
      return outputNotWritable(name, cause);
    default:
      return writingFailed(name, cause);
  }
}
