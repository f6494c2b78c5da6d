import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { RecentList } from './RecentList.tsx';
import { useOpenWorkspace } from './use-open-workspace.ts';
import { useSample } from './use-sample.ts';
import './first-run.css';

const NewWorkspaceDialog = lazy(() => import('./NewWorkspaceDialog.tsx'));

/** No workspace is open: three ways in, and those that were open before. */
export function StartPage() {
  const { app } = useServices();
  const recent = useStore(app, (state) => state.recent);
  const [isCreating, setCreating] = useState(false);
  const openWorkspace = useOpenWorkspace();
  const sample = useSample();
  const isBusy = sample.progress !== undefined;
  return (
    <main className="start">
      <div className="start-body">
        <h1>达标</h1>
        <p className="start-what">医院评审自评：逐条评分、挂接佐证，随时知道差在哪里。数据只存在这台电脑上。</p>
        <div className="start-actions">
          <Button tone="primary" disabled={isBusy} onClick={() => setCreating(true)}>
            新建工作区
          </Button>
          <Button disabled={isBusy} onClick={() => void openWorkspace()}>
            打开工作区
          </Button>
          <Button disabled={isBusy} onClick={() => void sample.open()}>
            打开示例（示例卫生院）
          </Button>
        </div>
        {sample.progress && (
          <ProgressLine {...sample.progress}>
            <Button tone="link" onClick={sample.cancel}>
              取消
            </Button>
          </ProgressLine>
        )}
        <RecentList recent={recent} isBusy={isBusy} />
      </div>
      {isCreating && (
        <Suspense>
          <NewWorkspaceDialog onClose={() => setCreating(false)} />
        </Suspense>
      )}
    </main>
  );
}
