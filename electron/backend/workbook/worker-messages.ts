import type { ReviewBookInput } from './review-book.ts';

export interface WorkbookOrder {
  readonly input: ReviewBookInput;
  /** The temporary name to write to; giving the final one is the caller's. */
  readonly file: string;
}

export type WorkbookReport =
  | { readonly kind: 'progress'; readonly done: number; readonly total: number; readonly label: string }
  | { readonly kind: 'done'; readonly bytes: number }
  /** An error's class and code do not survive the way between threads, so they travel as text. */
  | { readonly kind: 'failed'; readonly code: string; readonly message: string; readonly stack: string };
