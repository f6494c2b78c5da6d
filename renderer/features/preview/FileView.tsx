import { lazy, Suspense, useEffect, useEffectEvent, useState } from 'react';
import { useStore } from 'zustand';
import { errorDtoOf } from '../../app/call-error.ts';
import { useServices } from '../../app/services.ts';
import { FaultyFile } from './FaultyFile.tsx';
import { ImageView } from './ImageView.tsx';
import { DocumentView } from './DocumentView.tsx';
import type { PreviewFile } from './preview-store.ts';
import { TextView } from './TextView.tsx';
import { Unshown } from './Unshown.tsx';

const PdfView = lazy(() => import('./PdfView.tsx'));

const notShown = '这个文件没能在这里显示：内容可能不完整，或者不是扩展名所说的格式。';

/** One file, once it is known to be what was registered. */
export function FileView({ file }: { file: PreviewFile }) {
  const { evidence } = useServices();
  const fault = useStore(evidence, (state) => state.faults.get(file.id));
  const [checks, setChecks] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const [failure, setFailure] = useState<string>();
  const check = useEffectEvent((isCurrent: () => boolean) =>
    evidence
      .getState()
      .check(file.id)
      .then(
        () => isCurrent() && setChecked(true),
        (cause: unknown) => isCurrent() && setFailure(errorDtoOf(cause).message),
      ),
  );
  useEffect(() => {
    let isHere = true;
    void check(() => isHere);
    return () => {
      isHere = false;
    };
  }, [checks]);
  const fail = (why = notShown) => {
    setFailure(why);
    setChecks(checks + 1); // it may have been changed a moment ago
  };
  const restored = () => setFailure(undefined);
  if (fault) return <FaultyFile file={file} fault={fault} onRestored={restored} />;
  if (failure !== undefined) return <Unshown text={failure} />;
  return isChecked ? <SoundFile file={file} onFail={fail} /> : <p className="preview-wait">正在打开…</p>;
}

interface SoundFileProps {
  readonly file: PreviewFile;
  readonly onFail: (why?: string) => void;
}

function SoundFile({ file, onFail }: SoundFileProps) {
  switch (file.preview) {
    case 'image':
      return <ImageView fileId={file.id} title={file.evidence.title} onFail={onFail} />;
    case 'pdf':
      return (
        <Suspense fallback={<p className="preview-wait">正在打开…</p>}>
          <PdfView fileId={file.id} title={file.evidence.title} onFail={onFail} />
        </Suspense>
      );
    case 'text':
      return <TextView fileId={file.id} onFail={onFail} />;
    case 'office':
      return <DocumentView fileId={file.id} onFail={onFail} />;
    case 'none':
      return <Unshown text="不能在这里预览这种文件。" />;
  }
}
