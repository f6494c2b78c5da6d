import type { SourceTableRow } from '../../../shared/contract/standard-draft.ts';
import type { Corrections } from './detect/detect-standard.ts';
import type { RowsWanted } from './source-rows.ts';
import type { Understood } from './understand.ts';

/** What the thread is started with. */
export interface WorkerTask {
  readonly file: string;
}

/** What is asked of the thread, and what it answers. */
export interface Orders {
  readonly detect: { readonly wish: Corrections; readonly result: Understood };
  readonly rows: { readonly wish: RowsWanted; readonly result: readonly SourceTableRow[] };
}
export type OrderKind = keyof Orders;

export type Order = {
  [Kind in OrderKind]: { readonly id: number; readonly kind: Kind; readonly wish: Orders[Kind]['wish'] };
}[OrderKind];

/** An error's class and code do not survive the way between threads, so they travel as text. */
export type Report =
  | { readonly id: number; readonly kind: 'done'; readonly result: Orders[OrderKind]['result'] }
  | {
      readonly id: number;
      readonly kind: 'refused';
      readonly code: string;
      readonly message: string;
      readonly details: readonly string[];
    }
  | { readonly id: number; readonly kind: 'failed'; readonly message: string; readonly stack: string };
