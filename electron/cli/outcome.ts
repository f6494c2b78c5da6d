import type { AppError, ErrorDto } from '../../shared/errors/app-error.ts';

/** The command line was not understood: exit code 2. */
export class WrongUsage extends Error {}

/** The backend refused, in words: exit code 1. */
export class Refused extends Error {
  readonly error: ErrorDto;

  constructor(error: ErrorDto) {
    super(error.message);
    this.error = error;
  }
}

export function refuse(error: AppError): never {
  throw new Refused({ code: error.code, message: error.message, details: error.details });
}
