import { useEffect, useState } from 'react';
import type { RoundComparison } from '../../../shared/contract/edition.ts';
import type { RoundId } from '../../../shared/domain/id.ts';
import type { ErrorDto } from '../../../shared/errors/app-error.ts';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';

export type Comparison =
  | { readonly kind: 'working' }
  | { readonly kind: 'failed'; readonly error: ErrorDto }
  | { readonly kind: 'ready'; readonly found: RoundComparison };

/** What would become of the round. What is half-typed in it is saved first: it comes along, too. */
export function useComparison(roundId: RoundId, packId: string) {
  const { api, notes, figures, checklist } = useServices();
  const [state, setState] = useState<Comparison>({ kind: 'working' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let isWanted = true;
    const show = (next: Comparison) => isWanted && setState(next);
    const ask = async () => {
      show({ kind: 'working' });
      try {
        await notes.getState().settle();
        await figures.getState().leave();
        await checklist.getState().settleResults();
        show({ kind: 'ready', found: await api['edition.compare']({ roundId, packId }) });
      } catch (cause) {
        show({ kind: 'failed', error: errorDtoOf(cause) });
      }
    };
    void ask();
    return () => {
      isWanted = false;
    };
  }, [api, notes, figures, checklist, roundId, packId, attempt]);
  return { state, reload: () => setAttempt((count) => count + 1) };
}
