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

export const toDto = ({ code, message, details }: AppError): ErrorDto => ({ code, message, details });

export function refuse(error: AppError): never {
  throw new Refused(toDto(error));
}
