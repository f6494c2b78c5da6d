import type { Output } from '../../../shared/contract/contract.ts';
import { useServices } from '../../app/services.ts';
import { Button } from '../../ui/Button.tsx';

const shownAt = new Intl.DateTimeFormat('zh-CN', {
  month: 'numeric',
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});

/** Own standards that somebody began to edit and has not published. */
export function WorksLine({ works }: { works: Output<'own.works'> }) {
  const { app } = useServices();
  if (works.length === 0) return null;
  return (
    <ul className="library-works" aria-label="正在编辑">
      {works.map(({ id, title, changedAt }) => (
        <li key={id}>
          <span className="chip chip-warn">编辑中</span>
          <span className="ellipsis" title={title}>
            {title}
          </span>
          <small>{shownAt.format(new Date(changedAt))} 改过，还没有发布</small>
          <Button
            tone="link"
            onClick={() => app.getState().show({ kind: 'edit-standard', from: { kind: 'standard', packId: id } })}
          >
            继续编辑
          </Button>
        </li>
      ))}
    </ul>
  );
}
