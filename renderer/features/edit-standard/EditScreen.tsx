import { useMemo, useState } from 'react';
import { useStore } from 'zustand';
import type { OpenedWork } from '../../../shared/contract/own-standard.ts';
import { useLeave } from '../../app/use-leave.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { InlineError } from '../../ui/InlineError.tsx';
import { isForInputMethod } from '../../ui/key-press.ts';
import { ToolScreen } from '../../ui/ToolScreen.tsx';
import { usePageKeys } from '../../ui/use-page-keys.ts';
import { createCommands } from './commands.ts';
import { Dialog } from './Dialog.tsx';
import { EditActions } from './EditActions.tsx';
import { EditContext, type Editing } from './edit-context.ts';
import type { EditStore } from './edit-store.ts';
import { FaultPanel, type Shown } from './FaultPanel.tsx';
import { countOpen, locateRemarks, nextToMend } from './remarks.ts';
import { SpotForm } from './SpotForm.tsx';
import { TreePane } from './TreePane.tsx';
import { useEnd } from './use-end.ts';

interface EditScreenProps {
  readonly store: EditStore;
  readonly work: Pick<OpenedWork, 'id' | 'base' | 'source' | 'isWorthKeeping'>;
  readonly isReadOnly: boolean;
  readonly onPublished: (revision: number) => void;
}

/** The editor itself: the outline, the form, and what is wrong. */
export function EditScreen({ store, work, isReadOnly, onPublished }: EditScreenProps) {
  const { api, app } = useServices();
  const { back, leave } = useLeave();
  const title = useStore(store, ({ history }) => history.present.title);
  const saving = useStore(store, (state) => state.saving);
  const newest = useStore(store, ({ published }) => published?.revisions[0]?.revision);
  // Somebody who comes from an import that went wrong looks for what went wrong.
  const [shown, setShown] = useState<Shown | undefined>(() =>
    countOpen(store.getState().remarks) > 0 ? 'remarks' : undefined,
  );
  const [isAsking, setAsking] = useState(false);
  const [isUnkept, setUnkept] = useState(false);
  const editing = useMemo(
    (): Editing => ({
      store,
      isReadOnly,
      commands: createCommands(store, (text, details) => app.getState().notify(text, { details })),
    }),
    [store, isReadOnly, app],
  );
  const { isBusy, publish, discard } = useEnd(store, work.id, { onPublished, onDiscarded: leave });
  const show = (group: Shown | undefined) => {
    setShown(group);
    setAsking(false);
  };
  const askOrPublish = () => {
    if (countOpen(store.getState().remarks) === 0) {
      publish();
      return;
    }
    setShown('remarks');
    setAsking(true);
  };
  const goToNext = (by: 1 | -1) => {
    const { history, faults = [], remarks, spot } = store.getState();
    const { present } = history;
    const next = nextToMend(present, { faults, remarks: locateRemarks(present, remarks) }, spot, by);
    if (next === undefined) return;
    setShown((before) => before ?? 'remarks');
    store.getState().show(next);
  };
  const goBack = async () => {
    const { past, future } = store.getState().history;
    const isUntouched = past.length === 0 && future.length === 0;
    // Somebody only looked: an unfinished copy in the library would be a riddle next week.
    if (!work.isWorthKeeping && isUntouched) {
      await api['own.discard']({ id: work.id }).catch((cause: unknown) => app.getState().fail(cause));
      leave();
    } else if (isReadOnly || (await store.getState().flush())) leave();
    else setUnkept(true);
  };
  usePageKeys((event) => {
    if (isForInputMethod(event) || event.altKey) return;
    const key = event.key.toLowerCase();
    const hasControl = event.ctrlKey || event.metaKey;
    if (key === 'f8' && !hasControl) goToNext(event.shiftKey ? -1 : 1);
    else if (!hasControl) return;
    else if (key === 'z' && !event.shiftKey) store.getState().undo();
    else if (key === 'y' || (key === 'z' && event.shiftKey)) store.getState().redo();
    else if (key === 's') void store.getState().flush();
    else if (key === 'f') document.querySelector<HTMLInputElement>('.edit-find input')?.focus();
    else if (key === 'enter' && !isReadOnly) editing.commands.addBeside();
    else return;
    event.preventDefault();
  });
  return (
    <EditContext value={editing}>
      <ToolScreen
        title={title || '没有名称的标准'}
        subtitle={isReadOnly ? '只读' : work.base === undefined ? '还没有发布' : `在修订 ${work.base} 上修改`}
        back={back}
        onBack={() => void goBack()}
        actions={
          !isReadOnly && (
            <EditActions
              work={work}
              isBusy={isBusy}
              shown={shown}
              onShow={(group) => show(group === shown ? undefined : group)}
              onPublish={askOrPublish}
              onDiscard={discard}
            />
          )
        }
      >
        <div className="edit">
          <div className="edit-strips">
            {isReadOnly && <p className="edit-strip">这个工作区只能查看，不能修改标准。</p>}
            {newest !== undefined && work.base !== undefined && newest > work.base && (
              <p className="edit-strip">
                开始修改以后，这个标准已经有了修订 {newest}。这里仍以修订 {work.base} 为底稿，发布后成为最新一版。
              </p>
            )}
            {saving.error && (
              <div className="edit-strip edit-strip-bad">
                <InlineError {...saving.error} />
                <span>修改还没有保存，正在反复重试。请先不要关闭窗口。</span>
                <Button onClick={() => void store.getState().flush()}>再试一次</Button>
              </div>
            )}
            {shown && (
              <FaultPanel
                shown={shown}
                isAsking={isAsking}
                isBusy={isBusy}
                onPublish={publish}
                onAnswered={() => setAsking(false)}
                onClose={() => show(undefined)}
              />
            )}
          </div>
          <TreePane />
          <div
            className="edit-main"
            data-testid="edit-main"
            onKeyDown={(event) => {
              if (event.key !== 'Escape' || isForInputMethod(event.nativeEvent)) return;
              event.preventDefault();
              document.querySelector<HTMLElement>('.edit-tree')?.focus();
            }}
          >
            <SpotForm />
          </div>
        </div>
        {isUnkept && (
          <Dialog
            title="修改还没有保存"
            onClose={() => setUnkept(false)}
            actions={
              <>
                <Button onClick={leave}>离开，在后台继续保存</Button>
                <Button tone="primary" onClick={() => setUnkept(false)}>
                  留在这里
                </Button>
              </>
            }
          >
            <p>{saving.error?.message}</p>
            <p>离开后程序会继续重试；如果关闭窗口时仍未存上，最近的修改会丢失。</p>
          </Dialog>
        )}
      </ToolScreen>
    </EditContext>
  );
}
