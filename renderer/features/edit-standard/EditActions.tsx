import { useState } from 'react';
import type { StandardWork } from '../../../shared/contract/own-standard.ts';
import { Button } from '../../ui/Button.tsx';
import { HistoryButtons } from '../../ui/HistoryButtons.tsx';
import { SaveLine } from '../../ui/SaveLine.tsx';
import { Dialog } from './Dialog.tsx';
import { useEdit, useEditing } from './edit-context.ts';
import type { Shown } from './FaultPanel.tsx';
import { countOpen } from './remarks.ts';

interface EditActionsProps {
  readonly work: Pick<StandardWork, 'base'>;
  readonly isBusy: boolean;
  readonly shown: Shown | undefined;
  readonly onShow: (group: Shown) => void;
  readonly onPublish: () => void;
  readonly onDiscard: () => void;
}

/** What can be done with the work as a whole. */
export function EditActions({ work, isBusy, shown, onShow, onPublish, onDiscard }: EditActionsProps) {
  const faults = useEdit((state) => state.faults);
  const remarks = useEdit((state) => state.remarks);
  const newest = useEdit(({ published }) => published?.revisions[0]?.revision) ?? 0;
  const [isDiscarding, setDiscarding] = useState(false);
  const count = faults?.length ?? 0;
  const open = countOpen(remarks);
  return (
    <>
      <History />
      <KeptState />
      {count > 0 && (
        <Button className="edit-fault-count" aria-pressed={shown === 'faults'} onClick={() => onShow('faults')}>
          {count} 处要改正
        </Button>
      )}
      {remarks.length > 0 && (
        <Button
          className={open > 0 ? 'edit-open-remarks' : ''}
          aria-pressed={shown === 'remarks'}
          onClick={() => onShow('remarks')}
        >
          导入错误 {open > 0 ? `还有 ${open} 处` : '已处理完'}
        </Button>
      )}
      <Button disabled={isBusy} onClick={() => setDiscarding(true)}>
        放弃修改…
      </Button>
      <Button
        tone="primary"
        disabled={isBusy || faults === undefined || count > 0}
        title={count > 0 ? `改正 ${count} 处后才能发布` : '发布以后，新建的轮次用这一版；已有的轮次不变'}
        onClick={onPublish}
      >
        发布为修订 {newest + 1}
      </Button>
      {isDiscarding && (
        <Dialog
          title="放弃修改"
          onClose={() => setDiscarding(false)}
          actions={
            <>
              <Button onClick={() => setDiscarding(false)}>继续修改</Button>
              <Button tone="primary" disabled={isBusy} onClick={onDiscard}>
                放弃
              </Button>
            </>
          }
        >
          <p>
            {newest === 0
              ? '这个标准还没有发布过，放弃后整个标准都没有了，不能撤销。'
              : `从修订 ${work.base ?? newest} 以来的修改都会丢掉，不能撤销。已发布的修订不受影响。`}
          </p>
        </Dialog>
      )}
    </>
  );
}

const named = (word: string, step: { readonly label: string } | undefined): string | undefined =>
  step && `${word} ${step.label}`;

function History() {
  const { store } = useEditing();
  const undoes = useEdit(({ history }) => named('撤销', history.past.at(-1)));
  const redoes = useEdit(({ history }) => named('重做', history.future[0]));
  return (
    <HistoryButtons
      undoes={undoes}
      redoes={redoes}
      onUndo={() => store.getState().undo()}
      onRedo={() => store.getState().redo()}
    />
  );
}

const clock = new Intl.DateTimeFormat('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false });

function KeptState() {
  const { isPending, savedAt, error } = useEdit((state) => state.saving);
  return (
    <SaveLine
      className="edit-saved"
      testId="edit-saved"
      failed={error && '没有保存'}
      isPending={isPending}
      savedAt={savedAt ? clock.format(new Date(savedAt)) : undefined}
    />
  );
}
