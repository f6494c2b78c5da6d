import { Radio } from 'antd';
import type { ClauseId } from '../../../shared/domain/id.ts';
import { InlineError } from '../../ui/InlineError.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { FaultyFiles } from './FaultyFiles.tsx';
import { outputs, type OutputKind } from './outputs.ts';
import type { ExportPhase } from './use-export.ts';

const sizeOf = (bytes: number) =>
  bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;

interface ExportFaceProps {
  readonly phase: ExportPhase;
  readonly kind: OutputKind;
  readonly onKind: (kind: OutputKind) => void;
  readonly onShow: (clauseId: ClauseId) => void;
}

/** What the export dialog says: the choice, how far it is, what came of it. */
export function ExportFace({ phase, kind, onKind, onShow }: ExportFaceProps) {
  switch (phase.kind) {
    case 'done':
      return <DoneFace {...phase} />;
    case 'faulty':
      return <FaultyFiles files={phase.files} onShow={onShow} />;
    case 'running':
      return (
        <div className="export-running">
          <p>{outputs.find((output) => output.kind === kind)?.label}</p>
          <ProgressLine {...phase.progress} />
        </div>
      );
    case 'choose':
    case 'failed':
      return (
        <>
          <OutputChoice kind={kind} onKind={onKind} />
          {phase.kind === 'failed' && <InlineError {...phase.error} />}
          {phase.kind === 'choose' && phase.isCancelled && <p role="status">已取消，没有写入任何文件。</p>}
        </>
      );
  }
}

const DoneFace = ({ exported, skipped }: Extract<ExportPhase, { kind: 'done' }>) => (
  <div className="export-done" role="status">
    <p>
      已导出“{exported.name}”，{exported.files} 个文件，{sizeOf(exported.bytes)}。
    </p>
    {skipped > 0 && <p>跳过了 {skipped} 个缺失或被改动过的佐证文件，工作簿和清单里已注明“文件缺失”。</p>}
  </div>
);

const OutputChoice = ({ kind, onKind }: Pick<ExportFaceProps, 'kind' | 'onKind'>) => (
  <Radio.Group
    className="export-kinds"
    value={kind}
    onChange={(event) => onKind(outputs.find((output) => output.kind === event.target.value)?.kind ?? kind)}
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
);
