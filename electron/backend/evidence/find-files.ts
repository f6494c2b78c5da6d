import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { fileUnreadable, nothingToAttach } from '../../../shared/errors/messages.ts';
import { readingFailed } from '../files/disk-errors.ts';

/** What computers leave in folders and nobody means to attach. */
const litter = /^(?:\.ds_store|thumbs\.db|desktop\.ini|~\$.*|\..*)$/iu;
const mostFiles = 2000;

/**
 * The files among what was chosen, folders walked in name order. Links are not followed, so nothing outside what the
 * user chose comes in.
 *
 * @throws {AppError} file/gone, file/locked, file/unreadable, evidence/nothing-to-attach
 */
export async function findFiles(chosen: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of chosen) await collect(entry, true, found);
  if (found.length === 0) throw nothingToAttach();
  return found;
}

async function collect(entry: string, chosen: boolean, found: string[]): Promise<void> {
  const name = path.basename(entry);
  const facts = await lstat(entry).catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
  if (facts.isDirectory()) {
    const names = await readdir(entry).catch((cause: unknown) => Promise.reject(readingFailed(name, cause)));
    for (const child of names.toSorted()) await collect(path.join(entry, child), false, found);
  } else if (facts.isFile()) {
    if (!chosen && litter.test(name)) return;
    found.push(entry);
    if (found.length > mostFiles) {
      throw fileUnreadable(name, `一次最多添加 ${mostFiles} 个文件，请分批添加。`);
    }
  } else if (chosen) {
    throw fileUnreadable(name, '它不是普通文件（是快捷方式或链接）。请选择文件本身。');
  }
}
