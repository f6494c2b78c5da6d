import { useState } from 'react';
import { Button } from 'antd';
import { useStore } from 'zustand';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { Dialog } from '../../app/Dialog.tsx';
import { useServices } from '../../app/services.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { wayToUnsaved } from '../checklist/unsaved-places.ts';
import { ExportFace } from './ExportFace.tsx';
import { suggestedName, type OutputKind } from './outputs.ts';
import { useExport } from './use-export.ts';
import './export.css';

/** What leaves the house: the reviewers' workbook, alone or with the evidence. */
export function ExportDialog() {
  const services = useServices();
  const { app, round, bridge, checklist } = services;
  const institution = useStore(app, (state) => state.workspace?.institution ?? '');
  const current = useStore(round, (state) => state.open?.round);
  const [kind, setKind] = useState<OutputKind>('workbook');
  const work = useExport();
  const { phase } = work;
  const close = () => app.getState().openDialog(undefined);
  const start = () => {
    if (current) void work.start(kind, suggestedName(institution, current, kind));
  };
  const show = (clauseId: ClauseId) => {
    close();
    app.getState().show({ kind: 'round', page: 'checklist' });
    checklist.getState().showClause(clauseId);
  };
  useFocusBack();
  const isRunning = phase.kind === 'running';
  // Trying again does not help as long as something typed is not saved.
  const wayOut = phase.kind === 'failed' ? wayToUnsaved(phase.error.code, services) : undefined;
  return (
    <Dialog
      title="导出"
      width={520}
      onCancel={isRunning ? work.cancel : close}
      mask={{ closable: false }}
      footer={
        isRunning ? (
          <Button onClick={work.cancel}>取消</Button>
        ) : phase.kind === 'done' ? (
          <>
            <Button onClick={() => void bridge.revealOutput(phase.token)}>在文件夹中显示</Button>
            <Button type="primary" autoFocus onClick={close}>
              完成
            </Button>
          </>
        ) : phase.kind === 'faulty' ? (
          <>
            <Button onClick={close}>关闭</Button>
            <Button type="primary" autoFocus onClick={() => void work.skipFaulty(kind, phase.token)}>
              跳过这些并导出
            </Button>
          </>
        ) : (
          <>
            <Button onClick={close}>关闭</Button>
            {wayOut ? (
              <Button type="primary" onClick={wayOut}>
                去看看
              </Button>
            ) : (
              <Button type="primary" onClick={start}>
                {phase.kind === 'failed' ? '重试' : '选择位置并导出…'}
              </Button>
            )}
          </>
        )
      }
    >
      <ExportFace phase={phase} kind={kind} onKind={setKind} onShow={show} />
    </Dialog>
  );
}
