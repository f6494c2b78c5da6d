import { cancelled } from '../../../shared/errors/messages.ts';
import { detectStandard, type Corrections, type Draft } from './detect/detect-standard.ts';
import { openImportSession, type SessionOptions } from './import-session.ts';
import { readSource } from './read-source.ts';
import type { Source } from './source.ts';
import type { Understood } from './understand.ts';

export interface ImportRequest extends SessionOptions {
  readonly corrections?: Corrections;
  readonly signal: AbortSignal;
}

/**
 * Reads and understands a file once, in a thread of its own, which is ended on cancel. Nothing is written anywhere.
 *
 * @throws {AppError} cancelled; `file/unreadable`, `file/gone`, `file/locked`, `standard/pack-invalid`
 */
export async function importStandard({ corrections = {}, signal, ...options }: ImportRequest): Promise<Understood> {
  if (signal.aborted) throw cancelled();
  const session = openImportSession(options);
  try {
    return await session.detect(corrections, signal);
  } finally {
    await session.end();
  }
}

/** The same in this thread: for the command line, which can be ended as a whole, and for tests. */
export async function importStandardHere(
  file: string,
  corrections: Corrections = {},
): Promise<{ readonly source: Source; readonly draft: Draft }> {
  const source = await readSource(file);
  return { source, draft: detectStandard(source, corrections) };
}
