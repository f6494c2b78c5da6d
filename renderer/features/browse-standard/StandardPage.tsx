import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { StandardReader } from '../library/StandardReader.tsx';

/** The standard that this round is held against, with everything that is uncertain in it. */
export default function StandardPage() {
  const { round } = useServices();
  const open = useStore(round, (state) => state.open);
  const ownTarget = useStore(round, (state) => state.settings.targetId);
  if (!open) return null;
  return (
    <section className="page standard-page" aria-label="标准">
      <StandardReader key={open.round.id} standard={open.standard} ownTarget={ownTarget} />
    </section>
  );
}
