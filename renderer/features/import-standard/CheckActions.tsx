import { useStore } from 'zustand';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { useImport } from './import-context.ts';

/** The corrections back and forth, and on to the import. */
export function CheckActions({ onNext }: { onNext: () => void }) {
  const { work, draft } = useImport();
  const { past, future } = useStore(work, (state) => state.history);
  const isBehind = useStore(work, (state) => state.isBehind);
  return (
    <>
      <span className="history">
        <Button
          tone="quiet"
          aria-label="撤销改正"
          title="撤销改正 Ctrl+Z"
          disabled={past.length === 0}
          onClick={() => work.getState().undo()}
        >
          <Icon name="undo" />
        </Button>
        <Button
          tone="quiet"
          aria-label="重做改正"
          title="重做改正 Ctrl+Y"
          disabled={future.length === 0}
          onClick={() => work.getState().redo()}
        >
          <Icon name="redo" />
        </Button>
      </span>
      <Button
        tone="primary"
        disabled={isBehind || !draft.pack}
        title={draft.pack ? undefined : '还没有找到条款'}
        onClick={onNext}
      >
        下一步：导入…
      </Button>
    </>
  );
}
