import type { Corrections } from './detect/detect-standard.ts';
import type { ImportedStandard } from './import-standard.ts';

export interface ImportOrder {
  readonly file: string;
  readonly corrections: Corrections;
}

/** An error's class and code do not survive the way between threads, so they travel as text. */
export type ImportReport =
  | { readonly kind: 'done'; readonly result: ImportedStandard }
  | { readonly kind: 'refused'; readonly code: string; readonly message: string; readonly details: readonly string[] }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
