import { useEffect, useRef, useState } from 'react';
import type { JobProgress } from '../../../shared/contract/contract.ts';
import type { LinkState, LinkSuggestion } from '../../../shared/contract/clause-link.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf, isCancelled } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { decided } from './link-rows.ts';

export type Links =
  | { readonly kind: 'working'; readonly progress: Pick<JobProgress, 'label' | 'done' | 'total'> | undefined }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly error: ErrorDto }
  | { readonly kind: 'ready'; readonly links: readonly LinkSuggestion[] };

/** Confirms a pair of the user's own; what it is like comes with it. */
export type JoinLink = (code: string, otherCode: string) => Promise<LinkSuggestion | undefined>;

const working: Links = { kind: 'working', progress: undefined };

/** The pairs of two standards with what is decided on them. Decisions are shown at once and saved one after the other. */
export function useLinks(packId: string, otherPackId: string | undefined) {
  const { api, app, watchJob } = useServices();
  const [state, setState] = useState<Links>(working);
  const [attempt, setAttempt] = useState(0);
  const job = useRef<string>(undefined);
  const queue = useRef<Promise<unknown>>(Promise.resolve());
  useEffect(() => {
    if (otherPackId === undefined) return undefined;
    const jobId = crypto.randomUUID();
    job.current = jobId;
    let isWanted = true;
    const show = (next: Links) => isWanted && setState(next);
    const stopWatching = watchJob(jobId, (progress) => show({ kind: 'working', progress }));
    const ask = async () => {
      await queue.current; // what was just decided is part of the answer
      if (!isWanted) return;
      show(working);
      try {
        show({ kind: 'ready', links: await api['link.suggest']({ packId, otherPackId, jobId }) });
      } catch (cause) {
        show(isCancelled(cause) ? { kind: 'cancelled' } : { kind: 'failed', error: errorDtoOf(cause) });
      }
    };
    void ask().finally(stopWatching);
    return () => {
      isWanted = false;
      stopWatching();
      void api['job.cancel']({ jobId }).catch(() => undefined); // nobody waits for the answer any more
    };
  }, [api, watchJob, packId, otherPackId, attempt]);
  const reload = () => setAttempt((count) => count + 1);

  const decide = (pairs: readonly LinkSuggestion[], next: LinkState) => {
    if (otherPackId === undefined || pairs.length === 0) return;
    setState((now) => (now.kind === 'ready' ? { ...now, links: decided(now.links, pairs, next) } : now));
    const save = async () => {
      try {
        await api['link.set']({
          packId,
          otherPackId,
          pairs: pairs.map(({ clause, other }) => ({
            code: clause.code,
            otherCode: other.code,
            state: next === 'suggested' ? null : next,
          })),
        });
      } catch (cause) {
        app.getState().fail(cause);
        reload();
      }
    };
    queue.current = queue.current.then(save);
  };
  const join: JoinLink = async (code, otherCode) => {
    if (otherPackId === undefined) return undefined;
    await queue.current;
    await api['link.set']({ packId, otherPackId, pairs: [{ code, otherCode, state: 'confirmed' }] });
    const links = await api['link.suggest']({ packId, otherPackId, jobId: crypto.randomUUID() });
    setState({ kind: 'ready', links });
    return links.find(({ clause, other }) => clause.code === code && other.code === otherCode);
  };
  return {
    state: otherPackId === undefined ? undefined : state,
    decide,
    join,
    reload,
    cancel: () => {
      if (job.current === undefined) return;
      api['job.cancel']({ jobId: job.current }).catch((cause: unknown) => app.getState().fail(cause));
    },
  };
}
