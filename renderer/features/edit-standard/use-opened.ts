import { useEffect, useState } from 'react';
import type { Api, Input } from '../../../shared/contract/contract.ts';
import type { OpenedWork, OwnStandard, StandardWork } from '../../../shared/contract/own-standard.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { createEditStore, type EditStore } from './edit-store.ts';
import { packShown } from './pack-shown.ts';

type From = Input<'own.begin'>['from'];

export type Opened =
  | { readonly kind: 'opening' }
  | { readonly kind: 'failed'; readonly error: ErrorDto }
  | {
      readonly kind: 'open';
      readonly store: EditStore;
      readonly work: Pick<OpenedWork, 'id' | 'base' | 'source' | 'isWorthKeeping'>;
    };

/** Begins the work, or goes on with it; read-only, the standard is only shown. What is not kept yet outlives the screen. */
export function useOpened(from: From, isReadOnly: boolean): { readonly opened: Opened; readonly retry: () => void } {
  const { api, beforeClosing } = useServices();
  const [opened, setOpened] = useState<Opened>({ kind: 'opening' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    let leave = () => {};
    const open = async () => {
      setOpened({ kind: 'opening' });
      const begun = isReadOnly ? await showOnly(api, from) : await api['own.begin']({ from });
      const published = isReadOnly ? undefined : await publishedOf(api, begun);
      if (!isWanted) return;
      const store = createEditStore({ api, begun, published, isReadOnly, now: () => Date.now() });
      const flush = async () => void (await store.getState().flush());
      const flushSoon = () => void flush();
      beforeClosing.add(flush);
      window.addEventListener('blur', flushSoon);
      document.addEventListener('visibilitychange', flushSoon);
      leave = () => {
        window.removeEventListener('blur', flushSoon);
        document.removeEventListener('visibilitychange', flushSoon);
        store.getState().leave(() => beforeClosing.delete(flush));
      };
      setOpened({ kind: 'open', store, work: begun });
    };
    open().catch((cause: unknown) => isWanted && setOpened({ kind: 'failed', error: errorDtoOf(cause) }));
    return () => {
      isWanted = false;
      leave();
    };
  }, [api, beforeClosing, from, isReadOnly, attempt]);
  return { opened, retry: () => setAttempt((before) => before + 1) };
}

/** Undefined for one that was never published. */
async function publishedOf(api: Api, { id }: StandardWork): Promise<OwnStandard | undefined> {
  const published = await api['own.get']({ id });
  return published.revisions.length > 0 ? published : undefined;
}

async function showOnly(api: Api, from: From): Promise<OpenedWork> {
  if (from.kind !== 'standard') return api['own.begin']({ from });
  const pack = packShown(await api['standard.read']({ packId: from.packId }));
  return { id: pack.id, pack, base: undefined, source: '', changedAt: '', remarks: [], isWorthKeeping: true };
}
