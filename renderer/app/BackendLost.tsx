import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../ui/Button.tsx';
import { clockTime } from './clock.ts';
import { useServices } from './services.ts';

/** Nothing can be saved: says since when, and stands in front of everything until the backend is back. */
export function BackendLost() {
  const { app, round, bridge } = useServices();
  const savedAt = useStore(round, (state) => state.savedAt);
  const failure = useStore(app, ({ backend }) => backend.failure);
  const [isBusy, setBusy] = useState(false);
  const face = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    // Over everything, and nothing behind it can be reached.
    if (face.current?.open === false) face.current.showModal();
    face.current?.querySelector<HTMLElement>('.button-primary')?.focus();
  }, []);
  const restart = async () => {
    setBusy(true);
    await app.getState().restartBackend();
    setBusy(false);
  };
  return (
    <dialog
      ref={face}
      className="backend-lost"
      role="dialog"
      aria-labelledby="backend-lost-title"
      aria-describedby="backend-lost-text"
      onCancel={(event) => event.preventDefault()}
      onKeyDown={(event) => {
        if (event.key === 'Escape') event.preventDefault();
      }}
    >
      <h2 id="backend-lost-title">后台程序停止了，现在什么都保存不了</h2>
      <div id="backend-lost-text">
        <p>
          {savedAt
            ? `最后一次保存在 ${clockTime(savedAt)}，从那以后的改动没有保存，已退回。`
            : '已保存的内容不受影响，没有保存的改动已退回。'}
        </p>
        <p>重新启动后接着做。没写完的说明、理由和数据都留着。</p>
      </div>
      {failure && (
        <p className="backend-lost-failure" role="alert">
          {failure}
        </p>
      )}
      <div className="backend-lost-actions">
        <Button onClick={() => void bridge.openLog()}>打开日志</Button>
        <Button tone="primary" disabled={isBusy} onClick={() => void restart()}>
          {isBusy ? '正在重新启动' : '重新启动'}
        </Button>
      </div>
    </dialog>
  );
}
