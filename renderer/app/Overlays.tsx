import { lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useServices } from './services.ts';

// With the component library, so none of it is in the first chunk.
const NoticeHost = lazy(() => import('./NoticeHost.tsx'));
const PreviewDrawer = lazy(() => import('../features/preview/PreviewDrawer.tsx'));
const Dialogs = lazy(() => import('./Dialogs.tsx'));

/** Whatever lies over a screen, loaded when it is first wanted. */
export function Overlays() {
  const { app, evidence, preview } = useServices();
  const hasNotices = useStore(app, (state) => state.notices.length > 0);
  const hasDialog = useStore(app, (state) => state.dialog !== undefined);
  const isPreviewing = useStore(preview, (state) => state.index !== undefined);
  const isEditing = useStore(evidence, (state) => state.describing !== undefined || state.reusingFor !== undefined);
  return (
    <>
      {hasNotices && (
        <Suspense>
          <NoticeHost />
        </Suspense>
      )}
      {(hasDialog || isEditing) && (
        <Suspense>
          <Dialogs />
        </Suspense>
      )}
      {isPreviewing && (
        <Suspense>
          <PreviewDrawer />
        </Suspense>
      )}
    </>
  );
}
