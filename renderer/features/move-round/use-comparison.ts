import type { RoundId } from '../../../shared/domain/id.ts';
import { useServices } from '../../app/services.ts';
import { useAnswer } from '../../app/use-answer.ts';

/** What would become of the round. What is half-typed in it is saved first: it comes along, too. */
export function useComparison(roundId: RoundId, packId: string) {
  const { api, notes, figures, checklist } = useServices();
  return useAnswer(`${roundId} ${packId}`, async () => {
    await notes.getState().settle();
    await figures.getState().leave();
    await checklist.getState().settleResults();
    return api['edition.compare']({ roundId, packId });
  });
}
