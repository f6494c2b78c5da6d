import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useLeave } from '../../app/use-leave.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { ToolScreen } from '../../ui/ToolScreen.tsx';
import { CheckActions } from './CheckActions.tsx';
import { CheckStep } from './CheckStep.tsx';
import { ConfirmStep } from './ConfirmStep.tsx';
import { hasCorrections } from './corrections.ts';
import { DoneFace } from './DoneFace.tsx';
import { firstTable } from './draft-regions.ts';
import { DropFace } from './DropFace.tsx';
import type { FileGrant } from '../../../shared/contract/bridge.ts';
import type { Imported } from './imported.ts';
import { ImportContext } from './import-context.ts';
import { createImportStore } from './import-store.ts';
import { ReadingFace } from './ReadingFace.tsx';
import { RefusedFace } from './RefusedFace.tsx';
import { indexSource } from './source-index.ts';
import { countTree, countWords } from './tree-rows.ts';
import { useDrop } from './use-drop.ts';
import { createViewStore } from './view-store.ts';
import './import.css';

const LeaveDialog = lazy(() => import('./LeaveDialog.tsx'));

/** 导入标准: from a file to the institution's own standard, or to the official wording of one that is there. */
export default function ImportPage({ packId }: { packId?: string | undefined }) {
  const { api, bridge, watchJob, app } = useServices();
  const { back, leave } = useLeave();
  const fail = (cause: unknown) => app.getState().fail(cause);
  const [{ work, view }] = useState(() => ({
    work: createImportStore({ api, watchJob, fail }),
    view: createViewStore(),
  }));
  const phase = useStore(work, (state) => state.phase);
  const history = useStore(work, (state) => state.history);
  const [step, setStep] = useState<'check' | 'confirm'>('check');
  const [imported, setImported] = useState<Imported>();
  /** What is waited for while the user is asked about the corrections. */
  const [asked, setAsked] = useState<() => void>();
  useEffect(() => () => work.getState().close(), [work]);
  const draft = phase.kind === 'read' ? phase.draft : undefined;
  const content = useMemo(() => draft && { work, view, draft, index: indexSource(draft) }, [work, view, draft]);

  const unlessCorrected = (go: () => void) => {
    if (draft && hasCorrections(history)) setAsked(() => go);
    else go();
  };
  const begin = (file: FileGrant) => {
    setStep('check');
    setImported(undefined);
    view.getState().reset();
    void work.getState().open(file, (read) => view.getState().showTable(firstTable(read)));
  };
  const pick = () =>
    unlessCorrected(() => {
      bridge.pickStandard().then((file) => file && begin(file), fail);
    });
  const take = async (files: readonly File[]) => {
    const [first] = files;
    if (!first) return;
    if (files.length > 1) {
      app.getState().notify(`一次导入一个文件，这次拖来了 ${files.length} 个。请先拖一个，导入后再拖下一个。`);
      return;
    }
    const [grant] = await bridge.grantFiles([first]);
    if (grant) begin(grant);
    else work.getState().refuse(first.name, '它在磁盘上没有位置。请先把它存到文件夹里，再拖到这里。');
  };
  const drop = useDrop((files) => unlessCorrected(() => void take(files).catch(fail)));
  const isConfirming = draft !== undefined && step === 'confirm';
  const goBack = isConfirming ? () => setStep('check') : () => unlessCorrected(leave);
  return (
    <ToolScreen
      title={isConfirming ? '确认导入' : '导入标准'}
      subtitle={
        draft && (
          <span title={draft.fileName}>
            {draft.fileName}
            {isConfirming && draft.pack && ` · ${countWords(countTree(draft.pack))}`}
          </span>
        )
      }
      back={isConfirming ? '回到核对' : back}
      onBack={goBack}
      actions={
        content &&
        !isConfirming && (
          <ImportContext value={content}>
            <Button tone="quiet" onClick={pick}>
              换一个文件…
            </Button>
            <CheckActions onNext={() => setStep('confirm')} />
          </ImportContext>
        )
      }
    >
      <div className="import" {...drop.props}>
        {imported ? (
          <DoneFace imported={imported} onAnother={() => setImported(undefined)} />
        ) : content ? (
          <ImportContext value={content}>
            {isConfirming ? (
              <ConfirmStep
                packId={packId}
                onImported={setImported}
                onBack={() => setStep('check')}
                onLeaveFor={unlessCorrected}
              />
            ) : (
              <CheckStep />
            )}
            {drop.isOver && <div className="import-over">松开，改读这个文件</div>}
          </ImportContext>
        ) : phase.kind === 'reading' ? (
          <ReadingFace reading={phase} onCancel={() => work.getState().cancel()} />
        ) : phase.kind === 'refused' ? (
          <RefusedFace refused={phase} onPick={pick} />
        ) : (
          <DropFace isOver={drop.isOver} onPick={pick} />
        )}
      </div>
      {asked && (
        <Suspense>
          <LeaveDialog
            onStay={() => setAsked(undefined)}
            onLeave={() => {
              setAsked(undefined);
              asked();
            }}
          />
        </Suspense>
      )}
    </ToolScreen>
  );
}
