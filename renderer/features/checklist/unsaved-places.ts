import type { ClauseId } from '../../../shared/domain/id.ts';
import type { Services } from '../../app/services.ts';
import type { FigureState } from './figure-store.ts';
import type { NoteState } from './note-store.ts';
import type { ResultDrafts } from './result-drafts.ts';

/** Something typed that is not on disk and will not get there by itself. */
export interface UnsavedPlace {
  readonly clauseId: ClauseId;
  readonly what: 'note' | 'figure' | 'score' | 'reason';
}

type Typed = Pick<NoteState, 'failed'> &
  Pick<FigureState, 'drafts'> &
  Pick<ResultDrafts, 'scoreDrafts' | 'reasonDrafts'>;

/** In the order in which leaving a round asks for them. A figure without a fault may be on its way to the disk. */
export function unsavedPlaces(
  { failed, drafts, scoreDrafts, reasonDrafts }: Typed,
  isPending: boolean,
): readonly UnsavedPlace[] {
  const figures = [...drafts.values()].filter(({ fault }) => fault !== undefined || !isPending);
  const scores = [...scoreDrafts.keys()];
  const reasons = [...reasonDrafts.keys()].filter((clauseId) => !scoreDrafts.has(clauseId));
  return [
    ...[...failed].map((clauseId) => ({ clauseId, what: 'note' }) as const),
    ...figures.map(({ clauseId }) => ({ clauseId, what: 'figure' }) as const),
    ...scores.map((clauseId) => ({ clauseId, what: 'score' }) as const),
    ...reasons.map((clauseId) => ({ clauseId, what: 'reason' }) as const),
  ];
}

const refusals: Readonly<Record<string, readonly UnsavedPlace['what'][]>> = {
  'assessment/note-unsaved': ['note'],
  'assessment/figure-unsaved': ['figure'],
  'assessment/result-unsaved': ['score', 'reason'],
};

type Stores = Pick<Services, 'app' | 'checklist' | 'notes' | 'figures'>;

const allPlaces = ({ notes, figures, checklist }: Stores) =>
  unsavedPlaces({ ...checklist.getState(), failed: notes.getState().failed, drafts: figures.getState().drafts }, false);

/** The way to what a refusal was about, when it was about something unsaved. */
export function wayToUnsaved(code: string, stores: Stores): (() => void) | undefined {
  const wanted = refusals[code];
  return wanted && (() => showUnsaved(stores, wanted));
}

/** Shows the clause with something unsaved, the first one of these kinds, and puts the keyboard there where it can. */
export function showUnsaved(stores: Stores, wanted?: readonly UnsavedPlace['what'][]): void {
  const { app, checklist } = stores;
  const place = allPlaces(stores).find(({ what }) => wanted?.includes(what) ?? true);
  if (!place) return;
  app.getState().openDialog(undefined);
  app.getState().show({ kind: 'round', page: 'checklist' });
  checklist.getState().showClause(place.clauseId);
  const reason = checklist.getState().reasonDrafts.get(place.clauseId);
  if (reason) checklist.getState().askReason(place.clauseId, reason);
  else requestAnimationFrame(focusFault);
}

const focusFault = () => document.querySelector<HTMLElement>('[data-testid=clause-pane] [aria-invalid=true]')?.focus();
