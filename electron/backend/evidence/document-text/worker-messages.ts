import type { DocumentText } from '../../../../shared/contract/evidence.ts';

export interface DocumentOrder {
  readonly path: string;
}

export type DocumentReport =
  | { readonly kind: 'done'; readonly text: DocumentText }
  | { readonly kind: 'refused'; readonly why: string }
  | { readonly kind: 'failed'; readonly message: string; readonly stack: string };
