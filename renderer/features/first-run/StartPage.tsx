import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import { ProgressLine } from '../../ui/ProgressLine.tsx';
import { RecentList } from './RecentList.tsx';
import { StartChoice } from './StartChoice.tsx';
import { useOpenWorkspace } from './use-open-workspace.ts';
import { useSample } from './use-sample.ts';
import './first-run.css';

const NewWorkspaceDialog = lazy(() => import('./NewWorkspaceDialog.tsx'));

/** No workspace is open: the ways in, and those that were open before. */
export function StartPage() {
  const { app } = useServices();
  const recent = useStore(app, (state) => state.recent);
  const [isCreating, setCreating] = useState(false);
  const openWorkspace = useOpenWorkspace();
  const sample = useSample();
  const isBusy = sample.progress !== undefined;
  return (
    <main className="start">
      <div className={`start-body${recent.length > 0 ? ' start-body-wide' : ''}`}>
        <header>
          <h1>达标</h1>
          <p className="start-what">医院评审自评：逐条评分、挂接佐证，随时知道差在哪里。</p>
          <p className="start-what">数据只存在这台电脑上。</p>
        </header>
        <div>
          <ul className="start-choices">
            <StartChoice
              icon="add"
              title="新建工作区"
              purpose="给本单位建一个文件夹，选定标准后开始自评"
              isPrimary
              disabled={isBusy}
              onChoose={() => setCreating(true)}
            />
            <StartChoice
              icon="folder"
              title="打开工作区"
              purpose="选一个已有的工作区文件夹，接着上次评"
              disabled={isBusy}
              onChoose={() => void openWorkspace()}
            />
            <StartChoice
              icon="standard"
              title="打开示例（示例卫生院）"
              purpose="一份快评完的自评，可以随意改着看"
              disabled={isBusy}
              onChoose={() => void sample.open()}
            />
            <StartChoice
              icon="library"
              title="浏览标准库"
              purpose="查阅、检索和打印全部内置标准"
              disabled={isBusy}
              onChoose={() => app.getState().show({ kind: 'library' })}
            />
          </ul>
          {sample.progress && (
            <ProgressLine {...sample.progress}>
              <Button tone="link" onClick={sample.cancel}>
                取消
              </Button>
            </ProgressLine>
          )}
        </div>
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
