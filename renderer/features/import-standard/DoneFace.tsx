import { useStore } from 'zustand';
import type { Screen } from '../../app/app-store.ts';
import { useLeave } from '../../app/use-leave.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';
import type { Imported } from './imported.ts';
import { useFocusOnMount } from './use-focus-on-mount.ts';

/** It is in: what can be done with it now. */
export function DoneFace({ imported, onAnother }: { imported: Imported; onAnother: () => void }) {
  const { app, round } = useServices();
  const { leave } = useLeave();
  const hasRound = useStore(round, ({ open }) => open !== undefined);
  const box = useFocusOnMount<HTMLDivElement>();
  const show = (screen: Screen) => () => app.getState().show(screen);
  return (
    <div className="import-face" ref={box}>
      <div className="import-state">
        <h2 role="status">{headline(imported)}</h2>
        {imported.kind === 'own' ? (
          <>
            <p className="import-hint">目标等级是占位的，用它评分前请按官方文件修改。</p>
            <div className="import-next">
              <Button tone="primary" onClick={show({ kind: 'choose-standard', packId: imported.packId })}>
                用它建轮次
              </Button>
              <Button onClick={show({ kind: 'edit-standard', from: { kind: 'standard', packId: imported.packId } })}>
                编辑
              </Button>
              <Button onClick={leave}>打开标准库</Button>
              <Button tone="quiet" onClick={onAnother}>
                再导入一个
              </Button>
            </div>
            {imported.rounds.length > 0 && (
              <div className="import-moves">
                <h3>正在用上一版的轮次</h3>
                <ul>
                  {imported.rounds.map(({ id, title, targetLabel }) => (
                    <li key={id}>
                      <span className="ellipsis" title={title}>
                        {title} <small>{targetLabel}</small>
                      </span>
                      <Button onClick={show({ kind: 'move-round', roundId: id, packId: imported.packId })}>
                        转到新版…
                      </Button>
                    </li>
                  ))}
                </ul>
                <p className="import-hint">转之前先看哪些判定和佐证带得过来，确认后才改；转了也可以撤销。</p>
              </div>
            )}
          </>
        ) : (
          <>
            <p className="import-hint">在标准库和评分页里，条款旁可以看到原文。</p>
            <div className="import-next">
              {hasRound && (
                <Button tone="primary" onClick={show({ kind: 'round', page: 'checklist' })}>
                  回到评分
                </Button>
              )}
              <Button tone={hasRound ? 'plain' : 'primary'} onClick={leave}>
                打开标准库
              </Button>
              <Button tone="quiet" onClick={onAnother}>
                再导入一个
              </Button>
            </div>
          </>
        )}
      </div>
    </div>
  );
}

const headline = (imported: Imported): string =>
  imported.kind === 'official'
    ? `“${imported.title}”的 ${imported.laid.clauses} 条已有官方原文`
    : imported.revision > 1
      ? `已导入“${imported.title}”，第 ${imported.revision} 修订`
      : `已导入本院标准“${imported.title}”`;
