import { lazy, Suspense, useState } from 'react';
import type { PreviewFile } from './preview-store.ts';
import { fileUrl } from './file-content.ts';
import { TextView } from './TextView.tsx';

const PdfView = lazy(() => import('./PdfView.tsx'));

export function FileView({ file }: { file: PreviewFile }) {
  const [hasFailed, setFailed] = useState(false);
  const fail = () => setFailed(true);
  if (hasFailed) return <Unshown text="这个文件没能显示出来，文件本身没有改动。" />;
  switch (file.preview) {
    case 'image':
      return <img className="preview-image" src={fileUrl(file.id)} alt={file.evidence.title} onError={fail} />;
    case 'pdf':
      return (
        <Suspense fallback={<p className="preview-wait">正在打开…</p>}>
          <PdfView fileId={file.id} title={file.evidence.title} onFail={fail} />
        </Suspense>
      );
    case 'text':
      return <TextView fileId={file.id} onFail={fail} />;
    case 'none':
      return <Unshown text="不能在这里预览这种文件。" />;
  }
}

const Unshown = ({ text }: { text: string }) => (
  <div className="empty-state" role="status">
    <p>{text}</p>
    <p>可以用右上角的“用系统程序打开”。</p>
  </div>
);
