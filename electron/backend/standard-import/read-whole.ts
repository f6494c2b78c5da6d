import { open, type FileHandle } from 'node:fs/promises';
import { readingFailed } from '../files/disk-errors.ts';
import { Unreadable } from '../score-file/unreadable.ts';
import { limits } from './limits.ts';

type Readable = Pick<FileHandle, 'stat' | 'read'>;

/**
 * The bytes of a file as they were at one moment.
 *
 * @throws {AppError} `file/gone`, `file/locked`; {Unreadable} when it is no file, empty, too large, or being written.
 */
export async function readWhole(file: string, name: string): Promise<Buffer> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(file, 'r');
    return await readFrom(handle);
  } catch (cause) {
    throw readingFailed(name, cause);
  } finally {
    await handle?.close();
  }
}

export async function readFrom(handle: Readable): Promise<Buffer> {
  const before = await handle.stat();
  if (!before.isFile()) throw new Unreadable('它不是文件。');
  if (before.size === 0) throw new Unreadable('文件是空的。请检查是不是没有保存或没有传完。');
  if (before.size > limits.fileBytes) {
    throw new Unreadable(`超过 ${limits.fileBytes / 1024 / 1024} MB，不像是一份标准。请删去图片或拆开后再导入。`);
  }
  const bytes = Buffer.allocUnsafe(before.size);
  let length = 0;
  while (length < bytes.length) {
    const { bytesRead } = await handle.read(bytes, length, bytes.length - length, length);
    if (bytesRead === 0) break;
    length += bytesRead;
  }
  const after = await handle.stat();
  if (length !== after.size || after.mtimeMs !== before.mtimeMs || after.ctimeMs !== before.ctimeMs) {
    throw new Unreadable('读取时文件被改动了。请先在 WPS 或 Office 里保存并关闭它，再导入一次。');
  }
  return bytes;
}
