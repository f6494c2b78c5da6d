import type { AppError } from '../../../shared/errors/app-error.ts';
import {
  databaseLocked,
  diskFailed,
  diskFull,
  fileInTheWay,
  nameTooLong,
  noPermission,
} from '../../../shared/errors/messages.ts';
import { errnoOf, isDiskFull } from './disk-errors.ts';

/**
 * What the operating system or SQLite refuses for reasons that lie outside the program, in words; undefined for what
 * can only be a bug. The last resort: whoever knows better what was going on says so before.
 */
export function systemFailure(cause: unknown, where = placeOf(cause)): AppError | undefined {
  const code = errnoOf(cause);
  if (isDiskFull(cause)) return diskFull(where, cause);
  if (/^SQLITE_(?:BUSY|LOCKED)/.test(code)) return databaseLocked(where, cause);
  if (code.startsWith('SQLITE_IOERR')) return diskFailed(where, cause);
  if (/^SQLITE_(?:READONLY|CANTOPEN)/.test(code)) return noPermission(where, cause);
  switch (code) {
    case 'EIO':
      return diskFailed(where, cause);
    case 'ENAMETOOLONG':
      return nameTooLong(where, cause);
    case 'EEXIST':
    case 'ENOTDIR':
      return fileInTheWay(where, cause);
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return noPermission(where, cause);
    default:
      return undefined;
  }
}

/** Node names the path in what it throws, SQLite does not. */
function placeOf(cause: unknown): string {
  const path = (cause as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : '工作区';
}
