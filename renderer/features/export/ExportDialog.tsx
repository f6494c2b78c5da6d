import { useState } from 'react';
import { Button, Modal, Radio } from 'antd';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { InlineError } from '../../ui/InlineError.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { outputs, suggestedName, type OutputKind } from './outputs.ts';
import { useExport } from './use-export.ts';
import './export.css';

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What leaves the house: the reviewers' workbook, alone or with the evidence. */
export function ExportDialog() {
  const { app, round, bridge } = useServices();
  const institution = useStore(app, (state) => state.workspace?.institution ?? '');
  const current = useStore(round, (state) => state.open?.round);
  const [kind, setKind] = useState<OutputKind>('workbook');
  const work = useExport();
  const { phase } = work;
  const close = () => app.getState().openDialog(undefined);
  const start = () => {
    if (current) void work.start(kind, suggestedName(institution, current, kind));
  };
  const isRunning = phase.kind === 'running';
  return (
    <Modal
      open
      scrollLock={false}
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
            <Button type="primary" onClick={close}>
              完成
            </Button>
          </>
        ) : (
          <>
            <Button onClick={close}>关闭</Button>
            <Button type="primary" onClick={start}>
              {phase.kind === 'failed' ? '重试' : '选择位置并导出…'}
            </Button>
          </>
        )
      }
    >
      {phase.kind === 'done' ? (
        <div className="export-done" role="status">
          <p>
            已导出“{phase.exported.name}”，{phase.exported.files} 个文件，{sizeOf(phase.exported.bytes)}。
          </p>
        </div>
      ) : (
        <>
          {isRunning ? (
            <div className="export-running">
              <p>{outputs.find((output) => output.kind === kind)?.label}</p>
              <ProgressLine {...phase.progress} />
            </div>
          ) : (
            <Radio.Group
              className="export-kinds"
              value={kind}
              onChange={(event) => setKind(outputs.find((output) => output.kind === event.target.value)?.kind ?? kind)}
              options={outputs.map(({ kind: value, label, hint }) => ({
                value,
                label: (
                  <span className="export-kind">
                    {label}
                    <small>{hint}</small>
                  </span>
                ),
              }))}
            />
          )}
          {phase.kind === 'failed' && <InlineError {...phase.error} />}
        </>
      )}
    </Modal>
  );
}
