/** A failure the user can understand and act on, worded for them in Chinese. Anything else that is thrown is a bug. */
export class AppError extends Error {
  readonly code: string;
  /** One line per place at fault (row, cell, clause), when there are several. */
  readonly details: readonly string[];

  constructor(code: string, message: string, options: { cause?: unknown; details?: readonly string[] } = {}) {
    super(message, { cause: options.cause });
    this.name = 'AppError';
    this.code = code;
    this.details = options.details ?? [];
  }
}

/** An error as it crosses between processes, which keep neither the class nor the code of a thrown one. */
export interface ErrorDto {
  readonly code: string;
  readonly message: string;
  readonly details: readonly string[];
}

export type Reply<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly error: ErrorDto };
