import { lazy, Suspense, useState } from 'react';
import { useStore } from 'zustand';
import { SearchBox } from '../features/checklist/SearchBox.tsx';
import { Button } from '../ui/Button.tsx';
import { Icon } from '../ui/Icon.tsx';
import { RoundHistory } from './RoundHistory.tsx';
import { RoundTabs } from './RoundTabs.tsx';
import { SaveState } from './SaveState.tsx';
import { useServices } from './services.ts';
import { useReadOnly } from './use-read-only.ts';

const RoundMenu = lazy(() => import('./RoundMenu.tsx'));

export function AppHeader() {
  const { app, round } = useServices();
  const institution = useStore(app, (state) => state.workspace?.institution);
  const title = useStore(round, (state) => state.open?.round.title);
  const isReadOnly = useReadOnly();
  const [menu, setMenu] = useState(false);
  return (
    <header className="header">
      <b className="brand">达标</b>
      <div className="round-switch">
        <button
          type="button"
          aria-haspopup="menu"
          aria-expanded={menu}
          aria-label={`${institution} ${title}，切换轮次`}
          onClick={() => setMenu(true)}
        >
          <span className="ellipsis">{institution}</span>
          <Icon name="down" size={12} />
        </button>
        {menu && (
          <Suspense>
            <RoundMenu onClose={() => setMenu(false)} />
          </Suspense>
        )}
      </div>
      <RoundTabs />
      <SearchBox />
      <RoundHistory />
      {isReadOnly ? <span className="saved">只读</span> : <SaveState />}
      <Button tone="primary" onClick={() => app.getState().openDialog('export')}>
        导出评审工作簿
      </Button>
    </header>
  );
}
