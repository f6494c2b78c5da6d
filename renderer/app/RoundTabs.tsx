import { useStore } from 'zustand';
import { Icon } from '../ui/Icon.tsx';
import { tabsOf } from './round-tabs.ts';
import { targetOf } from './round-store.ts';
import { useServices } from './services.ts';
import { useReadOnly } from './use-read-only.ts';
import './round-tabs.css';

/** The rounds of the workspace, one click apart. */
export function RoundTabs() {
  const { app, round, notes } = useServices();
  const rounds = useStore(app, (state) => state.rounds);
  const current = useStore(round, (state) => state.open?.round);
  const target = useStore(round, (state) => targetOf(state)?.label);
  const tabs = tabsOf(rounds, current?.id);
  const isReadOnly = useReadOnly();
  const create = async () => {
    await notes.getState().flush();
    app.getState().show({ kind: 'choose-standard' });
  };
  return (
    <nav className="round-tabs" aria-label="轮次">
      {tabs.map(({ id, title, standardTitle, targetLabel }, index) => {
        const isCurrent = id === current?.id;
        const level = (isCurrent && target) || targetLabel;
        return (
          <button
            key={id}
            type="button"
            className="round-tab"
            aria-current={isCurrent ? 'true' : undefined}
            aria-label={`${title}，${standardTitle}，${level}`}
            title={`${title}\n${standardTitle} · ${level}（Ctrl+${index + 1}）`}
            onClick={() => !isCurrent && void app.getState().switchRound(id)}
            data-testid="round-tab"
          >
            <span className="ellipsis">{title}</span>
            <small className="ellipsis">{standardTitle}</small>
          </button>
        );
      })}
      <button
        type="button"
        className="round-tab-new"
        aria-label="新建轮次"
        title={isReadOnly ? '工作区只读，不能新建轮次' : '新建轮次'}
        disabled={isReadOnly}
        onClick={() => void create()}
      >
        <Icon name="add" />
      </button>
    </nav>
  );
}
