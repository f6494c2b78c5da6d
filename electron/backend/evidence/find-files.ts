import { lstat, open, readdir } from 'node:fs/promises';
import path from 'node:path';
import type { AppError } from '../../../shared/errors/app-error.ts';
import { fileUnreadable, nothingToAttach, tooManyFiles } from '../../../shared/errors/messages.ts';
import { isAboutFile, readingFailed } from '../files/disk-errors.ts';

/** What computers leave in folders and nobody means to attach. */
const litter = /^(?:\.ds_store|thumbs\.db|desktop\.ini|~\$.*|\..*)$/iu;
const mostFiles = 2000;

export interface FilesFound {
  readonly files: readonly string[];
  /** Why the others cannot be read, a refusal each, by their own names. */
  readonly refused: readonly AppError[];
}

/**
 * The files among what was chosen, folders walked in name order. Links are not followed, so nothing outside what the
 * user chose comes in. Each is opened once, so that those that cannot be read are all known before anything is copied.
 *
 * @throws {AppError} evidence/too-many-files, evidence/nothing-to-attach
 */
export async function findFiles(chosen: readonly string[]): Promise<FilesFound> {
  const files: string[] = [];
  const refused: AppError[] = [];
  for (const entry of chosen) await collect(entry, true, { files, refused });
  if (files.length + refused.length === 0) throw nothingToAttach();
  return { files, refused };
}

interface Collected {
  readonly files: string[];
  readonly refused: AppError[];
}

async function collect(entry: string, chosen: boolean, into: Collected): Promise<void> {
  try {
    await collectReadable(entry, chosen, into);
  } catch (cause) {
    if (!isAboutFile(cause)) throw cause;
    into.refused.push(cause);
  }
}

async function collectReadable(entry: string, chosen: boolean, into: Collected): Promise<void> {
  const name = path.basename(entry);
  const facts = await lstat(entry).catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
  if (facts.isDirectory()) {
    const names = await readdir(entry).catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
    for (const child of names.toSorted()) await collect(path.join(entry, child), false, into);
  } else if (facts.isFile()) {
    if (!chosen && litter.test(name)) return;
    if (into.files.length >= mostFiles) throw tooManyFiles(mostFiles);
    const handle = await open(entry, 'r').catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
    await handle.close();
    into.files.push(entry);
  } else if (chosen) {
    throw fileUnreadable(name, '它不是普通文件（是快捷方式或链接）。请选择文件本身。');
  }
}
