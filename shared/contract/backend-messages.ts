import type { BackendEvent } from './contract.ts';
import type { Reply } from '../errors/app-error.ts';

/** What main sends to the backend process. Each `id` is answered once. */
export type ToBackend =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'grant'; readonly token: string; readonly path: string }
  | { readonly kind: 'locate'; readonly id: number; readonly fileId: string }
  | { readonly kind: 'close' };

export type FromBackend =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: BackendEvent };
