import { useStore } from 'zustand';
import { HistoryButtons } from '../ui/HistoryButtons.tsx';
import { useServices } from './services.ts';
import { useReadOnly } from './use-read-only.ts';

/** Undo and redo in the round; the clause that they change is shown. */
export function RoundHistory() {
  const { round, checklist } = useServices();
  const history = useStore(round, (state) => state.history);
  const isReadOnly = useReadOnly();
  const run = async (which: 'undo' | 'redo') => {
    const [changed] = await round.getState()[which]();
    if (changed) checklist.getState().showClause(changed);
  };
  return (
    <HistoryButtons
      undoes={isReadOnly ? undefined : history.undo}
      redoes={isReadOnly ? undefined : history.redo}
      onUndo={() => void run('undo')}
      onRedo={() => void run('redo')}
    />
  );
}
