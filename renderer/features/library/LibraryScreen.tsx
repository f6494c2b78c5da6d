import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import LibraryPage from './LibraryPage.tsx';

/** The library outside of a round; leaving it leads back to where a standard is chosen, or to the start. */
export default function LibraryScreen() {
  const { app } = useServices();
  const hasWorkspace = useStore(app, (state) => state.workspace !== undefined);
  return (
    <main className="library-screen">
      <LibraryPage onLeave={() => app.getState().show({ kind: hasWorkspace ? 'choose-standard' : 'first-run' })} />
    </main>
  );
}
