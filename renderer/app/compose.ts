import { createChecklistStore } from '../features/checklist/checklist-store.ts';
import { createFigureStore } from '../features/checklist/figure-store.ts';
import { keepDrafts } from '../features/checklist/kept-drafts.ts';
import { createNoteStore } from '../features/checklist/note-store.ts';
import { showUnsaved, wayToUnsaved } from '../features/checklist/unsaved-places.ts';
import { createEvidenceStore } from '../features/evidence/evidence-store.ts';
import { createPreviewStore } from '../features/preview/preview-store.ts';
import { createTargetsStore, untouched } from '../features/targets/targets-store.ts';
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
  const figures = createFigureStore({ api, round });
  const checklist = createChecklistStore({ api, round, fail, beforeLeaving: () => notes.getState().flush() });
  bridge.onBackendLost(() => app.getState().loseBackend());
  const bringBack = keepDrafts({ storage: page.localStorage, round, results: checklist, figures, notes });
  const preview = createPreviewStore();
  const targets = createTargetsStore();
  const app: AppStore = createAppStore({
    api,
    restart: () => bridge.restartBackend(),
    remedy: (code) => {
      const run = wayToUnsaved(code, { app, checklist, notes, figures });
      return run && { label: '去看看', run };
    },
    readAgain: async () => {
      await round.getState().loadAgain();
      await Promise.all([notes.getState().flush(), figures.getState().flush()]);
    },
    beforeLeaving: async () => {
      // Another round has clauses of the same names: an unsaved note, figure or score must not end up there.
      await notes.getState().settle();
      await figures.getState().leave();
      await checklist.getState().settleResults();
      const [roundId, clauseId] = [round.getState().open?.round.id, checklist.getState().selected];
      // Losing the place is not worth a notice.
      if (roundId && clauseId) await api['round.visit']({ roundId, clauseId }).catch(() => undefined);
    },
    loadRound: async (roundId, atHand) => {
      await round.getState().load(roundId, atHand);
      const kept = bringBack();
      if (kept.length > 0) {
        const named = `${kept.slice(0, 3).join('、')}${kept.length > 3 ? ` 等 ${kept.length} 条` : ''}`;
        const action = { label: '去看看', run: () => showUnsaved({ app, checklist, notes, figures }) };
        app.getState().notify(`上次没有保存的填写还在，请到条款 ${named} 补完或放弃。`, { action });
      }
      checklist.getState().arrive();
    },
  });
  // Undo can take a round back to another edition: its clauses are others, and the list of rounds names its standard.
  round.subscribe(({ open }, { open: before }) => {
    if (!open || open.round.id !== before?.round.id || open.standard.id === before.standard.id) return;
    checklist.getState().arrive();
    targets.getState().change(open.round.id, untouched);
    api['round.list']({}).then((rounds) => app.setState({ rounds }), fail);
  });
  const evidence = createEvidenceStore({
    api,
    bridge,
    watchJob,
    round,
    notify: (text, more) => app.getState().notify(text, more),
    retract: (text) => {
      for (const notice of app.getState().notices) if (notice.text === text) app.getState().dismiss(notice.id);
    },
    fail,
  });
  const beforeClosing = new Set([
    () => notes.getState().flush(),
    () => figures.getState().flush(),
    () => checklist.getState().flushResults(),
  ]);
  bridge.onLeaving(async () => {
    await Promise.all([...beforeClosing].map((work) => work()));
  });
  page.addEventListener('blur', () => void notes.getState().flush());
  // A file dropped beside the drop zone must not replace the page.
  for (const name of ['dragover', 'drop']) page.addEventListener(name, (event) => event.preventDefault());
  return {
    api,
    bridge,
    watchJob,
    theme,
    app,
    round,
    checklist,
    notes,
    figures,
    evidence,
    preview,
    targets,
    beforeClosing,
  };
}
