import { useStore } from 'zustand';
import { AnchoredMenu } from '../ui/AnchoredMenu.tsx';
import { useOpenWorkspace } from '../features/first-run/use-open-workspace.ts';
import { targetOf } from './round-store.ts';
import { inTabOrder } from './round-tabs.ts';
import { useReadOnly } from './use-read-only.ts';
import { useServices } from './services.ts';
import { Themed } from './Themed.tsx';
import type { Appearance } from './theme-store.ts';

const appearances: readonly { readonly key: Appearance; readonly label: string }[] = [
  { key: 'system', label: '跟随系统' },
  { key: 'light', label: '浅色' },
  { key: 'dark', label: '深色' },
];

/** Rounds of this workspace, a new one, another workspace. */
export default function RoundMenu({ onClose }: { onClose: () => void }) {
  const { app, round, theme, bridge, notes } = useServices();
  const rounds = useStore(app, (state) => state.rounds);
  const current = useStore(round, (state) => state.open?.round.id);
  const target = useStore(round, (state) => targetOf(state)?.label);
  const appearance = useStore(theme, (state) => state.appearance);
  const isReadOnly = useReadOnly();
  const openWorkspace = useOpenWorkspace();
  const choose = (key: string) => {
    const store = app.getState();
    const [kind, rest = ''] = key.split('|');
    const [chosen] = rounds.filter(({ id }) => id === rest);
    const [wanted] = appearances.filter((each) => each.key === rest);
    if (kind === 'round' && chosen) void store.switchRound(chosen.id);
    else if (kind === 'theme' && wanted) theme.getState().choose(wanted.key);
    else if (kind === 'new')
      void notes
        .getState()
        .flush()
        .then(() => store.show({ kind: 'choose-standard' }));
    else if (kind === 'rename') store.openDialog('rename');
    else if (kind === 'move' && current)
      void notes
        .getState()
        .flush()
        .then(() => store.show({ kind: 'move-round', roundId: current }));
    else if (kind === 'open') void openWorkspace();
    else if (kind === 'close') void store.closeWorkspace();
    else if (kind === 'log') void bridge.openLog();
  };
  return (
    <Themed>
      <AnchoredMenu
        onClose={onClose}
        onChoose={choose}
        selected={[`round|${current}`, `theme|${appearance}`]}
        items={[
          {
            type: 'group',
            label: '轮次',
            children: inTabOrder(rounds).map((each) => ({
              key: `round|${each.id}`,
              label: (
                <span className="menu-round">
                  {each.title}
                  <small>
                    {each.standardTitle} · {(each.id === current && target) || each.targetLabel}
                  </small>
                </span>
              ),
            })),
          },
          { key: 'rename', label: '重命名当前轮次…', disabled: isReadOnly },
          { key: 'move', label: '把当前轮次转到新版标准…', disabled: isReadOnly },
          { key: 'new', label: '新建轮次…', disabled: isReadOnly },
          { type: 'divider' },
          { key: 'open', label: '打开另一个工作区…' },
          { key: 'close', label: '关闭工作区' },
          { type: 'divider' },
          {
            key: 'appearance',
            label: '外观',
            children: appearances.map(({ key, label }) => ({ key: `theme|${key}`, label })),
          },
          { key: 'log', label: '打开日志' },
        ]}
      />
    </Themed>
  );
}
