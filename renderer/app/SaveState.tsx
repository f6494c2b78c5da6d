import { useStore } from 'zustand';
import { showUnsaved, unsavedPlaces } from '../features/checklist/unsaved-places.ts';
import { SaveLine } from '../ui/SaveLine.tsx';
import { clockTime } from './clock.ts';
import { useServices } from './services.ts';

/** How far the round is saved; what is not is one click away. */
export function SaveState() {
  const services = useServices();
  const { app, round, notes, figures, checklist } = services;
  const savedAt = useStore(round, (state) => state.savedAt);
  const isSending = useStore(round, (state) => state.pending > 0);
  const failed = useStore(notes, (state) => state.failed);
  const isNoteOnItsWay = useStore(notes, (state) => state.drafts.size > state.failed.size);
  const drafts = useStore(figures, (state) => state.drafts);
  const scoreDrafts = useStore(checklist, (state) => state.scoreDrafts);
  const reasonDrafts = useStore(checklist, (state) => state.reasonDrafts);
  const isLost = useStore(app, ({ backend }) => backend.isLost);
  const unsaved = unsavedPlaces({ failed, drafts, scoreDrafts, reasonDrafts }, isSending).length;
  if (unsaved > 0 && !isLost) {
    return (
      <button
        type="button"
        className="saved save-line save-line-failed saved-not"
        title="去没有保存的地方"
        onClick={() => showUnsaved(services)}
        data-testid="save-state"
      >
        {unsaved} 处未保存
      </button>
    );
  }
  return (
    <SaveLine
      className="saved"
      testId="save-state"
      failed={isLost ? '没有保存' : undefined}
      isPending={isSending || isNoteOnItsWay}
      savedAt={savedAt ? clockTime(savedAt) : undefined}
    />
  );
}
