import { useEffect, useRef } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { isForInputMethod } from '../../ui/key-press.ts';
import { useEdit, useEditing } from './edit-context.ts';
import { PublishQuestion } from './PublishQuestion.tsx';
import { RemarkList } from './RemarkList.tsx';
import { countOpen } from './remarks.ts';
import { useRemarks } from './use-remarks.ts';

/** Which group of the panel is wanted. */
export type Shown = 'faults' | 'remarks';

interface FaultPanelProps {
  readonly shown: Shown;
  /** Publishing was wanted while errors of the import are open. */
  readonly isAsking: boolean;
  readonly isBusy: boolean;
  readonly onPublish: () => void;
  readonly onAnswered: () => void;
  readonly onClose: () => void;
}

const mostShown = 200;

/** What must be put right before the standard can be published, and what went wrong in its import; a click leads there. */
export function FaultPanel({ shown, isAsking, isBusy, onPublish, onAnswered, onClose }: FaultPanelProps) {
  const { store } = useEditing();
  const faults = useEdit((state) => state.faults);
  const remarks = useRemarks();
  const spot = useEdit((state) => state.spot);
  const panel = useRef<HTMLElement>(null);
  const open = countOpen(remarks);
  useEffect(() => {
    panel.current?.querySelector(`[data-group=${shown}]`)?.scrollIntoView({ block: 'start' });
  }, [shown]);
  useEffect(() => {
    panel.current?.querySelector('[aria-current=true]')?.scrollIntoView({ block: 'nearest' });
  }, [spot]);
  const close = () => {
    onClose();
    document.querySelector<HTMLElement>('.edit-tree')?.focus();
  };
  const stay = () => {
    onAnswered();
    panel.current?.querySelector<HTMLElement>('[data-open=true] :is(button, input):enabled')?.focus();
  };
  const goThrough = () => {
    stay();
    const first = remarks.find(({ isSettled, spot: there }) => !isSettled && there !== undefined);
    if (first?.spot !== undefined) store.getState().show(first.spot);
  };
  const showsQuestion = isAsking && open > 0;
  return (
    <section
      ref={panel}
      className="edit-faults"
      aria-label="要改正的问题"
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || isForInputMethod(event.nativeEvent)) return;
        event.preventDefault();
        if (showsQuestion) stay();
        else close();
      }}
    >
      {showsQuestion && (
        <PublishQuestion
          open={open}
          canPublish={!isBusy && faults?.length === 0}
          onPublish={onPublish}
          onGoThrough={goThrough}
        />
      )}
      <div className="edit-fault-body">
        <Button tone="quiet" className="edit-faults-close" aria-label="收起问题" title="收起" onClick={close}>
          <Icon name="close" size={14} />
        </Button>
        <div className="edit-fault-groups">
          {faults && (faults.length > 0 || remarks.length === 0) && (
            <>
              <h2 data-group="faults">
                {faults.length === 0 ? '没有要改正的问题' : `${faults.length} 处改正后才能发布`}
              </h2>
              <ul>
                {faults.slice(0, mostShown).map((fault, at) => (
                  // The same may be said twice.
                  <li key={at} aria-current={fault.spot === spot}>
                    <button type="button" onClick={() => store.getState().show(fault.spot)}>
                      {fault.message}
                    </button>
                  </li>
                ))}
                {faults.length > mostShown && (
                  <li className="edit-remark">还有 {faults.length - mostShown} 处没有列出。</li>
                )}
              </ul>
            </>
          )}
          {remarks.length > 0 && <RemarkList />}
        </div>
      </div>
    </section>
  );
}
