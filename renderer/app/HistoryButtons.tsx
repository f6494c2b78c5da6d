import { useStore } from 'zustand';
import { Icon } from '../ui/Icon.tsx';
import { useServices } from './services.ts';

/** Undo and redo for the mouse; they name what they would do. */
export function HistoryButtons() {
  const { round, checklist } = useServices();
  const history = useStore(round, (state) => state.history);
  const run = async (which: 'undo' | 'redo') => {
    const store = round.getState();
    const [changed] = await (which === 'undo' ? store.undo() : store.redo());
    if (changed) checklist.getState().showClause(changed);
  };
  const button = (which: 'undo' | 'redo', word: string, key: string) => (
    <button
      type="button"
      className="button button-quiet"
      disabled={history[which] === undefined}
      aria-label={word}
      title={`${history[which] ?? `没有可以${word}的操作`}（${key}）`}
      onClick={() => void run(which)}
    >
      <Icon name={which} />
    </button>
  );
  return (
    <div className="history">
      {button('undo', '撤销', 'Ctrl+Z')}
      {button('redo', '重做', 'Ctrl+Y')}
    </div>
  );
}
