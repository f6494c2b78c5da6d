import { createChecklistStore } from '../features/checklist/checklist-store.ts';
import { createNoteStore } from '../features/checklist/note-store.ts';
import { createEvidenceStore } from '../features/evidence/evidence-store.ts';
import { createPreviewStore } from '../features/preview/preview-store.ts';
import { createApi } from './api.ts';
import { createAppStore, type AppStore } from './app-store.ts';
import type { PageBridge } from './bridge.ts';
import { createJobs } from './jobs.ts';
import { createRoundStore } from './round-store.ts';
import type { Services } from './services.ts';
import { createThemeStore } from './theme-store.ts';

/** The one place where stores meet each other. */
export function composeServices(page: Window, bridge: PageBridge): Services {
  const api = createApi(bridge);
  const watchJob = createJobs(bridge);
  const theme = createThemeStore(page);
  const fail = (cause: unknown) => app.getState().fail(cause);
  const round = createRoundStore(api, fail);
  const notes = createNoteStore(round);
  const checklist = createChecklistStore({ api, round, fail, beforeLeaving: () => notes.getState().flush() });
  const preview = createPreviewStore();
  const app: AppStore = createAppStore({
    api,
    // Another round has clauses of the same names: an unsaved note must not end up there.
    beforeLeaving: () => notes.getState().settle(),
    loadRound: async (roundId, atHand) => {
      await round.getState().load(roundId, atHand);
      checklist.getState().arrive();
    },
  });
  const evidence = createEvidenceStore({
    api,
    bridge,
    watchJob,
    round,
    notify: (text, more) => app.getState().notify(text, more),
    fail,
  });
  bridge.onLeaving(() => notes.getState().flush());
  page.addEventListener('blur', () => void notes.getState().flush());
  // A file dropped beside the drop zone must not replace the page.
  for (const name of ['dragover', 'drop']) page.addEventListener(name, (event) => event.preventDefault());
  return { api, bridge, watchJob, theme, app, round, checklist, notes, evidence, preview };
}
