import { AppError } from '../../../shared/errors/app-error.ts';
import { diskFailed, diskFull, fileGone, fileLocked } from '../../../shared/errors/messages.ts';

export const errnoOf = (cause: unknown): string => {
  const code = (cause as { code?: unknown } | undefined)?.code;
  return typeof code === 'string' ? code : '';
};

/** No room: the disk, a quota, or a file size limit. SQLite says SQLITE_FULL. */
export const isDiskFull = (cause: unknown): boolean =>
  ['ENOSPC', 'EDQUOT', 'EFBIG', 'SQLITE_FULL'].includes(errnoOf(cause));

/** Turns what the operating system said while writing `where` into words; anything else passes unchanged. */
export function writingFailed(where: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  if (isDiskFull(cause)) return diskFull(where, cause);
  if (errnoOf(cause) === 'EIO' || errnoOf(cause).startsWith('SQLITE_IOERR')) return diskFailed(where, cause);
  return cause;
}

/** The same for a file of the user's that is being read. */
export function readingFailed(fileName: string, cause: unknown): unknown {
  if (cause instanceof AppError) return cause;
  switch (errnoOf(cause)) {
    case 'ENOENT':
    case 'ENOTDIR':
      return fileGone(fileName, cause);
    case 'EACCES':
    case 'EPERM':
    case 'EBUSY':
      return fileLocked(fileName, cause);
    case 'EIO':
      return diskFailed(fileName, cause);
    default:
      return cause;
  }
}

/** A refusal that tells of one file of the user's, not of the disk that is written to. */
export const isAboutFile = (cause: unknown): cause is AppError =>
  cause instanceof AppError && cause.code.startsWith('file/');
