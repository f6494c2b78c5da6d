import { useServices } from '../../app/services.ts';
import { useAnswer } from '../../app/use-answer.ts';

/** All standards, and how many links each has with this one. */
export function useOthers(packId: string) {
  const { api } = useServices();
  return useAnswer(packId, async () => {
    const [standards, counts] = await Promise.all([api['standard.list']({}), api['link.counts']({ packId })]);
    return { standards, confirmed: new Map(counts.map((each) => [each.packId, each.confirmed])) };
  });
}
