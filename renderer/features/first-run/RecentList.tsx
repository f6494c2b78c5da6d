import type { RecentWorkspace, WorkspaceId } from '../../../shared/contract/workspace.ts';
import { useServices } from '../../app/services.ts';

const day = new Intl.DateTimeFormat('zh-CN', { year: 'numeric', month: '2-digit', day: '2-digit' });

export function RecentList({ recent, isBusy }: { recent: readonly RecentWorkspace[]; isBusy: boolean }) {
  const { api, app } = useServices();
  const open = async (workspaceId: WorkspaceId) => {
    try {
      await app.getState().enter(await api['workspace.openRecent']({ workspaceId }));
    } catch (cause) {
      app.getState().fail(cause);
    }
  };
  if (recent.length === 0) return null;
  return (
    <section className="recent" aria-label="最近打开">
      <h2>最近打开</h2>
      <ul>
        {recent.map((each) => (
          <li key={each.id}>
            <button type="button" disabled={isBusy} onClick={() => void open(each.id)}>
              <span className="ellipsis">{each.institution}</span>
              <small>{day.format(new Date(each.openedAt))}</small>
              <small className="ellipsis recent-folder" title={each.folder}>
                {each.folder}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
