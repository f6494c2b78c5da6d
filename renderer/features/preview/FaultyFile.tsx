import { Button } from 'antd';
import type { FileFault } from '../../../shared/domain/evidence/evidence.ts';
import { fileFaultWords } from '../../../shared/errors/messages.ts';
import { useReadOnly } from '../../app/use-read-only.ts';
import { useServices } from '../../app/services.ts';
import type { PreviewFile } from './preview-store.ts';

interface FaultyFileProps {
  readonly file: PreviewFile;
  readonly fault: FileFault;
  readonly onRestored: () => void;
}

/** Instead of a file that is gone or not what was registered: what happened, and what can be done about it. */
export function FaultyFile({ file, fault, onRestored }: FaultyFileProps) {
  const { evidence } = useServices();
  const isReadOnly = useReadOnly();
  const restore = async () => {
    if (await evidence.getState().restore(file.id)) onRestored();
  };
  return (
    <div className="empty-state" role="alert">
      <p className="preview-fault">
        “{file.name}”{fileFaultWords[fault]}，所以不显示。
      </p>
      <p>请选择当初添加的那个文件放回来；如果手上是新的版本，请在条款里作为新材料添加，再移除这一份。</p>
      {!isReadOnly && (
        <Button type="primary" onClick={() => void restore()}>
          放回原文件…
        </Button>
      )}
    </div>
  );
}
