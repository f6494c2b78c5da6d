import type { ErrorDto } from '../../shared/errors/app-error.ts';
import { unexpected } from '../../shared/errors/messages.ts';

/** A refusal that came back from the backend, already in the user's words. */
export class CallError extends Error {
  readonly dto: ErrorDto;

  constructor(dto: ErrorDto) {
    super(dto.message);
    this.name = 'CallError';
    this.dto = dto;
  }
}

/** What to show for anything that was thrown. A bug gets the one calm sentence; its stack goes to the console only. */
export function errorDtoOf(cause: unknown): ErrorDto {
  if (cause instanceof CallError) return cause.dto;
  console.error(cause);
  const { code, message, details } = unexpected();
  return { code, message, details };
}

/** The user stopped a job: nothing to report as an error. */
export const isCancelled = (cause: unknown): boolean =>
  cause instanceof CallError && cause.dto.code === 'job/cancelled';
