import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';

interface HistoryButtonsProps {
  /** What they would take back or do again, in words; undefined when there is nothing. */
  readonly undoes: string | undefined;
  readonly redoes: string | undefined;
  readonly onUndo: () => void;
  readonly onRedo: () => void;
}

/** Undo and redo for the mouse; they name what they would do. */
export const HistoryButtons = ({ undoes, redoes, onUndo, onRedo }: HistoryButtonsProps) => (
  <span className="history">
    <Button
      tone="quiet"
      disabled={undoes === undefined}
      aria-label="撤销"
      title={`${undoes ?? '没有可以撤销的操作'}（Ctrl+Z）`}
      onClick={onUndo}
    >
      <Icon name="undo" />
    </Button>
    <Button
      tone="quiet"
      disabled={redoes === undefined}
      aria-label="重做"
      title={`${redoes ?? '没有可以重做的操作'}（Ctrl+Y）`}
      onClick={onRedo}
    >
      <Icon name="redo" />
    </Button>
  </span>
);
