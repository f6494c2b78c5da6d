import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { StartPage } from '../features/first-run/StartPage.tsx';
import { BackendLost } from './BackendLost.tsx';
import { Overlays } from './Overlays.tsx';
import { RoundScreen } from './RoundScreen.tsx';
import { useServices } from './services.ts';

const LibraryScreen = lazy(() => import('../features/library/LibraryScreen.tsx'));
const ImportStandard = lazy(() => import('../features/import-standard/ImportPage.tsx'));
const EditStandard = lazy(() => import('../features/edit-standard/EditPage.tsx'));
const LinkStandards = lazy(() => import('../features/link-standards/LinkPage.tsx'));
const MoveRound = lazy(() => import('../features/move-round/MovePage.tsx'));
const ChooseStandard = lazy(() => import('../features/choose-standard/ChooseStandardPage.tsx'));

export function App() {
  const { app } = useServices();
  const screen = useStore(app, (state) => state.screen);
  const isLost = useStore(app, ({ backend }) => backend.isLost);
  return (
    <>
      {screen.kind === 'first-run' && <StartPage />}
      {screen.kind === 'choose-standard' && (
        <Suspense>
          <ChooseStandard packId={screen.packId} />
        </Suspense>
      )}
      {screen.kind === 'library' && (
        <Suspense>
          <LibraryScreen />
        </Suspense>
      )}
      {screen.kind === 'import-standard' && (
        <Suspense>
          <ImportStandard packId={screen.packId} />
        </Suspense>
      )}
      {screen.kind === 'edit-standard' && (
        <Suspense>
          <EditStandard from={screen.from} />
        </Suspense>
      )}
      {screen.kind === 'link-standards' && (
        <Suspense>
          <LinkStandards packId={screen.packId} otherPackId={screen.otherPackId} />
        </Suspense>
      )}
      {screen.kind === 'move-round' && (
        <Suspense>
          <MoveRound roundId={screen.roundId} packId={screen.packId} />
        </Suspense>
      )}
      {screen.kind === 'round' && <RoundScreen page={screen.page} />}
      <Overlays />
      {isLost && <BackendLost />}
    </>
  );
}
