import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import type { LogBug } from '../router.ts';

const mostBytes = 2 * 1024 * 1024;

/** Appends failures to a log file for whoever mends the program; ids and codes, never what users wrote. */
export function createBugLog(file: string): LogBug {
  return (where, cause) => {
    try {
      mkdirSync(path.dirname(file), { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > mostBytes) renameSync(file, `${file}.1`);
      appendFileSync(file, `${new Date().toISOString()} ${where} ${describe(cause)}\n`);
    } catch {
      // A log that cannot be written must not turn a handled failure into another one.
    }
  };
}

function describe(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const code = (cause as { code?: unknown }).code;
  const own = `${cause.name}${typeof code === 'string' ? ` ${code}` : ''}\n${cause.stack?.split('\n').slice(1).join('\n') ?? ''}`;
  return cause.cause === undefined ? own : `${own}\n  caused by ${describe(cause.cause)}`;
}
