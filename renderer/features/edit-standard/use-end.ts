import { useState } from 'react';
import { useServices } from '../../app/services.ts';
import type { EditStore } from './edit-store.ts';

interface Ends {
  readonly onPublished: (revision: number) => void;
  readonly onDiscarded: () => void;
}

/** The two ways in which work ends. Nothing more of it is kept then. */
export function useEnd(store: EditStore, id: string, { onPublished, onDiscarded }: Ends) {
  const { api, app } = useServices();
  const [isBusy, setBusy] = useState(false);
  const run = async (what: () => Promise<void>) => {
    setBusy(true);
    try {
      await what();
    } catch (cause) {
      app.getState().fail(cause);
      setBusy(false);
    }
  };
  const publish = async () => {
    if (!(await store.getState().flush())) {
      setBusy(false);
      return;
    }
    const { revision } = await api['own.publish']({ id });
    store.getState().stop();
    onPublished(revision);
  };
  const discard = async () => {
    // What is under way must not come back after the work is gone.
    await store.getState().flush();
    await api['own.discard']({ id });
    store.getState().stop();
    onDiscarded();
  };
  return { isBusy, publish: () => void run(publish), discard: () => void run(discard) };
}
