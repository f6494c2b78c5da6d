import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { ChecklistPage } from '../features/checklist/ChecklistPage.tsx';
import { VerdictStrip } from '../features/checklist/VerdictStrip.tsx';
import { AppHeader } from './AppHeader.tsx';
import type { RoundPage } from './app-store.ts';
import { NavRail } from './NavRail.tsx';
import { useServices } from './services.ts';

const loadEvidence = () => import('../features/evidence/EvidencePage.tsx');
const loadStandard = () => import('../features/browse-standard/StandardPage.tsx');
const EvidencePage = lazy(() => loadEvidence().then((m) => ({ default: m.EvidencePage })));
const StandardPage = lazy(loadStandard);

/** The frame of a round: header, pages on the left, verdict on top. */
export function RoundScreen({ page }: { page: RoundPage }) {
  const { app } = useServices();
  const reason = useStore(app, (state) => state.workspace?.readOnlyBecause);
  useEffect(() => {
    // Once the checklist stands, fetch the other pages and what the first dialog will need, so that they open at once.
    const fetchRest = () => void Promise.all([loadEvidence(), loadStandard(), import('./Dialogs.tsx')]);
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
        {page === 'evidence' && (
          <Suspense>
            <EvidencePage />
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
