import { Icon, type IconName } from '../ui/Icon.tsx';
import type { RoundPage } from './app-store.ts';
import { useServices } from './services.ts';

const pages: readonly { readonly page: RoundPage; readonly label: string; readonly icon: IconName }[] = [
  { page: 'checklist', label: '评分', icon: 'score' },
  { page: 'targets', label: '目标', icon: 'target' },
  { page: 'evidence', label: '佐证', icon: 'evidence' },
  { page: 'standard', label: '本轮标准', icon: 'standard' },
  { page: 'library', label: '标准库', icon: 'library' },
];

export function NavRail({ page }: { page: RoundPage }) {
  const { app, notes } = useServices();
  return (
    <nav className="rail" aria-label="页面">
      {pages.map((each) => (
        <button
          key={each.page}
          type="button"
          aria-current={each.page === page ? 'page' : undefined}
          onClick={() => {
            void notes.getState().flush();
            app.getState().show({ kind: 'round', page: each.page });
          }}
        >
          <Icon name={each.icon} size={18} />
          {each.label}
        </button>
      ))}
      <button type="button" onClick={() => app.getState().openDialog('export')}>
        <Icon name="export" size={18} />
        导出
      </button>
      <button type="button" className="rail-help" onClick={() => app.getState().openDialog('keys')}>
        <Icon name="help" size={18} />
        按键
      </button>
    </nav>
  );
}
