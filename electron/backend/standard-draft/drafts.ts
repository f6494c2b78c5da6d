import type { Handlers } from '../../../shared/contract/contract.ts';
import type { Pack } from '../../../shared/contract/pack-schema.ts';
import type { DraftNeeds } from '../room-needs.ts';

type DraftHandlers = Pick<Handlers, Extract<keyof Handlers, `draft.${string}`>>;

/** A file under import as other rooms use it. */
export interface OpenDraft {
  readonly fileName: string;
  /** What was understood by the last corrections; undefined when no clause was found. */
  readonly pack: Pack | undefined;
}

export function createDrafts(_needs: DraftNeeds) {
  const handlers: DraftHandlers = {
    'draft.open': () => {
      throw new Error('draft.open');
    },
    'draft.correct': () => {
      throw new Error('draft.correct');
    },
    'draft.rows': () => {
      throw new Error('draft.rows');
    },
    'draft.close': () => {
      throw new Error('draft.close');
    },
    'draft.adopt': () => {
      throw new Error('draft.adopt');
    },
  };
  return {
    handlers,
    /** @throws {AppError} draft/closed */
    get: (_draftId: string): OpenDraft => {
      throw new Error('draft');
    },
    close: (): void => undefined,
  };
}
export type Drafts = ReturnType<typeof createDrafts>;
