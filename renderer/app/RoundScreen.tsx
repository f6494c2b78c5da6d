import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { ChecklistPage } from '../features/checklist/ChecklistPage.tsx';
import { VerdictStrip } from '../features/checklist/VerdictStrip.tsx';
import { AppHeader } from './AppHeader.tsx';
import type { RoundPage } from './app-store.ts';
import { NavRail } from './NavRail.tsx';
import { useServices } from './services.ts';
import { useRoundKeys } from './use-round-keys.ts';

const loadEvidence = () => import('../features/evidence/EvidencePage.tsx');
const loadTargets = () => import('../features/targets/TargetsPage.tsx');
const loadStandard = () => import('../features/browse-standard/StandardPage.tsx');
const LibraryPage = lazy(() => import('../features/library/LibraryPage.tsx'));
const EvidencePage = lazy(() => loadEvidence().then((m) => ({ default: m.EvidencePage })));
const StandardPage = lazy(loadStandard);
const TargetsPage = lazy(loadTargets);

/** The frame of a round: header, pages on the left, verdict on top. */
export function RoundScreen({ page }: { page: RoundPage }) {
  useRoundKeys();
  const { app } = useServices();
  const reason = useStore(app, (state) => state.workspace?.readOnlyBecause);
  useEffect(() => {
    // Once the checklist stands, fetch the other pages and what the first dialog will need, so that they open at once.
    const fetchRest = () => void Promise.all([loadTargets(), loadEvidence(), loadStandard(), import('./Dialogs.tsx')]);
    const idle = requestIdleCallback(fetchRest, { timeout: 4000 });
    return () => cancelIdleCallback(idle);
  }, []);
  return (
    <div className="shell">
      <AppHeader />
      <NavRail page={page} />
      <VerdictStrip />
      <main className="shell-main">
        {reason && (
          <p className="read-only" role="status">
            {reason}
          </p>
        )}
        {page === 'checklist' && <ChecklistPage />}
        {page === 'targets' && (
          <Suspense>
            <TargetsPage />
          </Suspense>
        )}
        {page === 'evidence' && (
          <Suspense>
            <EvidencePage />
          </Suspense>
        )}
        {page === 'library' && (
          <Suspense>
            <LibraryPage />
          </Suspense>
        )}
        {page === 'standard' && (
          <Suspense>
            <StandardPage />
          </Suspense>
        )}
      </main>
    </div>
  );
}
