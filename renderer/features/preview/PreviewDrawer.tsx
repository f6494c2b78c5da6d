import { useEffect } from 'react';
import { Button, Drawer } from 'antd';
import { useStore } from 'zustand';
import { Themed } from '../../app/Themed.tsx';
import { useServices } from '../../app/services.ts';
import { useFocusBack } from '../../ui/use-focus-back.ts';
import { FileView } from './FileView.tsx';
import './preview.css';

/** Evidence beside the checklist, without leaving it. */
export default function PreviewDrawer() {
  const { preview, evidence } = useServices();
  const files = useStore(preview, (state) => state.files);
  const index = useStore(preview, (state) => state.index) ?? 0;
  const file = files[index];
  const close = () => preview.getState().close();
  const step = (by: 1 | -1) => preview.getState().step(by);
  useFocusBack(() => {
    const { id } = file?.evidence ?? {};
    return document.querySelector<HTMLElement>(`[data-preview="${id}"]`);
  });
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const store = preview.getState();
      if (event.key === 'Escape') store.close();
      else if (event.key === 'ArrowLeft') store.step(-1);
      else if (event.key === 'ArrowRight') store.step(1);
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [preview]);
  if (!file) return null;
  return (
    <Themed>
      <div className="preview-mask" onClick={close} />
      {/* Its own mask would write an inline style sheet that the page's policy refuses. */}
      <Drawer
        open
        rootClassName="preview"
        mask={false}
        size="min(860px, 70vw)"
        onClose={close}
        title={
          <span className="preview-title">
            <small>{file.evidence.number}</small>
            <span className="ellipsis" title={file.evidence.title}>
              {file.evidence.title}
            </span>
          </span>
        }
        extra={<Button onClick={() => void evidence.getState().openWithSystem(file.id)}>用系统程序打开</Button>}
        footer={
          <div className="preview-steps">
            <span className="ellipsis" title={file.name}>
              {file.name}
            </span>
            <Button disabled={index === 0} onClick={() => step(-1)} aria-label="上一个文件">
              ←
            </Button>
            <span>
              {index + 1} / {files.length}
            </span>
            <Button disabled={index === files.length - 1} onClick={() => step(1)} aria-label="下一个文件">
              →
            </Button>
          </div>
        }
      >
        <div className="preview-body" role="region" aria-label="文件内容" tabIndex={0}>
          <FileView key={file.id} file={file} />
        </div>
      </Drawer>
    </Themed>
  );
}
